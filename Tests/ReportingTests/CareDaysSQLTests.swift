import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing

@testable import Reporting

@Suite struct CareDaysSQLTests {
    private struct Facts: Sendable {
        var episodes: [GeneratedFact] = []
        var spells: [GeneratedSpell] = []
    }

    /// Children of whom some have several episodes, some no spell and some no episode.
    private static func facts(_ count: Int, sites: Int32, seed: UInt64) -> Facts {
        var random = SplitMix64(seed: seed)
        var facts = Facts()
        var (episode, spell) = (0, 0)
        for child in 0..<count {
            let site = Int32.random(in: 1...sites, using: &random)
            for _ in 0..<([0, 1, 1, 1, 2, 3].randomElement(using: &random) ?? 1) {
                episode += 1
                facts.episodes += GeneratedFact.random(episode: episode, site: site, using: &random).map { fact in
                    var fact = fact
                    fact.child = child
                    return fact
                }
            }
            for _ in 0..<([0, 0, 1, 2, 4].randomElement(using: &random) ?? 0) {
                spell += 1
                facts.spells += GeneratedSpell.random(spell, child: child, site: site, using: &random)
            }
        }
        return facts
    }

    /// The sums by counting day after day.
    private static func expected(
        _ facts: Facts, _ request: ReportRequest, today: CivilDate, sites: [Int32]
    ) -> CareDaysSums {
        func isKnown(_ from: Instant, _ to: Instant?) -> Bool {
            guard let instant = request.knownAt else { return to == nil }
            return from <= instant && to.map { instant < $0 } ?? true
        }
        let days = (0..<request.period.dayCount).map { request.period.from.adding(days: $0) }.filter { $0 <= today }
        let last = days.last ?? request.period.from.adding(days: -1)
        let only: ModelID? = if case .one(let id) = request.scope.models { id } else { nil }
        let accepted = facts.episodes.filter { fact in
            guard let decidedOn = fact.decidedOn, fact.decision == "accepted" else { return false }
            return sites.contains(fact.site) && isKnown(fact.knownFrom, fact.knownTo) && decidedOn <= last
                && (request.scope.team == nil || request.scope.team?.text == fact.decidedTeam)
                && (only == nil || only?.text == fact.model)
        }
        var sums = CareDaysSums()
        for measure in CareMeasure.allCases { sums.measures[measure] = CareDaysSums.Days() }
        for child in Set(accepted.map { $0.child ?? $0.episode }) {
            sums.children += 1
            let spells = facts.spells.filter { $0.child == child && isKnown($0.knownFrom, $0.knownTo) }
            if spells.isEmpty { sums.withoutSpells += 1 }
            for measure in CareMeasure.allCases {
                let counting = spells.filter { spell in
                    switch measure {
                    case .lookedAfter: spell.isLookedAfter
                    case .outOfHome: spell.isOutOfHome
                    case .custody: spell.isCustody
                    }
                }
                let counted = days.count { day in
                    counting.contains { $0.startedOn <= day && $0.endedOn.map { day < $0 } ?? true }
                }
                sums.measures[measure]?.days += counted
                if counted > 0 { sums.measures[measure]?.children += 1 }
            }
        }
        return sums
    }

    private static func with<Result: Sendable>(
        sites: Int, _ facts: Facts, _ body: (FactGround) async throws -> Result
    ) async throws -> Result {
        try await FactGround.with(sites: sites, facts: facts.episodes) { ground in
            try await ground.asking { connection in
                try await connection.transaction { try await GeneratedSpell.insert(facts.spells, in: $0) }
                try await connection.execute("ANALYZE reporting.care_spell_fact")
            }
            return try await body(ground)
        }
    }

    private static func read(
        _ request: ReportRequest, today: CivilDate, sites: [Int32], on ground: FactGround,
        as role: ConnectionRole = .reporting, scope: Int32? = nil
    ) async throws -> CareDaysTable {
        let setting = scope.map { [("homeward.site", String($0)), ("homeward.aspects", "{record,scores}")] } ?? []
        return try await ground.asking(as: role) { connection in
            try await connection.transaction(
                scope: SessionScope(settings: CareDaysReport.planning + setting), access: .readOnly
            ) { transaction in
                try await CareDaysReport.read(
                    request, today: today, sites: sites.map(SiteID.init), in: transaction)
            }
        }
    }

    private static func request(
        team: String? = nil, models: ReportScope.Models = .each, from: Int = 0, days: Int = 500,
        knownAt: Instant? = nil
    ) throws -> ReportRequest {
        let site = ReportScope.Sites.one(try #require(SiteCode("S1")))
        let first = GeneratedFact.firstDay.adding(days: from)
        return try ReportRequest(
            scope: try ReportScope(sites: site, team: team.flatMap { TeamCode($0) }, models: models), from: first,
            through: first.adding(days: days - 1), knownAt: knownAt, now: Instant(microseconds: .max)
        )
    }

    private static let lastDay = GeneratedFact.firstDay.adding(days: 100_000)

    @Test func `random questions to random facts are answered as counting day after day does`() async throws {
        let facts = Self.facts(160, sites: 3, seed: 41)
        try await Self.with(sites: 3, facts) { ground in
            var random = SplitMix64(seed: 43)
            var seen = CareDaysSums()
            for _ in 0..<40 {
                let knownAt =
                    Bool.random(using: &random)
                    ? nil
                    : GeneratedFact.firstInstant.adding(
                        microseconds: Int64.random(in: 0...2_500, using: &random) * 1_000_000)
                let models: [ReportScope.Models] = [.each, .pooled, .one("mst"), .one("mst-fit")]
                let request = try Self.request(
                    team: [nil, nil, "A", "B"].randomElement(using: &random) ?? nil,
                    models: models.randomElement(using: &random) ?? .each,
                    from: Int.random(in: 0..<400, using: &random), days: Int.random(in: 1...300, using: &random),
                    knownAt: knownAt
                )
                let today = GeneratedFact.firstDay.adding(days: Int.random(in: -10...900, using: &random))
                let sites: [Int32] = [[1], [2, 3], [1, 2, 3]].randomElement(using: &random) ?? []
                let table = try await Self.read(request, today: today, sites: sites, on: ground)
                let sums = Self.expected(facts, request, today: today, sites: sites)
                let wanted = try CareDaysTable(
                    answering: request, window: CareWindow(request.period, today: today), sums: sums)
                #expect(table == wanted)
                seen.children += sums.children
                seen.withoutSpells += sums.withoutSpells
                for (measure, days) in sums.measures { seen.measures[measure, default: .init()].days += days.days }
            }
            #expect(seen.withoutSpells > 0 && seen.children > seen.withoutSpells)
            #expect(CareMeasure.allCases.allSatisfy { seen.measures[$0]?.days ?? 0 > 0 })
        }
    }

    @Test func `under one site's scope the children of another are not counted, whoever is asked for`() async throws {
        let facts = Self.facts(60, sites: 2, seed: 5)
        try await Self.with(sites: 2, facts) { ground in
            let request = try Self.request()
            let own = try await Self.read(
                request, today: Self.lastDay, sites: [1, 2], on: ground, as: .application, scope: 1)
            let wanted = Self.expected(facts, request, today: Self.lastDay, sites: [1])
            #expect((own.children, own.withoutSpells) == (wanted.children, wanted.withoutSpells))
            #expect(own.rows.map(\.days) == CareMeasure.allCases.map { wanted.measures[$0]?.days })
            let none = try await Self.read(
                request, today: Self.lastDay, sites: [2], on: ground, as: .application, scope: 1)
            #expect(none.children == 0)
        }
    }

    @Test(arguments: [
        (IndicatorReport.factShape - 1, CareDaysReport.spellShape),
        (IndicatorReport.factShape, CareDaysReport.spellShape - 1),
    ])
    func `facts of another shape are refused and not misread`(episodes: Int16, spells: Int16) async throws {
        var facts = Self.facts(40, sites: 1, seed: 5)
        for position in facts.episodes.indices { facts.episodes[position].shape = episodes }
        for position in facts.spells.indices { facts.spells[position].shape = spells }
        try await Self.with(sites: 1, facts) { ground in
            let fault = await #expect(throws: ReportFault.self) {
                _ = try await Self.read(try Self.request(), today: Self.lastDay, sites: [1], on: ground)
            }
            guard case .staleFacts(let count)? = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
            #expect(count > 0)
        }
    }

    @Test func `one old fact of the site is enough to refuse, for its spells may have none`() async throws {
        var facts = Self.facts(20, sites: 2, seed: 6)
        let old = try #require(facts.episodes.firstIndex { $0.site == 1 })
        // Outside every window, and no longer what is known: its child may have grown since.
        facts.episodes[old].shape = 1
        facts.episodes[old].decision = "pending"
        facts.episodes[old].decidedOn = nil
        facts.episodes[old].closedOn = nil
        facts.episodes[old].startedOn = nil
        facts.episodes[old].group = nil
        try await Self.with(sites: 2, facts) { ground in
            await #expect(throws: ReportFault.staleFacts(1)) {
                _ = try await Self.read(try Self.request(), today: Self.lastDay, sites: [1], on: ground)
            }
            let other = try await Self.read(try Self.request(), today: Self.lastDay, sites: [2], on: ground)
            #expect(other.children > 0)
        }
    }
}
