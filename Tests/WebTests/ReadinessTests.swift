import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import Schema
import ScratchPostgres
import Synchronization
import Testing

@testable import Web

struct ReadinessTests {
    @Test func `a server that stops makes the service unready within two seconds, and one that starts again ready`()
        async throws
    {
        try await ScratchPostgres.withCluster { cluster, running in
            _ = try await Migrator(connecting: running.connectInfo(role: .administrator)).migrate()
            let pool = Pool(
                PoolConfiguration(
                    target: ConnectionTarget(conninfo: running.connectInfo(role: .application)), size: 1,
                    connectPatience: .zero))
            let models = try ModelRegistry([])
            let practice = Practice(
                application: pool, reporting: pool,
                store: EpisodeStore(models: models, vault: try FixtureVault.make(), clock: .system), models: models,
                clock: .system)
            let readiness = Readiness(ReadinessProbe(pool: pool, sweep: pool, practice: practice), interval: .zero)
            #expect(await readiness.report().isReady)
            try await cluster.stop()
            let start = ContinuousClock.now
            #expect(await readiness.report() == .nothing)
            #expect(start.duration(to: .now) < .seconds(2))
            try await cluster.start()
            #expect(await readiness.report().isReady)
            await pool.close()
        }
    }

    @Test func `a database that hangs is answered for within two seconds, however many ask`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            try await database.withPool(.administrator, size: 1) { pool in
                let probe = ReadinessProbe(
                    look: {
                        try await pool.withConnection { _ = try await $0.query("SELECT pg_sleep(600)") }
                        return .init(isMigrated: true, sites: [])
                    }, hasStaleRows: { _ in false })
                let readiness = Readiness(probe, interval: .zero, limit: .milliseconds(500))
                let start = ContinuousClock.now
                for _ in 0..<5 { #expect(await readiness.report() == .nothing) }
                #expect(start.duration(to: .now) < .seconds(2))
                try await ScratchPostgres.endSleepers(in: database)
            }
        }
    }

    @Test func `a database that is not migrated is no database to work with`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            try await database.withPool(.administrator, size: 1) { pool in
                let probe = ReadinessProbe(
                    look: {
                        try await pool.withConnection {
                            .init(isMigrated: try await Schema.isCurrent(on: $0), sites: [])
                        }
                    }, hasStaleRows: { _ in false })
                let report = await Readiness(probe).report()
                #expect(report == ReadinessReport(database: true, migrations: false, shapes: false))
            }
        }
    }

    @Test func `a thousand who ask at once are one question, and the answer is good for a while`() async throws {
        let questions = Atomic<Int>(0)
        let probe = ReadinessProbe(
            look: {
                questions.add(1, ordering: .relaxed)
                return .init(isMigrated: true, sites: [])
            }, hasStaleRows: { _ in false })
        let readiness = Readiness(probe, interval: .seconds(3_600))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1_000 { group.addTask { await readiness.report().isReady } }
            for await isReady in group { #expect(isReady) }
        }
        #expect(questions.load(ordering: .relaxed) == 1)
    }

    @Test func `a site that was found clean is not looked through again, and one that was not is`() async throws {
        let (first, second) = (try #require(SiteCode("first")), try #require(SiteCode("second")))
        let looks = Mutex<[SiteCode: Int]>([:])
        let isMended = Atomic<Bool>(false)
        let probe = ReadinessProbe(
            look: { .init(isMigrated: true, sites: [first, second]) },
            hasStaleRows: { site in
                looks.withLock { $0[site, default: 0] += 1 }
                return site == second && !isMended.load(ordering: .relaxed)
            })
        let readiness = Readiness(probe, interval: .zero)
        for _ in 0..<2 {
            #expect(await readiness.report() == ReadinessReport(database: true, migrations: true, shapes: false))
        }
        isMended.store(true, ordering: .relaxed)
        #expect(await readiness.report().isReady)
        #expect(await readiness.report().isReady)
        #expect(looks.withLock { $0 } == [first: 1, second: 3])
    }

    @Test(arguments: [.episode, .child, .team, .phaseSpell, .outcome, .episodeFact] as [ProjectionTable])
    func `a row of another form in any table makes the site stale`(_ table: ProjectionTable) async throws {
        try await WebWorld.with { world in
            try await world.recordEpisodes()
            let site = try #require(SiteCode("north"))
            #expect(try await world.practice.hasStaleRows(at: site) == false)
            #expect(try await world.age(table) > 0)
            #expect(try await world.practice.hasStaleRows(at: site))
            #expect(try await world.get("/readyz").status == 503)
        }
    }

    @Test func `every table with a form is looked at`() async throws {
        try await ScratchPostgres.withDatabase { database in
            let found = try await Connection.withConnection(to: database.target(.administrator)) { connection in
                try await connection.query(
                    """
                    SELECT table_schema || '.' || table_name FROM information_schema.columns
                    WHERE column_name = 'shape' ORDER BY 1
                    """
                ).column(0, as: String.self)
            }
            #expect(found == ProjectionTable.allCases.map(\.rawValue).sorted())
        }
    }
}

extension ScratchPostgres {
    /// Ends what sleeps in a database.
    fileprivate static func endSleepers(in database: ScratchDatabase) async throws {
        try await Connection.withConnection(to: database.target(.administrator)) { connection in
            try await connection.execute(
                """
                SELECT pg_cancel_backend(pid) FROM pg_stat_activity
                WHERE datname = \(database.name) AND pid <> pg_backend_pid()
                """
            )
        }
    }
}
