import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import InventedModel
import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing

@Suite struct TamperingTests {
    @Test func `each of two hundred random tamperings is found and the first bad event named`() async throws {
        let seed = UInt64.random(in: .min ... .max)
        try await withRecord { world, site, victims in
            var generator = SplitMix64(seed: seed)
            let tampering = Tampering(site: site, victims: victims)
            try await withSuperuser(world) { pool in
                for number in 0..<200 {
                    let outcome = try await attempt(tampering, &generator, world, site, pool)
                    #expect(outcome.found == outcome.expected, "\(outcome.name), number \(number) of seed \(seed)")
                    guard outcome.found == outcome.expected else { return }
                }
            }
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test(arguments: Tampering.Act.allCases)
    func `every kind of tampering is found`(act: Tampering.Act) async throws {
        try await withRecord(episodes: 3) { world, site, victims in
            var generator = SplitMix64(seed: 11)
            let tampering = Tampering(site: site, victims: victims, only: act)
            try await withSuperuser(world) { pool in
                for _ in 0..<3 {
                    let outcome = try await attempt(tampering, &generator, world, site, pool)
                    #expect(outcome.found == outcome.expected, "\(outcome.name)")
                }
            }
        }
    }

    @Test func `changed, missing and added rows of every projection and of the facts are found`() async throws {
        try await withRecord(episodes: 12) { world, site, _ in
            try await withSuperuser(world) { pool in
                for forgery in ForgedRows.statements {
                    let report = try await tampered(world, site, pool) { transaction in
                        try await transaction.execute(forgery.statement)
                    }
                    let tables = Set(report.faults.compactMap(\.table))
                    #expect(tables == [forgery.table], "\(forgery.statement.debugDescription)")
                }
            }
        }
    }

    @Test func `a check refuses a view of the database that changes under it`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let fault = await #expect(throws: StoreFault.self) {
                try await world.transaction(in: site) { transaction in
                    try await world.store.verify(site: site.id, in: transaction)
                }
            }
            #expect(fault?.code == .needsSnapshot)
        }
    }

    // MARK: - The bench

    private struct Undone: Error {
        let report: CheckReport
    }

    /// A record of some random episodes and children, and where their events are.
    private func withRecord(
        episodes count: Int = 12, _ body: (FixtureWorld, FixtureSite, [Victim]) async throws -> Void
    ) async throws {
        try await FixtureWorld.with(models: [InventedModel()]) { world in
            let site = try await world.site()
            let other = try await world.site("south")
            try await world.teamwork(of: site)
            var generator = SplitMix64(seed: 5)
            let random = try RandomHistory(on: site, under: world.rules("invented"))
            for _ in 0..<count {
                _ = try await world.tell(random, steps: 24, using: &generator, on: site)
            }
            try await world.treatment(at: site)
            try await world.record([FixtureEpisode(referredOn: FixtureWorld.today)], on: other)
            let victims = try await world.transaction(in: site) { transaction in
                try await transaction.query(
                    """
                    SELECT stream, stream_id, seq, payload::text, kind, count(*) OVER (PARTITION BY stream, stream_id)
                    FROM record.event ORDER BY stream, stream_id, seq
                    """
                ).map(Victim.init)
            }
            try await body(world, site, victims)
        }
    }

    private func withSuperuser(_ world: FixtureWorld, _ body: (Pool) async throws -> Void) async throws {
        try await world.database.withPool(.administrator, size: 1, body)
    }

    /// What a check finds after something was done with all triggers off; nothing of it stays.
    private func tampered(
        _ world: FixtureWorld, _ site: FixtureSite, _ pool: Pool, _ act: (Transaction) async throws -> Void
    ) async throws -> CheckReport {
        do {
            return try await pool.transaction(isolation: .repeatableRead) { transaction in
                try await transaction.execute("SET LOCAL session_replication_role = replica")
                // Whoever owns the tables can also take rules away.
                try await transaction.execute("ALTER TABLE record.event DROP CONSTRAINT event_chain_begins_with_zeros")
                try await act(transaction)
                throw Undone(report: try await world.store.verify(site: site.id, in: transaction))
            }
        } catch let undone as Undone {
            return undone.report
        }
    }

    private struct Outcome {
        let name: String
        let expected: EventAddress
        let found: EventAddress?
    }

    private func attempt(
        _ tampering: Tampering, _ generator: inout SplitMix64, _ world: FixtureWorld, _ site: FixtureSite, _ pool: Pool
    ) async throws -> Outcome {
        let plan = try tampering.plan(using: &generator)
        let report = try await tampered(world, site, pool) { transaction in
            for statement in plan.statements { try await transaction.execute(statement) }
            if let forgery = plan.forgery { try await forgery(transaction) }
        }
        return Outcome(name: plan.name, expected: plan.firstBad, found: report.firstBad)
    }
}

extension RecordFault {
    /// The table of rows that are not what the events say.
    var table: ProjectionTable? {
        switch kind {
        case .projection(let table), .orphan(let table): table
        default: nil
        }
    }
}
