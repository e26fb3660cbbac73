import CivilDate
import EpisodeFixtures
import Intervention
import Statistics
import Testing

@testable import Reporting

/// One indicator over time: points, the chart over those that have a value, and what stands out.
@Suite struct TrendTests {
    private static func table(
        _ counts: [(month: String, yes: Int, no: Int)], from: String = "2024-01-01", through: String = "2025-12-31",
        today: String = "2026-06-30", every step: TrendReport.Step = .month, screened: Bool = false
    ) throws -> TrendTable {
        func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
        let report = TrendReport(.completed, every: step, screened: screened)
        let scope = try ReportScope(sites: .all)
        let request = try ReportRequest(
            scope: scope, from: try day(from), through: try day(through), now: Instant(microseconds: .max))
        let ground = ReportGround(
            request, sites: [], today: try day(today), models: try ModelRegistry([]), running: [], settings: [:])
        let rows = try counts.map { count in
            IndicatorCount(
                site: 1, team: "A", month: try day(count.month + "-01"), stratum: CaseMix(model: "mst"),
                yes: count.yes, no: count.no)
        }
        return try TrendTable(
            IndicatorCounts(indicator: try CountedIndicator(.completed, in: nil), rows: rows), of: report, on: ground)
    }

    @Test func `quarters add up their months, and a quarter of nothing has no value`() throws {
        let table = try Self.table(
            [("2024-01", 3, 1), ("2024-03", 1, 1), ("2024-07", 2, 0)], through: "2024-09-30", every: .quarter)
        #expect(table.points.map(\.from.description) == ["2024-01-01", "2024-04-01", "2024-07-01"])
        #expect(table.points.map { "\($0.share.numerator)/\($0.share.denominator)" } == ["4/6", "0/0", "2/2"])
        #expect(table.points.map(\.share.value)[1] == nil)
        #expect(table.chart?.values == [4.0 / 6, 1])
        #expect(table.document.json().contains("\"value\": null"))
    }

    @Test func `months to come are no points, and one that is not over says so`() throws {
        let table = try Self.table([("2024-01", 1, 1)], from: "2024-01-15", today: "2024-02-10")
        #expect(table.points.map(\.from.description) == ["2024-01-15", "2024-02-01"])
        #expect(table.points.map(\.isWhole) == [false, false])
    }

    @Test func `a signal names its points among all points, also those without a value`() throws {
        // Eight months of nothing but an empty one in the middle, then one far off.
        var counts = (1...12).filter { $0 != 5 }.map {
            (month: "2024-" + ($0 < 10 ? "0\($0)" : "\($0)"), yes: 10 + $0 % 2, no: 10)
        }
        counts.append((month: "2025-01", yes: 20, no: 0))
        let table = try Self.table(counts, through: "2025-01-31")
        #expect(table.points.count == 13)
        let outside = try #require(table.signals.first { $0.rule == .outside })
        #expect(outside.points == [12] && outside.isHigh)
    }

    @Test func `screening leaves a wild range out of the limits and says so`() throws {
        var counts = (1...9).map { (month: "2024-0\($0)", yes: 10 + $0 % 2, no: 10) }
        counts[4].no = 0
        let (plain, screened) = (
            try Self.table(counts, through: "2024-09-30"), try Self.table(counts, through: "2024-09-30", screened: true)
        )
        let widths = [plain, screened].map { ($0.chart?.limits.high ?? 0) - ($0.chart?.limits.low ?? 0) }
        #expect(widths[1] < widths[0])
        #expect(plain.document.text().contains("no range was left out"))
        #expect(screened.document.text().contains("were left out, once"))
    }

    @Test func `of nothing there are points, no limits and a sentence`() throws {
        let document = try Self.table([], through: "2024-03-31").document
        #expect(document.text().contains("n/a: limits need two points"))
        #expect(document.json().contains("\"mean\": null"))
        #expect(document.csv().split(separator: "\r\n").count == 4)
    }
}
