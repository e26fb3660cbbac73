import ArgumentParser
import Intervention

/// `homeward model show`.
struct ModelShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Shows all that a model declares: phases, parameters, interviews, outcomes, closure reasons, targets.",
        discussion: Examples(
            "The newest version is shown.",
            .init("homeward model show mst-fit", "For people."),
            .init("homeward model show mst --format json", "For programs.")
        ).text
    )

    @Argument(help: ArgumentHelp("The model.", valueName: "id"), transform: ArgumentReading.model)
    var id: ModelID

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let model = try ModelChoice.newest(id, among: try invocation.models)
        let description = ModelDescription(model)
        try invocation.console.result(format == .json ? description.json : description.text, terminator: "")
    }
}
