import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing

@testable import Reporting

@Suite struct ReferralsTests {
    /// Ten referrals of a made-up quarter: nine received in it, of which seven were decided, one of them after its end;
    /// and one received before it and decided in it.
    static let counts: [ReferralCount] = [
        made("social-care", "accepted", isStarted: true, 2),
        made("social-care", "accepted", 1),
        made("police", "declined", reason: "age", onward: "early-help", 1),
        made("police", "declined", reason: "no-capacity", 1),
        made("social-care", "declined", reason: "age", onward: "early-help", 1),
        made(nil, "pending", isDecided: false, 1),
        made("health", "accepted", isStarted: true, isDecided: false, 1),
        made("health", "pending", isDecided: false, 1),
        made("education", "accepted", isStarted: true, isReceived: false, 1),
    ]

    static func made(
        _ source: String?, _ decision: String, reason: String? = nil, onward: String? = nil, isStarted: Bool = false,
        isReceived: Bool = true, isDecided: Bool = true, _ referrals: Int
    ) -> ReferralCount {
        ReferralCount(
            model: "mst", isReceived: isReceived, isDecided: isDecided, source: source, decision: decision,
            reason: reason, onward: onward, isStarted: isStarted, referrals: referrals)
    }

    static func table(
        _ counts: [ReferralCount], models: ReportScope.Models = .each, running: Set<ModelID> = ["mst"]
    ) throws -> ReferralsTable {
        let scope = try ReportScope(sites: .one(try #require(SiteCode("NORTH"))), models: models)
        let request = try ReportRequest(
            scope: scope, from: try #require(CivilDate(iso: "2025-01-01")),
            through: try #require(CivilDate(iso: "2025-03-31")), now: Instant(microseconds: .max))
        return try ReferralsTable(
            answering: request, counts: counts, models: try ModelRegistry(IndicatorTableTests.programme),
            running: running)
    }

    private static func lines(_ table: ReferralsTable, _ block: ReferralRow.Block) -> [String] {
        table.sections.flatMap(\.rows).filter { $0.block == block }.map {
            "\($0.key) \($0.numerator)/\($0.denominator) \($0.valueText)"
        }
    }

    @Test func `what became of the referrals received is counted with what each is of`() throws {
        let table = try Self.table(Self.counts)
        #expect(table.sections.map(\.received) == [9])
        #expect(
            Self.lines(table, .received) == [
                "received 9/9 100.0%", "decided 7/9 77.8%", "pending 2/9 22.2%", "accepted 4/7 57.1%",
                "declined 3/7 42.9%", "started 3/9 33.3%",
            ])
        #expect(Self.lines(table, .declineReason) == ["no-capacity 1/3 33.3%", "age 2/3 66.7%"])
        #expect(Self.lines(table, .onwardService) == ["early-help 2/3 66.7%", "not_said 1/3 33.3%"])
    }

    @Test func `each source has its share of the referrals and its own share accepted`() throws {
        let table = try Self.table(Self.counts)
        #expect(
            Self.lines(table, .source) == [
                "social-care 4/9 44.4%", "police 2/9 22.2%", "health 2/9 22.2%", "not_said 1/9 11.1%",
            ])
        #expect(
            Self.lines(table, .sourceAccepted) == [
                "social-care 3/4 75.0%", "police 0/2 0.0%", "health 1/1 100.0%",
            ])
    }

    @Test func `what was decided in the period counts whenever it was received, as the indicator does`() throws {
        #expect(Self.lines(try Self.table(Self.counts), .decided) == ["decided_accepted 4/7 57.1%"])
    }

    @Test func `of nothing there is no percentage`() throws {
        let table = try Self.table([])
        #expect(Self.lines(table, .received).allSatisfy { $0.hasSuffix(" 0/0 n/a") })
        #expect(table.text().contains("0 referrals received."))
        #expect(!table.text().contains("%"))
    }

    @Test func `the table for people`() throws {
        let text = try Self.table(Self.counts).text()
        let wanted = """
            Referrals: site NORTH, all teams, each model
            Referrals and decisions from 2025-01-01 to 2025-03-31, as known now.

            Standard MST (mst)
            9 referrals received.

            Received in the period
                                           n/N   Share
              Received                     9/9  100.0%
              Decided of received          7/9   77.8%
              Not decided yet of received  2/9   22.2%
              Accepted of decided          4/7   57.1%
              Declined of decided          3/7   42.9%
              Treatment begun of received  3/9   33.3%

            Declined, by reason
            """
        #expect(text.hasPrefix(wanted))
    }

    @Test func `a spreadsheet has a line for each, with the columns of the form for programs`() throws {
        let lines = try Self.table(Self.counts).csv().split(separator: "\r\n").map(String.init)
        #expect(
            lines[0]
                == "model,block,key,title,numerator,denominator,value,low,high,interval,median_days,lower_quartile_days,"
                + "upper_quartile_days")
        #expect(lines[4].hasPrefix("mst,received,accepted,Accepted of decided,4,7,0.5714285714285714,"))
        #expect(lines.count == 1 + (try Self.table(Self.counts).sections[0].rows.count))
        let json = try Self.table(Self.counts).json()
        #expect(json.contains(#""block": "decline_reason""#))
    }

    @Test func `random facts are counted as by hand, by site, team, model, pooled, and as known at any time`()
        async throws
    {
        var random = SplitMix64(seed: 71)
        var facts: [GeneratedFact] = []
        for episode in 0..<220 {
            facts += GeneratedFact.random(
                episode: episode, site: Int32.random(in: 1...2, using: &random), using: &random)
        }
        try await FactGround.with(sites: 2, facts: facts) { ground in
            for _ in 0..<30 {
                let knownAt =
                    Bool.random(using: &random)
                    ? nil
                    : GeneratedFact.firstInstant.adding(
                        microseconds: Int64.random(in: 0...2_000, using: &random) * 1_000_000)
                let pooled = Bool.random(using: &random)
                let team = [nil, "A", "B"].randomElement(using: &random) ?? nil
                let request = try FactGround.request(
                    team: team, models: pooled ? .pooled : .each, from: Int.random(in: 0..<400, using: &random),
                    days: Int.random(in: 1...200, using: &random), knownAt: knownAt)
                let table = try await ground.asking(as: .reporting) { connection in
                    try await connection.transaction { transaction in
                        try await ReferralsReport.read(
                            request, sites: [SiteID(1)], models: ground.models, running: [], in: transaction)
                    }
                }
                let known = facts.filter { fact in
                    guard fact.site == 1 else { return false }
                    guard let knownAt else { return fact.knownTo == nil }
                    return fact.knownFrom <= knownAt && fact.knownTo.map { knownAt < $0 } ?? true
                }
                // The table's `team` column holds the closing team in made-up facts.
                let own = known.filter { fact in
                    team == nil || (fact.decidedOn == nil ? fact.closedTeam : fact.decidedTeam) == team
                }
                let received = own.filter { request.period.contains($0.referredOn) }
                #expect(table.sections.map(\.received).reduce(0, +) == received.count)
                let decided = own.filter { $0.decidedOn.map(request.period.contains) ?? false }
                let row = table.sections.flatMap(\.rows).filter { $0.key == "decided_accepted" }
                #expect(row.map(\.denominator).reduce(0, +) == decided.count)
                #expect(row.map(\.numerator).reduce(0, +) == decided.filter { $0.decision == "accepted" }.count)
            }
        }
    }
}
