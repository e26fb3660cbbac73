import ArgumentParser
import DeclaredModel
import Intervention

/// `homeward model check`.
struct ModelCheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks that models keep the laws of all models.",
        discussion: Examples(
            "Prints a line for each model, and one for each law that it breaks with the name that offends. A name with a "
                + "'.' or '/' in it is a file: every mistake is said with line and column. Status 78 when a model of the "
                + "program breaks a law, 65 when a file has a mistake. A database that is there is asked for its models.",
            .init("homeward model check", "Checks every model."),
            .init("homeward model check mst-own.yaml", "Checks a file, whether it could be applied.")
        ).text
    )

    @Argument(help: ArgumentHelp("Models or files; without any, every model is checked.", valueName: "id or file"))
    var names: [String] = []

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let files = try DeclaredModels.read(names.filter(ModelCheckCommand.isFile))
        let ids = try names.filter { !ModelCheckCommand.isFile($0) }.map(ArgumentReading.model)
        let kept = try await DeclaredModels.kept(for: invocation, isNeeded: !place.flags.isEmpty)
        if !files.isEmpty {
            try DeclaredModels.checkPlaces(of: files.map(\.file), keeping: kept, beside: invocation.compiled)
        }
        let models = names.isEmpty || !ids.isEmpty ? try invocation.models(keeping: kept) : []
        let chosen = names.isEmpty ? models : try ids.flatMap { try ModelChoice.all($0, among: models) }
        var broken = 0
        for model in chosen + files.map(\.model) {
            let violations = ModelConformance.check(model)
            broken += violations.count
            let verdict = violations.isEmpty ? "keeps the laws" : "breaks \(violations.count)"
            try invocation.console.result("\(model.id) version \(model.version.number): \(verdict)")
            for violation in violations { try invocation.console.result("  \(violation)") }
        }
        // What only shows between models: an id and version that stands for two.
        if names.isEmpty, broken == 0 { _ = try invocation.registry(of: models) }
        if broken > 0 { throw CommandFault(.configuration, "laws broken: \(broken)") }
    }

    /// No id of a model has either sign.
    private static func isFile(_ name: String) -> Bool { name.contains(".") || name.contains("/") }
}
