import CivilDate
import Exchange
import Intervention

/// Registers written down for tests: a row that is right, and rows that differ from it.
enum Register {
    static let today = day("2026-03-31")

    /// A closed episode, right in every column.
    static let closed: [RegisterColumn: String] = [
        .episodeRef: "E-1", .team: "north", .model: "mst", .childRef: "C-1", .householdRef: "H-1", .therapist: "T1",
        .birthMonth: "2011-05", .sex: "F", .ethnicity: "WBRI", .responsibleAuthority: "E08000001",
        .deprivationIndex: "IMD2019", .deprivationDecile: "2", .referralSource: "social-care",
        .referredOn: "2025-01-10", .decision: "accepted", .decidedOn: "2025-01-15", .firstSessionOn: "2025-01-20",
        .closedOn: "2025-06-01", .closureReason: "completed", .atHome: "yes", .inSchoolOrWork: "no",
        .noNewArrests: "unknown",
    ]

    /// A declined referral with no more than it must have.
    static let declined: [RegisterColumn: String] = [
        .episodeRef: "E-2", .team: "north", .model: "mst", .referredOn: "2025-02-10", .decision: "declined",
        .decidedOn: "2025-02-11", .declineReason: "no-capacity",
    ]

    static let site = RegisterSite(
        code: code("leeds"), jurisdiction: .england, today: today,
        teams: [
            RegisterSite.Team(
                code: code("north"), id: TeamID(high: 0, low: 1), model: "mst", startedOn: day("2020-01-01")),
            RegisterSite.Team(
                code: code("south"), id: TeamID(high: 0, low: 2), model: "mst-can", startedOn: day("2020-01-01")),
        ],
        closureReasons: ["mst": ["completed", "moved"], "mst-can": ["completed", "stepped-down"]]
    )

    /// A file with every column, of rows that may leave some of them empty.
    static func text(_ rows: [[RegisterColumn: String]], columns: [RegisterColumn] = RegisterColumn.allCases) -> String
    {
        var writer = CSVWriter(.machine)
        writer.write(columns.map(\.rawValue))
        for row in rows { writer.write(columns.map { row[$0] ?? "" }) }
        return String(decoding: writer.take(), as: UTF8.self)
    }

    static func read(_ text: String, for site: RegisterSite = site) -> RegisterContents {
        RegisterFile(name: "r.csv", bytes: Array(text.utf8)).read(for: site)
    }

    static func read(_ rows: [[RegisterColumn: String]], for site: RegisterSite = site) -> RegisterContents {
        read(text(rows), for: site)
    }

    /// A row with some columns changed; nil empties one.
    static func row(
        _ base: [RegisterColumn: String], _ changes: [RegisterColumn: String?]
    ) -> [RegisterColumn: String] {
        base.merging(changes.mapValues { $0 ?? "" }) { $1 }
    }

    static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    static func code<Thing>(_ text: String) -> SiteGiven<Thing> {
        guard let code = SiteGiven<Thing>(text) else { preconditionFailure("\(text) is no code") }
        return code
    }
}
