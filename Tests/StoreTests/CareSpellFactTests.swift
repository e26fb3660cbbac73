import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing
import Vault

@Suite struct CareSpellFactTests {
    private static let day = FixtureWorld.today.adding(days: -200)
    private typealias Entry = Engine.Entry<ChildCommand>

    /// A version of a spell's fact.
    private struct Version: Hashable, Sendable {
        let version: Int32
        let term: String
        let startedOn: CivilDate
        let endedOn: CivilDate?
        let isCurrent: Bool
    }

    /// A child that is on record and has no spell.
    private func withChild(
        _ body: (FixtureWorld, FixtureSite, ChildID) async throws -> Void
    ) async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let child = ChildID.fresh()
            try await world.append([Entry(.register(nil), on: Self.day)], to: child, of: site)
            try await body(world, site, child)
            #expect(try await world.verify(site).faults == [])
        }
    }

    private func versions(_ world: FixtureWorld, _ site: FixtureSite) async throws -> [Version] {
        try await world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT version, term, started_on, ended_on, known_to = 'infinity' FROM reporting.care_spell_fact
                ORDER BY term, fact_key, version
                """
            ).map { row in
                Version(
                    version: try row.decode(0), term: try row.decode(1), startedOn: try row.decode(2),
                    endedOn: try row.decode(3), isCurrent: try row.decode(4)
                )
            }
        }
    }

    /// What the facts say was known at an instant, a line a spell.
    private func known(_ world: FixtureWorld, _ site: FixtureSite, at instant: Instant) async throws -> [String] {
        try await world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT term || ' ' || started_on || ' ' || coalesce(ended_on::text, '-') FROM reporting.care_spell_fact
                WHERE known_from <= \(instant) AND \(instant) < known_to
                """
            ).column(0, as: String.self).sorted()
        }
    }

    /// The same by the child's own facts.
    private func lines(_ facts: ChildFacts?) -> [String] {
        func line(_ term: String, _ from: CivilDate, _ until: CivilDate?) -> String {
            "\(term) \(from) " + (until.map { "\($0)" } ?? "-")
        }
        let placements = facts?.placements.map { line($0.placement.setting.rawValue, $0.startedOn, $0.endedOn) }
        let provision = facts?.provision.map { line($0.provision.kind.rawValue, $0.startedOn, $0.endedOn) }
        return ((placements ?? []) + (provision ?? [])).sorted()
    }

    @Test func `a spell's end is a second version, and another spell none of the first`() async throws {
        try await withChild { world, site, child in
            let spell = FixtureSpell(.foster, Self.day, until: Self.day.adding(days: 30))
            let beginning = world.clock.shown
            try await world.append([spell.entries[0]], to: child, of: site)
            let open = world.clock.shown
            try await world.append([spell.entries[1]], to: child, of: site)
            try await world.record([FixtureSpell(.childInNeed, Self.day)], of: child, on: site)
            #expect(
                try await versions(world, site) == [
                    Version(version: 1, term: "cin", startedOn: Self.day, endedOn: nil, isCurrent: true),
                    Version(version: 1, term: "foster", startedOn: Self.day, endedOn: nil, isCurrent: false),
                    Version(
                        version: 2, term: "foster", startedOn: Self.day, endedOn: Self.day.adding(days: 30),
                        isCurrent: true),
                ])
            #expect(try await known(world, site, at: beginning) == [])
            #expect(try await known(world, site, at: open) == ["foster \(Self.day) -"])
        }
    }

    @Test func `a spell that is entered with its end has one version`() async throws {
        try await withChild { world, site, child in
            try await world.record(
                [FixtureSpell(.kin, Self.day, until: Self.day.adding(days: 3))], of: child, on: site)
            #expect(try await versions(world, site).map(\.version) == [1])
        }
    }

    @Test func `a withdrawn spell ends its fact and adds none, and one that comes back goes on counting`() async throws
    {
        try await withChild { world, site, child in
            let spell = FixtureSpell(.hospital, Self.day)
            try await world.append(spell.entries, to: child, of: site)
            let before = world.clock.shown
            let withdrawal = Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(2)])
            try await world.correct(withdrawal, of: child, on: site)
            #expect(try await versions(world, site).map(\.isCurrent) == [false])
            #expect(try await known(world, site, at: world.clock.shown) == [])
            #expect(try await known(world, site, at: before) == ["hospital \(Self.day) -"])
            let back = Correction<ChildCommand>(
                cause: .entryError,
                replacements: [.init(StreamSeq(2), with: spell.entries[0].command, on: Self.day.adding(days: 1))]
            )
            try await world.correct(back, of: child, on: site)
            let versions = try await versions(world, site)
            #expect(versions.map(\.version) == [1, 2])
            #expect(versions.map(\.isCurrent) == [false, true])
        }
    }

    @Test func `what a spell counts as stands in its fact`() async throws {
        try await withChild { world, site, child in
            let settings = PlacementSetting.allCases.enumerated().map { position, setting in
                FixtureSpell(
                    setting, Self.day.adding(days: position), until: Self.day.adding(days: position + 1))
            }
            let kinds = ProvisionKind.allCases.map { FixtureSpell($0, Self.day) }
            try await world.record(settings + kinds, of: child, on: site)
            let counts = try await world.transaction(in: site, access: .readOnly) { transaction in
                try await transaction.query(
                    """
                    SELECT term FROM reporting.care_spell_fact WHERE looked_after UNION ALL
                    SELECT '-' UNION ALL
                    SELECT term FROM reporting.care_spell_fact WHERE measure = 'placement' AND NOT out_of_home UNION ALL
                    SELECT '-' UNION ALL
                    (SELECT term FROM reporting.care_spell_fact WHERE custody ORDER BY 1)
                    """
                ).column(0, as: String.self)
            }
            #expect(counts == ["looked-after", "-", "home", "-", "secure-home", "young-offender-institution"])
        }
    }

    @Test func `a child has one key in the facts of all its episodes and spells`() async throws {
        try await withChild { world, site, child in
            let twice = (0..<2).map { number in
                var episode = FixtureEpisode(
                    from: Self.day.adding(days: number * 60), through: Self.day.adding(days: number * 60 + 50))
                episode.child = child
                return episode
            }
            try await world.record([FixtureEpisode(referredOn: Self.day)], on: site)
            for episode in twice {
                try await world.transaction(in: site) { transaction in
                    let rules = try world.rules()
                    try await world.store.append(
                        [.record(try episode.entries(on: site), to: episode.id, in: EpisodeStream.self) { _ in rules }],
                        site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
                    )
                }
            }
            try await world.record([FixtureSpell(.kin, Self.day)], of: child, on: site)
            let counts = try await world.transaction(in: site, access: .readOnly) { transaction in
                try await transaction.query(
                    """
                    SELECT count(*) FROM reporting.episode_fact AS e JOIN reporting.care_spell_fact AS s
                        USING (site_id, child_key)
                    WHERE s.child_key = \(world.vault.factKeys(site: site.id).key(of: child))
                        AND e.known_to = 'infinity'
                    """
                ).column(0, as: Int.self)
            }
            #expect(counts == [2])
        }
    }

    @Test func `at every instant of a random history the facts known are those of the child then`() async throws {
        try await withChild { world, site, child in
            var random = SplitMix64(seed: 29)
            let trial = try RandomHistory(on: site, under: world.rules())
            let steps = trial.child(steps: 60, using: &random)
            var stamps: [Instant] = []
            for case .record(let entry) in steps.dropFirst() {
                do {
                    try await world.append([entry], to: child, of: site)
                } catch is Refusal {}
                try await correctAtRandom(child, world, site, using: &random)
                stamps.append(world.clock.shown)
            }
            var corrected = 0
            for stamp in stamps {
                let then = try #require(try await world.load(child, of: site, knownAt: stamp))
                #expect(try await known(world, site, at: stamp) == lines(then.history.facts))
                corrected = Int(then.history.head.number) - then.history.standing.count
            }
            #expect(corrected > 5)
            let versions = try await versions(world, site)
            #expect(versions.map(\.version).max() ?? 0 > 2)
        }
    }

    /// Withdraws something that stands, or gives it another day, when the engine lets it.
    private func correctAtRandom(
        _ child: ChildID, _ world: FixtureWorld, _ site: FixtureSite, using random: inout SplitMix64
    ) async throws {
        guard Bool.random(using: &random), let state = try await world.load(child, of: site),
            let event = state.history.standing.dropFirst().randomElement(using: &random),
            let command = event.event.command
        else { return }
        let moved = event.occurredOn.adding(days: Int.random(in: -9...9, using: &random))
        let correction =
            Int.random(in: 0..<3, using: &random) == 0
            ? Correction<ChildCommand>(cause: .entryError, withdrawals: [event.seq])
            : Correction(cause: .entryError, replacements: [.init(event.seq, with: command, on: moved)])
        do {
            try await world.correct(correction, of: child, on: site)
        } catch is Refusal {}
    }

    @Test func `facts as an older version left them are made anew by a rebuild`() async throws {
        try await withChild { world, site, child in
            var episode = FixtureEpisode(from: Self.day, through: Self.day.adding(days: 90))
            episode.child = ChildID.fresh()
            try await world.record([episode], on: site)
            try await world.record([FixtureSpell(.foster, Self.day)], of: episode.child, on: site)
            let before = try await facts(world)
            try await world.database.withPool(.administrator, size: 1) { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute("DELETE FROM reporting.care_spell_fact")
                    try await transaction.execute("UPDATE reporting.episode_fact SET shape = 1, child_key = NULL")
                }
            }
            #expect(try await world.verify(site).faultCount == 2)
            let report = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(report.changed == 2)
            #expect(try await facts(world) == before)
        }
    }

    private func facts(_ world: FixtureWorld) async throws -> [String] {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT t::text FROM reporting.episode_fact AS t UNION ALL
                    SELECT t::text FROM reporting.care_spell_fact AS t ORDER BY 1
                    """
                ).column(0, as: String.self)
            }
        }
    }
}
