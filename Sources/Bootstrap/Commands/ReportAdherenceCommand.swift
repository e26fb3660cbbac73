import ArgumentParser
import CivilDate
import Intervention
import Practice
import Reporting

/// `homeward report adherence`.
struct ReportAdherenceCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "adherence",
        abstract: "Prints the average adherence of a site's families, by model, team or therapist.",
        discussion: Examples(
            "Interviews count by the day on which they were held, for the team and therapist of that day; both ends of the "
                + "period count. Every family counts once; the mean of all interviews stands beside it. --known-at gives "
                + "the table as it would have been at an earlier instant.",
            .init(
                "homeward report adherence --site demo-north --from 2025-01-01 --to 2025-12-31 --by team",
                "Prints the averages of a site's teams."),
            .init(
                "homeward report adherence --site demo-north --from 2025-01-01 --to 2025-12-31 --by therapist --format csv",
                "Prints those of therapists for programs.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("The site.", valueName: "code"),
        transform: { text in
            try ReportOptions.oneSite(
                text,
                unless: "adherence is reported of one site: scores and therapists are kept there and not in the "
                    + "network's facts; `homeward report indicators --site all` has the average of all families")
        })
    var site: SiteCode

    @Option(name: .long, help: ReportOptions.authorityHelp, transform: ArgumentReading.authority)
    var authority: AuthorityCode?

    @Option(
        name: .long, help: ArgumentHelp("The first day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("The last day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: CivilDate

    @Option(name: .long, help: ReportOptions.knownAtHelp, transform: ArgumentReading.instant)
    var knownAt: Instant?

    @Option(name: .long, help: "What families are put together by: model, team or therapist.")
    var by = AdherenceAverages.Grouping.model

    @Option(
        name: .long,
        help: ArgumentHelp("From how many families on a mean is not marked as of few.", valueName: "number"))
    var enough = AdherenceAverages.usuallyEnough

    @Option(name: .long, help: "text, json or csv.")
    var format = ReportOptions.Format.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if from > to {
            throw ValidationError("--from \(from) lies after --to \(to): the first day comes first, and both count")
        }
        if enough < 1 { throw ValidationError("--enough is at least 1") }
    }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let table = try await bench.practice.adherence(
                at: site, authority: authority, from: from, through: to, knownAt: knownAt, by: by, enough: enough)
            let text =
                switch format {
                case .text: table.text()
                case .json: table.json()
                case .csv: table.csv()
                }
            try invocation.console.result(text, terminator: "")
        }
    }
}

extension AdherenceAverages.Grouping: ExpressibleByArgument {}
