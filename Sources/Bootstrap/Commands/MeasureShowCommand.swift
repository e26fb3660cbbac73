import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward measure show`.
struct MeasureShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a team's measures of staff, of slots that are over, from three raters on.",
        discussion: Examples(
            "Fewer raters than the site's least give no figure, not even how many they were; near the ends of the scale a "
                + "range stands for the mean.",
            .init("homeward measure show --site demo-north --team mst", "A team's measures."),
            .init("homeward measure show --site demo-north --team mst --format json", "For programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: ArgumentHelp("The team.", valueName: "code"), transform: ArgumentReading.team)
    var team: TeamCode

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.practice.measures(of: team, at: site)
            if format == .json { return try invocation.console.result(sheet.json(of: site).text) }
            for line in sheet.lines { try invocation.console.result(line) }
            invocation.console.say(
                sheet.summaries.isEmpty
                    ? "No slot that is over has a return."
                    : "Slots that are over; fewer than \(sheet.least) raters give no figure.")
        }
    }
}
