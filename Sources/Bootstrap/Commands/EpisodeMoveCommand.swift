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
            "The preview says what would change, and which events would not fit; it ends with the flag that makes "
                + "the move. That holds for the episode as it was shown: when its record, the newest versions or the "
                + "day are others, nothing moves and the preview is asked for again. The move is on record, with its "
                + "reason. An older version than the episode's is allowed --because mistake alone: an episode that "
                + "came under the newer one wrongly goes back; all others go forward.",
            .init(
                "homeward episode move E-17 --site demo-north --because new-settings",
                "Says what a move to the newest versions would change, and changes nothing."),
            .init(
                "homeward episode move E-17 --site demo-north --because new-settings --expect 12.2.3.2026-03-01",
                "Makes the move that was previewed.")
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

    @Option(
        name: .long, help: ArgumentHelp("Make the move that the preview of this name showed.", valueName: "preview"),
        transform: ArgumentReading.moveToken)
    var expect: EpisodeMoveToken?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let request = EpisodeMoveRequest(
            model: toModelVersion.map(ModelVersion.init), settings: toSettings.map(SettingsVersion.init),
            because: because, note: note
        )
        try await Workbench.lend(invocation) { bench in
            guard let expect else { return try await preview(request, bench, invocation.console) }
            for advice in try await bench.practice.move(episode, at: site, request, asShown: expect) {
                invocation.console.say("advice: \(advice.sentence)")
            }
            invocation.console.say("Moved \(episode).")
        }
    }

    private func preview(_ request: EpisodeMoveRequest, _ bench: Workbench, _ console: Console) async throws {
        let preview = try await bench.practice.preview(moving: episode, at: site, request)
        for line in preview.lines { try console.result(line) }
        guard preview.misfits.isEmpty else { throw Refusal.noLongerFits(preview.misfits) }
        console.say("Nothing was changed. The same with `--expect \(preview.token)` makes the move.")
    }
}

extension ModelMove.Reason: ExpressibleByArgument {}
