import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@testable import Reporting

@Suite struct IndicatorTableTests {
    static let programme: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()]

    @Test func `each model that runs has all eleven rows in the published order, also without an episode`() throws {
        let table = try PublishedYear.table(
            [:], running: ["mst-fit", "mst"], registry: IndicatorTableTests.programme
        )
        #expect(table.sections.map(\.model) == ["mst", "mst-fit"])
        for section in table.sections { #expect(section.rows.map(\.indicator) == Indicator.allCases) }
    }

    @Test func `a model that only facts hold has its rows too, and no target when nobody knows it`() throws {
        let table = try PublishedYear.table(
            ["mst-old": PublishedYear.sums()], running: ["mst"], registry: IndicatorTableTests.programme
        )
        #expect(table.sections.map(\.model) == ["mst", "mst-old"])
        #expect(table.sections[1].rows.allSatisfy { $0.aim == nil && $0.isMet == nil })
        #expect(table.sections[1].rows.contains { $0.value != nil })
    }

    @Test func `pooled models keep a target only where all of them state the same`() throws {
        let models = IndicatorTableTests.programme
        let table = try PublishedYear.table(
            ["all": PublishedYear.sums()], models: .pooled, running: Set(models.map(\.id)), registry: models
        )
        #expect(table.sections.map(\.model) == ["all"])
        for row in try #require(table.sections.first).rows {
            let aims = Set(models.map { Aim(of: row.indicator, in: $0, with: nil) })
            #expect(row.aim == (aims.count == 1 ? aims.first ?? nil : nil))
        }
    }

    @Test func `one model alone pooled keeps its targets`() throws {
        let table = try PublishedYear.table(
            ["all": PublishedYear.sums()], models: .pooled, registry: IndicatorTableTests.programme
        )
        #expect(table.sections.first?.rows.first?.aim != nil)
    }

    @Test func `two half-years pool by their counts and not by their percentages`() throws {
        var first = IndicatorSums()
        (first.closures, first.opportunity, first.completed) = (4, 4, 3)
        var second = IndicatorSums()
        (second.closures, second.opportunity, second.completed) = (6, 6, 2)
        var both = IndicatorSums()
        (both.closures, both.opportunity, both.completed) = (10, 10, 5)
        #expect(try PublishedYear.row(.completed, of: first).value == 0.75)
        #expect(try PublishedYear.row(.completed, of: both).value == 0.5)
    }

    @Test func `sums that contradict each other are refused and not shown`() throws {
        var sums = IndicatorSums()
        (sums.opportunity, sums.completed) = (1, 2)
        #expect(throws: ReportFault.inexact(.completed)) { try PublishedYear.table(["mst": sums]) }
    }

    @Test func `a period that ends before it begins is refused`() throws {
        let scope = try ReportScope(sites: .all)
        let day = try #require(CivilDate(iso: "2025-01-02"))
        #expect(throws: ReportFault.periodReversed(from: day, through: day.adding(days: -1))) {
            try ReportRequest(scope: scope, from: day, through: day.adding(days: -1), now: Instant(microseconds: 0))
        }
    }

    @Test func `a time of knowledge to come is refused and the present is not`() throws {
        let scope = try ReportScope(sites: .all)
        let day = try #require(CivilDate(iso: "2025-01-02"))
        let now = Instant(microseconds: 1_000)
        #expect(throws: ReportFault.knownAtInFuture(now.adding(microseconds: 1), now: now)) {
            try ReportRequest(
                scope: scope, from: day, through: day, knownAt: now.adding(microseconds: 1), now: now
            )
        }
        #expect(throws: Never.self) {
            try ReportRequest(scope: scope, from: day, through: day, knownAt: now, now: now)
        }
    }

    @Test func `a team of all sites is refused`() throws {
        let team = try #require(TeamCode("A"))
        #expect(throws: ReportFault.teamNeedsSite) { try ReportScope(sites: .all, team: team) }
    }
}
