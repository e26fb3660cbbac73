import ArgumentParser
import Glibc
import Intervention

/// One run of the command line: arguments in, an exit status out.
struct Program: Sendable {
    /// The models that the program was put together with.
    let models: [any InterventionModel]
    /// What stands after the program's name.
    let arguments: [String]
    /// The environment variables.
    let environment: [String: String]

    /// Runs the command that the arguments name.
    func run() async -> ExitStatus {
        let command: any ParsableCommand
        do {
            command = try HomewardProgram.parseAsRoot(arguments)
        } catch {
            return answer(parserError: error)
        }
        guard let command = command as? any HomewardCommand else { return answerBuiltIn(command) }
        let console = Console(isQuiet: command.general.quiet, environment: environment)
        var mending: Mending?
        do {
            let invocation = try prepare(command, console)
            mending = Mending(invocation.settings)
            try await SignalWatch.untilSignalled { try await command.run(in: invocation) }
            return .done
        } catch {
            console.endProgress()
            let verdict = FaultTable.verdict(of: error, mending: mending)
            if !verdict.sentence.isEmpty { console.problem("homeward: \(verdict.sentence)") }
            return verdict.status
        }
    }

    /// Reads the settings of a command.
    private func prepare(_ command: any HomewardCommand, _ console: Console) throws -> Invocation {
        var sources = SettingsSources(flags: command.flags, environment: environment)
        sources.fileName = command.general.config ?? SettingsFile.usualPlace
        let text = try SettingsFile.text(of: sources.fileName, isNamed: command.general.config != nil)
        if let text { sources.file = SettingsFile(named: sources.fileName, text: text) }
        return Invocation(
            compiled: models, settings: try sources.resolve(), settingsFile: text == nil ? nil : sources.fileName,
            account: command.general.account?.code, console: console
        )
    }

    /// Help, version and completion scripts, which the parser writes itself.
    private func answerBuiltIn(_ command: any ParsableCommand) -> ExitStatus {
        var command = command
        do {
            try command.run()
            return .done
        } catch {
            return answer(parserError: error)
        }
    }

    /// Says what the parser has to say: help and version as results, mistakes as problems.
    private func answer(parserError error: any Error) -> ExitStatus {
        let console = Console(isQuiet: false, environment: environment)
        let text = HomewardProgram.fullMessage(for: error)
        guard HomewardProgram.exitCode(for: error).isSuccess else {
            console.problem(withheld(text))
            return .usage
        }
        do {
            try console.result(text)
            return .done
        } catch {
            return FaultTable.verdict(of: error).status
        }
    }

    /// The text without connection strings, which may hold a password: the parser repeats arguments that it does not
    /// understand.
    private func withheld(_ text: String) -> String {
        var words: [String] = []
        for argument in arguments {
            words.append(argument)
            words += argument.split(separator: "=", maxSplits: 1).map(String.init)
        }
        let secrets = words.filter { word in
            ["://", "password", "host="].contains { word.lowercased().contains($0) }
        }
        // Longest first: a secret may be a part of another.
        return secrets.sorted { $0.count > $1.count }.reduce(text) { text, secret in
            text.replacing(secret, with: "****")
        }
    }

    /// The environment variables of this process.
    static var environment: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            entry += 1
        }
        return variables
    }
}
