import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward model show`.
struct ModelShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that a model declares: phases as a diagram, parameters with bounds and source, modules.",
        discussion: Examples(
            "The newest version is shown. It needs no database; where one is there, or named, each parameter says which "
                + "site set it to what, and from when.",
            .init("homeward model show mst-fit", "For people."),
            .init("homeward model show mst --site north", "With what one site set.")
        ).text
    )

    @Argument(help: ArgumentHelp("The model.", valueName: "id"), transform: ArgumentReading.model)
    var id: ModelID

    @Option(name: .long, help: "Only what this site set.", transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let isNeeded = site != nil || !place.flags.isEmpty
        guard isNeeded ? true : await DatabaseDoor(settings: invocation.settings).isReady() else {
            return try show(try ModelChoice.newest(id, among: try invocation.models), [], on: invocation.console)
        }
        try await Workbench.lend(invocation) { bench in
            let model = try ModelChoice.newest(id, among: bench.models.models)
            try show(model, try await overrides(of: model, bench.practice), on: invocation.console)
        }
    }

    /// What sites set, as far as this version of the model has the parameter.
    private func overrides(
        of model: any InterventionModel, _ practice: Practice
    ) async throws -> [SettingOverride] {
        // A site of that code is asked for, so that one that does not exist is said to be none.
        if let site { _ = try await practice.configuration(of: site) }
        let set = try await practice.overrides(of: model.id).filter { site == nil || $0.site == site }
        return model.parameters.flatMap { parameter in
            set.filter { $0.setting.key == parameter.key }.compactMap { site, setting in
                parameter.value(written: setting.written).map {
                    SettingOverride(site: site, parameter.key, $0, from: setting.from, reason: setting.reason)
                }
            }
        }
    }

    private func show(
        _ model: any InterventionModel, _ overrides: [SettingOverride], on console: Console
    ) throws {
        let description = ModelDescription(model, overrides: overrides)
        try console.result(format == .json ? description.json : description.text, terminator: "")
    }
}
