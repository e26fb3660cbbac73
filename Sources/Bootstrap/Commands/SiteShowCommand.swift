import ArgumentParser
import CivilDate
import Intervention
import Practice
import Sites

/// `homeward site show`.
struct SiteShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows how a site is set up on a day: licence, teams, staff, rota and every setting.",
        discussion: Examples(
            "A value that the site sets comes with the day since which it holds and the reason; the others are the "
                + "model's standard. Bounds and source are the licence's.",
            .init("homeward site show demo-north", "As it is today."),
            .init("homeward site show demo-north --on 2026-03-02 --format json", "As it was on a day, for programs.")
        ).text
    )

    @Argument(help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The day, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let view = try await SiteArgument.naming { try await bench.practice.show(site, on: on) }
            if format == .json { return try invocation.console.result(view.json.text) }
            for line in view.lines { try invocation.console.result(line) }
        }
    }
}
