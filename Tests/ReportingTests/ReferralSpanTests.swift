import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Testing

@testable import Reporting

/// Ages, steps and the time before, against numbers that were counted by hand.
@Suite struct ReferralSpanTests {
    private static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private static func table(_ ground: ReportWorld, _ sites: ReportScope.Sites) async throws -> ReferralsTable {
        let scope = try ReportScope(sites: sites, models: .one("mst"))
        return try await ground.practice.referrals(
            of: scope, from: try day("2024-01-01"), through: try day("2024-12-31"))
    }

    private static func lines(_ table: ReferralsTable, _ block: ReferralRow.Block) -> [String] {
        table.sections.flatMap(\.rows).filter { $0.block == block }.map {
            "\($0.key) \($0.numerator)/\($0.denominator)"
        }
    }

    @Test func `ages and the time that social care knew a child are counted, and whom nobody knows of stands apart`()
        async throws
    {
        try await ReportWorld.with { ground in
            let north = try await Self.table(ground, .one(ground.north.code))
            #expect(Self.lines(north, .age) == ["12_13 1/5", "not_said 4/5"])
            // A plan since 2023-06-01, 221 days before; two whose provision began after; two of whom nothing is on record.
            #expect(
                Self.lines(north, .knownBefore) == ["not_before 2/5", "6_to_11_months 1/5", "not_recorded 2/5"])
            let all = try await Self.table(ground, .all)
            #expect(
                Self.lines(all, .knownBefore) == ["not_before 2/7", "6_to_11_months 1/7", "not_recorded 4/7"])
            #expect(Self.lines(all, .age) == ["12_13 1/7", "not_said 6/7"])
        }
    }

    @Test func `the days of each step have their median and quartiles, and who did not take it is in none`()
        async throws
    {
        try await IndicatorPracticeTests.with { world, site, practice in
            func family(
                _ referred: String, _ decided: (Screening.Verdict, String)? = nil, started: String? = nil
            ) throws -> FixtureEpisode {
                var family = FixtureEpisode(referredOn: try Self.day(referred))
                family.decision = try decided.map { ($0.0, try Self.day($0.1)) }
                family.startedOn = try started.map(Self.day)
                return family
            }
            try await world.record(
                [
                    try family("2024-01-01", (.accepted, "2024-01-03"), started: "2024-01-10"),
                    try family("2024-01-01", (.accepted, "2024-01-05"), started: "2024-01-25"),
                    try family("2024-01-02", (.accepted, "2024-01-12")),
                    try family("2024-01-03", (.declined(.noCapacity), "2024-01-04")),
                    try family("2024-01-04"),
                ], on: site)
            let scope = try ReportScope(sites: .one(site.code), models: .one("mst"))
            let table = try await practice.referrals(
                of: scope, from: try Self.day("2024-01-01"), through: try Self.day("2024-01-31"))
            #expect(
                Self.lines(table, .step) == [
                    "referral_to_decision 4/5", "decision_to_start 2/3", "referral_to_start 2/3",
                ])
            let spreads = table.sections.flatMap(\.rows).filter { $0.block == .step }.map { row in
                [row.spread?.lower, row.spread?.median, row.spread?.upper]
            }
            // 1, 2, 4 and 10 days; 7 and 20; 9 and 24.
            #expect(spreads == [[1.75, 3, 5.5], [10.25, 13.5, 16.75], [12.75, 16.5, 20.25]])
            #expect(
                table.csv().contains(
                    "mst,step,decision_to_start,\"Decision to first session, of accepted\",2,3,0.6666666666666666,"))
            #expect(table.json().contains(#""median_days": 13.5"#))
            #expect(table.text().contains("Median  Lower quartile  Upper quartile"))
        }
    }

    @Test func `the spread of one is that one, and of nothing there is none`() {
        #expect(DaySpread(of: []) == nil)
        #expect(DaySpread(of: [(5, 1)]).map { [$0.lower, $0.median, $0.upper] } == [5, 5, 5])
        #expect(DaySpread(of: [(3, 2), (1, 3)]).map { [$0.lower, $0.median, $0.upper] } == [1, 1, 3])
        #expect(DaySpread(of: [(9, 0)]) == nil)
    }
}
