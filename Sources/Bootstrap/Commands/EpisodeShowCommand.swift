import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward episode show`.
struct EpisodeShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what an episode runs under, where it stands, what runs in it and what is owed.",
        discussion: Examples(
            "People are shown by what they are in the episode; nobody is named.",
            .init("homeward episode show E-17 --site demo-north", "Shows an episode as it stands today."),
            .init("homeward episode show E-17 --site demo-north --on 2026-03-02", "Shows what was owed on a day.")
        ).text
    )

    @Argument(help: "The site's reference of the episode.", transform: ArgumentReading.episode)
    var episode: EpisodeRef

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The day, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.practice.episode(episode, at: site, on: on)
            for line in sheet.lines { try invocation.console.result(line) }
        }
    }
}
