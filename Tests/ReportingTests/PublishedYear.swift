import CivilDate
import Intervention
import StandardMST
import Testing

@testable import Reporting

/// The counts that give the published percentages of one provider's year (`published.md` P1).
enum PublishedYear {
    /// 445 closures with the opportunity for a full course, and so many others.
    static func sums(others: Int = 0) -> IndicatorSums {
        var sums = IndicatorSums()
        sums.closures = 445 + others
        sums.opportunity = 445
        sums.completed = 363
        sums.lackOfEngagement = 17
        sums.placed = 65
        sums.atHome = IndicatorSums.Answers(yes: 377, no: 68)
        sums.inSchoolOrWork = IndicatorSums.Answers(yes: 364, no: 81)
        sums.noNewArrests = IndicatorSums.Answers(yes: 371, no: 74)
        sums.stays = 445
        sums.stayDays = 54_774
        return sums
    }

    static func table(
        _ sums: [String: IndicatorSums], models: ReportScope.Models = .each, running: Set<ModelID> = ["mst"],
        registry: [any InterventionModel] = [StandardMST()], knownAt: Instant? = nil
    ) throws -> IndicatorTable {
        let scope = try ReportScope(sites: .one(try #require(SiteCode("NORTH"))), models: models)
        let request = try ReportRequest(
            scope: scope, from: try #require(CivilDate(iso: "2025-01-01")),
            through: try #require(CivilDate(iso: "2025-12-31")),
            knownAt: knownAt, now: Instant(microseconds: .max)
        )
        return try IndicatorTable(
            answering: request, sums: sums, models: ModelRegistry(registry), running: running
        )
    }

    static func row(_ indicator: Indicator, of sums: IndicatorSums) throws -> IndicatorRow {
        let section = try table(["mst": sums]).sections[0]
        return try #require(section.rows.first { $0.indicator == indicator })
    }
}
