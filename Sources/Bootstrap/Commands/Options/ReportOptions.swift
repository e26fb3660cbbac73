import ArgumentParser
import CivilDate
import Intervention
import Reporting

/// What every report is asked: about whom, which days, as known when, and in which form.
struct ReportOptions: ParsableArguments {
    /// How a report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text
        case json
        case csv
    }

    @Option(
        name: .long, help: ArgumentHelp("The site, or all.", valueName: "code"), transform: ReportOptions.sites)
    var site: ReportScope.Sites

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only this team of the site: what it closed and decided; of care days, the children it accepted.",
            valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(
        name: .long, help: ArgumentHelp("Only this model, or all models added up.", valueName: "id"),
        transform: ReportOptions.models)
    var model: ReportScope.Models?

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

    @Option(name: .long, help: "text, json or csv.")
    var format = Format.text

    func validate() throws {
        if from > to {
            throw ValidationError("--from \(from) lies after --to \(to): the first day comes first, and both count")
        }
        if team != nil, site == .all {
            throw ValidationError("--team needs one site: a team's code belongs to its site")
        }
    }

    /// What the report is about.
    var scope: ReportScope {
        get throws { try ReportScope(sites: site, team: team, models: model ?? .each, authority: authority) }
    }

    /// One of the forms of a report.
    func written(text: () -> String, json: () -> String, csv: () -> String) -> String {
        switch format {
        case .text: text()
        case .json: json()
        case .csv: csv()
        }
    }

    /// What `--authority` of every report is.
    static let authorityHelp = ArgumentHelp(
        "Only children for whom this local authority answers, as the referral says.", valueName: "code")

    /// What `--known-at` of every report is.
    static let knownAtHelp = ArgumentHelp(
        "As it was known at this instant: RFC 3339 with its offset.", valueName: "timestamp")

    /// The site of a report that is of one site alone.
    /// - Parameter reason: why there is none of all of them, as a sentence without its full stop.
    static func oneSite(_ text: String, unless reason: String) throws -> SiteCode {
        guard text != "all" else { throw ValidationError(reason) }
        return try ArgumentReading.site(text)
    }

    private static func sites(_ text: String) throws -> ReportScope.Sites {
        text == "all" ? .all : .one(try ArgumentReading.site(text))
    }

    private static func models(_ text: String) throws -> ReportScope.Models {
        text == "all" ? .pooled : .one(try ArgumentReading.model(text))
    }
}
