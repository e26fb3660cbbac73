import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import PrivateCluster
import RandomHistories
import Testing

@testable import Reporting

@Suite struct IndicatorSQLTests {
    static func facts(_ count: Int, sites: Int32, seed: UInt64) -> [GeneratedFact] {
        var random = SplitMix64(seed: seed)
        return (0..<count).flatMap { episode in
            GeneratedFact.random(episode: episode, site: Int32.random(in: 1...sites, using: &random), using: &random)
        }
    }

    /// The facts that a question is about, by plain comparison.
    static func known(_ facts: [GeneratedFact], at instant: Instant?, sites: [Int32]) -> [GeneratedFact] {
        facts.filter { fact in
            guard sites.contains(fact.site) else { return false }
            guard let instant else { return fact.knownTo == nil }
            return fact.knownFrom <= instant && fact.knownTo.map { instant < $0 } ?? true
        }
    }

    static func check(
        _ table: IndicatorTable, _ facts: [GeneratedFact], _ request: ReportRequest, sites: [Int32]
    ) {
        let known = known(facts, at: request.knownAt, sites: sites)
        let team = request.scope.team?.text
        let closings = known.filter { fact in
            fact.closedOn.map(request.period.contains) == true && (team == nil || team == fact.closedTeam)
        }
        let decisions = known.filter { fact in
            fact.decidedOn.map(request.period.contains) == true && (team == nil || team == fact.decidedTeam)
        }
        for section in table.sections {
            let isAll = section.model == "all"
            let ownClosings = closings.filter { isAll || $0.model == section.model }
            let ownDecisions = decisions.filter { isAll || $0.model == section.model }
            #expect(section.closures == ownClosings.count)
            for row in section.rows {
                let expected = IndicatorExpectation(
                    row.indicator, closings: ownClosings, decisions: ownDecisions,
                    overStarted: section.model == "mst-fit")
                #expect(expected.agrees(with: row), "\(section.model) \(row.indicator.rawValue)")
            }
        }
        let happened = Set((closings + decisions).map(\.model))
        guard request.scope.models == .each else { return }
        #expect(Set(table.sections.map(\.model)) == happened)
    }

    @Test func `random questions to random facts are answered as plain counting does`() async throws {
        let facts = IndicatorSQLTests.facts(1_200, sites: 3, seed: 20)
        try await FactGround.with(sites: 3, facts: facts) { ground in
            var random = SplitMix64(seed: 7)
            for _ in 0..<60 {
                let knownAt: Instant? =
                    Bool.random(using: &random)
                    ? nil
                    : GeneratedFact.firstInstant.adding(
                        microseconds: Int64.random(in: 0...2_500, using: &random) * 1_000_000
                    )
                let models: [ReportScope.Models] = [.each, .pooled, .one("mst"), .one("mst-fit")]
                let request = try FactGround.request(
                    team: [nil, nil, "A", "B"].randomElement(using: &random) ?? nil,
                    models: models.randomElement(using: &random) ?? .each,
                    from: Int.random(in: 0..<400, using: &random), days: Int.random(in: 1...300, using: &random),
                    knownAt: knownAt
                )
                let sites: [Int32] = [[1], [2, 3], [1, 2, 3]].randomElement(using: &random) ?? []
                let table = try await ground.read(request, sites: sites)
                IndicatorSQLTests.check(table, facts, request, sites: sites)
            }
        }
    }

    @Test func `under one site's scope the facts of another are not counted, whoever is asked for`() async throws {
        let facts = IndicatorSQLTests.facts(150, sites: 2, seed: 3)
        try await FactGround.with(sites: 2, facts: facts) { ground in
            let request = try FactGround.request(models: .pooled)
            let table = try await ground.read(request, sites: [1, 2], as: .application, scope: 1)
            IndicatorSQLTests.check(table, facts, request, sites: [1])
            let none = try await ground.read(request, sites: [2], as: .application, scope: 1)
            #expect(none.sections.map(\.closures) == [0])
        }
    }

    @Test func `a version counts from the moment it became known up to the moment it was replaced`() async throws {
        var first = try #require(IndicatorSQLTests.facts(1, sites: 1, seed: 1).first)
        (first.decision, first.decidedOn, first.startedOn) = ("accepted", first.referredOn, first.referredOn)
        (first.closedOn, first.group) = (first.referredOn.adding(days: 100), "completed")
        let (begins, ends) = (GeneratedFact.firstInstant, GeneratedFact.firstInstant.adding(microseconds: 5))
        (first.version, first.knownFrom, first.knownTo) = (1, begins, ends)
        var second = first
        (second.version, second.knownFrom, second.knownTo, second.group) = (2, ends, nil, "placed")
        try await FactGround.with(sites: 1, facts: [first, second]) { ground in
            func completed(_ instant: Instant?) async throws -> Int? {
                let request = try FactGround.request(models: .pooled, knownAt: instant)
                let section = try await ground.read(request, sites: [1]).sections.first
                guard section?.closures == 1 else { return nil }
                return section?.rows.first { $0.indicator == .completed }?.value == 1 ? 1 : 0
            }
            var found: [Int?] = []
            for instant in [begins.adding(microseconds: -1), begins, ends.adding(microseconds: -1), ends, nil] {
                found.append(try await completed(instant))
            }
            #expect(found == [nil, 1, 1, 0, 0])
        }
    }

    @Test func `the first and the last day of the period count and no other`() async throws {
        var fact = try #require(IndicatorSQLTests.facts(1, sites: 1, seed: 1).first)
        (fact.decision, fact.decidedOn, fact.startedOn) = ("accepted", fact.referredOn, fact.referredOn)
        (fact.closedOn, fact.group, fact.knownTo) = (GeneratedFact.firstDay.adding(days: 700), "completed", nil)
        let closing = 700
        try await FactGround.with(sites: 1, facts: [fact]) { ground in
            for (from, days, counts) in [
                (closing, 1, 1), (closing - 3, 4, 1), (closing - 3, 3, 0), (closing + 1, 9, 0),
            ] {
                let request = try FactGround.request(models: .pooled, from: from, days: days)
                #expect(try await ground.read(request, sites: [1]).sections.map(\.closures) == [counts])
            }
        }
    }

    @Test func `facts of another shape are refused and not misread`() async throws {
        var facts = IndicatorSQLTests.facts(20, sites: 1, seed: 5)
        for position in facts.indices { facts[position].shape = 1 }
        try await FactGround.with(sites: 1, facts: facts) { ground in
            let request = try FactGround.request()
            let fault = await #expect(throws: ReportFault.self) { _ = try await ground.read(request, sites: [1]) }
            guard case .staleFacts(let count)? = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
            #expect(count > 0)
        }
    }

    @Test func `what is known now is found through the indexes of the current facts`() async throws {
        let facts = IndicatorSQLTests.facts(3_000, sites: 1, seed: 11)
        try await FactGround.with(sites: 1, facts: facts) { ground in
            let request = try FactGround.request(from: 100, days: 7)
            let used = try await ground.asking(as: .application) { connection in
                _ = try await ground.read(request, sites: [1], scope: 1, over: connection)
                try await connection.execute("SELECT pg_stat_force_next_flush()")
                return try await connection.query(
                    """
                    SELECT indexrelname FROM pg_stat_user_indexes
                    WHERE relname = 'episode_fact' AND idx_scan > 0 ORDER BY indexrelname
                    """
                ).column(0, as: String.self)
            }
            #expect(used == ["episode_fact_current_by_closing", "episode_fact_current_by_decision"])
        }
    }

    @Test func `the shape of facts that the report reads is the one that the record writes`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let day = FixtureWorld.today.adding(days: -200)
            try await world.record([FixtureEpisode(from: day, through: day.adding(days: 100))], on: site)
            let shapes = try await world.transaction(in: site) { transaction in
                try await transaction.query("SELECT DISTINCT shape FROM reporting.episode_fact").column(
                    0, as: Int16.self)
            }
            #expect(shapes == [IndicatorReport.factShape])
        }
    }
}
