import ArgumentParser

/// A command of the command line: it reads its flags, asks the use cases, and says what came of it.
protocol HomewardCommand: ParsableCommand, Sendable {
    /// The flags that every command has.
    var general: GeneralOptions { get }
    /// The settings that its flags set.
    var flags: [SettingKey: String] { get }

    /// Does what the command is for.
    func run(in invocation: Invocation) async throws
}

extension HomewardCommand {
    /// None.
    var flags: [SettingKey: String] { [:] }
}
