import ArgumentParser
import EpisodeStore
import Intervention
import Practice

/// `homeward episode move`.
struct EpisodeMoveCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves an open episode to another version of its model or of the site's settings.",
        discussion: Examples(
            "All that is on record is held against the new versions first; what would not fit is named and nothing "
                + "moves. The move itself is on record, with its reason.",
            .init(
                "homeward episode move E-17 --site demo-north --because new-settings --dry-run",
                "Says what a move to the newest versions would change."),
            .init(
                "homeward episode move E-17 --site demo-north --to-model-version 2 --because new-model-version",
                "Moves an episode.")
        ).text
    )

    @Argument(help: "The site's reference of the episode.", transform: ArgumentReading.episode)
    var episode: EpisodeRef

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long,
        help: ArgumentHelp("The version of the model; the newest if none is given.", valueName: "number"))
    var toModelVersion: Int32?

    @Option(
        name: .long,
        help: ArgumentHelp("The version of the settings; those in force if none is given.", valueName: "number"))
    var toSettings: Int32?

    @Option(name: .long, help: "Why: new-model-version, new-settings or mistake.")
    var because: ModelMove.Reason

    @Option(name: .long, help: ArgumentHelp("Why, in a text that is sealed.", valueName: "text"))
    var note: String?

    @Flag(name: .long, help: "Say what would change and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let request = EpisodeMoveRequest(
            model: toModelVersion.map(ModelVersion.init), settings: toSettings.map(SettingsVersion.init),
            because: because, note: note
        )
        try await Workbench.lend(invocation) { bench in
            let preview = try await bench.practice.preview(moving: episode, at: site, request)
            for line in preview.lines { try invocation.console.result(line) }
            guard preview.misfits.isEmpty else { throw Refusal.noLongerFits(preview.misfits) }
            guard !dryRun else { return invocation.console.say("Nothing was changed.") }
            // What was shown is what is made, whatever became the newest meanwhile.
            let shown = EpisodeMoveRequest(
                model: preview.to.version, settings: preview.to.settings, because: because, note: note
            )
            for advice in try await bench.practice.move(episode, at: site, shown) {
                invocation.console.say("advice: \(advice.sentence)")
            }
            invocation.console.say("Moved \(episode).")
        }
    }
}

extension ModelMove.Reason: ExpressibleByArgument {}
