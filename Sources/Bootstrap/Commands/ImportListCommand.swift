import ArgumentParser
import Exchange

/// A command that takes in a list.
protocol ImportListCommand: HomewardCommand {
    /// The columns of the list.
    associatedtype Column: FileColumn

    /// Who takes it in.
    static var importer: @Sendable (Workbench) -> FileImporter<Column> { get }

    var options: ImportFlags { get }
    var list: ListFlags { get }
}

extension ImportListCommand {
    var flags: [SettingKey: String] { options.place.flags }

    /// Refuses flags that do not go together.
    func validate() throws { try list.check(with: options) }

    /// Imports the file.
    func run(in invocation: Invocation) async throws {
        try await options.run(invocation, isComplete: list.complete, by: Self.importer)
    }
}
