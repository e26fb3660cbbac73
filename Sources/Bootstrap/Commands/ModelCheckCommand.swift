import ArgumentParser
import Intervention

/// `homeward model check`.
struct ModelCheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks that models keep the laws of all models; status 78 when one does not.",
        discussion: Examples(
            "Prints a line for each model, and one for each law that it breaks with the name that offends.",
            .init("homeward model check", "Checks every model."),
            .init("homeward model check mst-can", "Checks one.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The model; without it every one is checked.", valueName: "id"),
        transform: ArgumentReading.model)
    var id: ModelID?

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let models = try invocation.models
        let chosen = try id.map { try ModelChoice.all($0, among: models) } ?? models
        var broken = 0
        for model in chosen {
            let violations = ModelConformance.check(model)
            broken += violations.count
            let verdict = violations.isEmpty ? "keeps the laws" : "breaks \(violations.count)"
            try invocation.console.result("\(model.id) version \(model.version.number): \(verdict)")
            for violation in violations { try invocation.console.result("  \(violation)") }
        }
        // What only shows between models: an id and version that stands for two.
        if id == nil, broken == 0 { _ = try invocation.registry() }
        if broken > 0 { throw CommandFault(.configuration, "laws broken: \(broken)") }
    }
}
