import ArgumentParser
import InstrumentFile
import Intervention

/// `homeward instrument check`.
struct InstrumentCheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks files that define instruments; needs no database and changes nothing.",
        discussion: Examples(
            "Every mistake is told at once, with its line and column.",
            .init("homeward instrument check tam-r.yaml", "Checks one file."),
            .init("homeward instrument check config/instruments/*.yaml", "Checks several.")
        ).text
    )

    @Argument(help: ArgumentHelp("The files, one an instrument.", valueName: "file"))
    var files: [String]

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let models = try await invocation.registryOfPlace()
        for (name, file) in try InstrumentInput.read(files, models: models, console: invocation.console) {
            let definition = file.definition
            try invocation.console.result(
                "\(name): \(definition.id) version \(definition.version.number), \(definition.items.count) items")
        }
    }
}
