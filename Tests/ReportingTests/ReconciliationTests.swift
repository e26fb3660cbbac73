import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Reporting
import Statistics
import Testing

/// The same figure is the same number wherever it stands: sites add up to the network, points and teams to the indicator.
@Suite struct ReconciliationTests {
    private static func pooled(_ shares: [Proportion]) -> String {
        "\(shares.reduce(0) { $0 + $1.numerator })/\(shares.reduce(0) { $0 + $1.denominator })"
    }

    private static func text(_ row: IndicatorRow?) -> String? { row?.countsText }

    @Test(arguments: CountedIndicator.all)
    func `an indicator is one number in the table, in the comparison and in the trend`(
        indicator: Indicator
    )
        async throws
    {
        try await ReportWorld.with { ground in
            let (from, through) = (try ReportWorld.day("2024-01-01"), try ReportWorld.day("2024-12-31"))
            func row(_ sites: ReportScope.Sites) async throws -> IndicatorRow? {
                let scope = try ReportScope(sites: sites, models: .one("mst"))
                let table = try await ground.practice.indicators(of: scope, from: from, through: through)
                return table.sections.first?.rows.first { $0.indicator == indicator }
            }
            let network = try #require(try await row(.all)).countsText
            let comparison = try await ground.ask(ComparisonReport(indicator, by: .site), .all).comparison
            #expect(Self.pooled(comparison.units.map(\.counted.share)) == network)
            for (unit, site) in zip(comparison.units, [ground.north, ground.south]) {
                #expect(Self.pooled([unit.counted.share]) == Self.text(try await row(.one(site.code))))
            }
            let teams = try await ground.ask(ComparisonReport(indicator, by: .team), .all).comparison
            #expect(Self.pooled(teams.units.map(\.counted.share)) == network)
            let expected = comparison.units.compactMap(\.counted.expected).reduce(0, +)
            #expect(abs(expected - Double(comparison.centre?.numerator ?? 0)) < 1e-9)
            for step in TrendReport.Step.allCases {
                let trend = try await ground.ask(TrendReport(indicator, every: step), .all)
                #expect(Self.pooled(trend.points.map(\.share)) == network)
            }
        }
    }

    @Test func `sites add up to the network in every report of counts`() async throws {
        try await ReportWorld.with { ground in
            let sites: [ReportScope.Sites] = [.one(ground.north.code), .one(ground.south.code)]
            func parts<Report: FactReport>(_ report: Report) async throws -> (sum: [Report.Answer], all: Report.Answer)
            {
                var answers: [Report.Answer] = []
                for site in sites { answers.append(try await ground.ask(report, site)) }
                return (answers, try await ground.ask(report, .all))
            }
            let reach = try await parts(ReachReport())
            #expect(reach.sum.reduce(0) { $0 + $1.referred } == reach.all.referred)
            #expect(reach.sum.reduce(0) { $0 + $1.started } == reach.all.started)
            let times = try await parts(PlacementTimeReport())
            #expect(times.sum.reduce(0) { $0 + $1.cases.count } == times.all.cases.count)
            for cause in PlacementTimes.Cause.allCases {
                #expect(times.sum.reduce(0) { $0 + $1.count(of: cause) } == times.all.count(of: cause))
            }
            let followUp = try await parts(FollowUpReport())
            for (place, row) in followUp.all.rows.enumerated() {
                #expect(followUp.sum.reduce(0) { $0 + $1.rows[place].answers.yes } == row.answers.yes)
                #expect(followUp.sum.reduce(0) { $0 + $1.rows[place].answers.all } == row.answers.all)
            }
            let quality = try await parts(QualityReport())
            for (place, row) in quality.all.rows.enumerated() {
                let found = quality.sum.map { $0.rows[place].found }
                #expect(Self.pooled(found) == Self.pooled([row.found]))
            }
            let window = try #require(WindowLength(months: 12))
            let prePost = try await parts(PrePostReport(before: window, after: window))
            #expect(prePost.sum.reduce(0) { $0 + $1.children } == prePost.all.children)
            for (place, row) in prePost.all.rows.enumerated() {
                #expect(Self.pooled(prePost.sum.map { $0.rows[place].before }) == Self.pooled([row.before]))
                #expect(Self.pooled(prePost.sum.map { $0.rows[place].after }) == Self.pooled([row.after]))
            }
        }
    }
}
