import ArgumentParser
import CivilDate
import Intervention
import Practice
import Reporting

/// `homeward report indicators`.
struct ReportIndicatorsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Prints the programme's indicators: target, published comparator, own value, with every denominator.",
        discussion: Examples(
            "Closures count by the day of closing, referral decisions by the day of decision; both ends of the period "
                + "count. Without --model every model has rows of its own; --model all adds them up. --known-at gives "
                + "the table as it would have been at an earlier instant.",
            .init(
                "homeward report indicators --site demo-north --from 2025-01-01 --to 2025-12-31",
                "Prints a site's indicators of a year."),
            .init(
                "homeward report indicators --site all --model mst --from 2025-01-01 --to 2025-12-31 --format json",
                "Prints those of one model over all sites for programs.")
        ).text
    )

    /// How the table is written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text
        case json
        case csv
    }

    @Option(
        name: .long, help: ArgumentHelp("The site, or all.", valueName: "code"),
        transform: ReportIndicatorsCommand.sites)
    var site: ReportScope.Sites

    @Option(
        name: .long, help: ArgumentHelp("Only what this team of the site closed and decided.", valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(
        name: .long, help: ArgumentHelp("Only this model, or all models added up.", valueName: "id"),
        transform: ReportIndicatorsCommand.models)
    var model: ReportScope.Models?

    @Option(
        name: .long, help: ArgumentHelp("The first day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("The last day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: CivilDate

    @Option(
        name: .long,
        help: ArgumentHelp("As it was known at this instant: RFC 3339 with its offset.", valueName: "timestamp"),
        transform: ArgumentReading.instant)
    var knownAt: Instant?

    @Option(name: .long, help: "text, json or csv.")
    var format = Format.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if from > to {
            throw ValidationError("--from \(from) lies after --to \(to): the first day comes first, and both count")
        }
        if team != nil, site == .all {
            throw ValidationError("--team needs one site: a team's code belongs to its site")
        }
    }

    func run(in invocation: Invocation) async throws {
        let scope = try ReportScope(sites: site, team: team, models: model ?? .each)
        try await Workbench.lend(invocation) { bench in
            let table = try await bench.practice.indicators(of: scope, from: from, through: to, knownAt: knownAt)
            let text =
                switch format {
                case .text: table.text()
                case .json: table.json()
                case .csv: table.csv()
                }
            try invocation.console.result(text, terminator: "")
        }
    }

    private static func sites(_ text: String) throws -> ReportScope.Sites {
        text == "all" ? .all : .one(try ArgumentReading.site(text))
    }

    private static func models(_ text: String) throws -> ReportScope.Models {
        text == "all" ? .pooled : .one(try ArgumentReading.model(text))
    }
}
