import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward duties`.
struct DutiesCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: "Lists what is owed to families and by teams, and what somebody should look at, on a day.",
        discussion: Examples(
            "Each model says itself what is owed: interviews and follow-ups, supervision, consultation, boosters and "
                + "measures of staff; and what asks to be looked at: contact, length of treatment, caseloads, on-call days, "
                + "licence and training. Nothing is recorded by asking.",
            .init("homeward duties --site demo-north", "What is owed today."),
            .init("homeward duties --site demo-north --team mst --on 2026-03-02 --format json", "For programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("Only this team's families.", valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

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
            let duties = try await bench.practice.duties(at: site, of: team, on: on)
            let telling = DutiesTelling(duties, of: site)
            if format == .json { return try invocation.console.result(telling.json.text) }
            try telling.tell(invocation.console)
        }
    }
}
