import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import InventedModel
@_spi(Splice) import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing

@Suite struct RebuildTests {
    private static let tables = ProjectionTable.allCases.map(\.rawValue)

    private func withRecord(
        connections: Int = 4, _ body: (FixtureWorld, FixtureSite) async throws -> Void
    ) async throws {
        try await FixtureWorld.with(connections: connections, models: [InventedModel()]) { world in
            let site = try await world.site()
            try await world.teamwork(of: site)
            var generator = SplitMix64(seed: 3)
            for model in ["mst", "invented"] as [ModelID] {
                let random = try RandomHistory(on: site, under: world.rules(model))
                for _ in 0..<6 { _ = try await world.tell(random, steps: 40, using: &generator, on: site) }
            }
            try await world.treatment(at: site)
            try await body(world, site)
        }
    }

    /// Every row of every table that is made from events, as text.
    private func rows(_ world: FixtureWorld) async throws -> [String: [String]] {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.withConnection { connection in
                var rows: [String: [String]] = [:]
                for table in Self.tables {
                    rows[table] = try await connection.query(
                        "SELECT t::text FROM \(splice: table) AS t ORDER BY 1"
                    ).column(0, as: String.self)
                }
                return rows
            }
        }
    }

    private func superuser(_ world: FixtureWorld, _ statements: [Statement]) async throws {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("SET LOCAL session_replication_role = replica")
                for statement in statements { try await transaction.execute(statement) }
            }
        }
    }

    private func empty(_ world: FixtureWorld) async throws {
        try await superuser(world, Self.tables.map { "DELETE FROM \(splice: $0)" })
    }

    @Test func `emptied projections and facts come back as they were`() async throws {
        try await withRecord { world, site in
            let before = try await rows(world)
            #expect(before.values.allSatisfy { !$0.isEmpty })
            try await empty(world)
            #expect(try await rows(world).values.allSatisfy(\.isEmpty))
            let report = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(report.changed == report.streams)
            #expect(try await rows(world) == before)
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `rows that are right are left alone`() async throws {
        try await withRecord { world, site in
            let report = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(report.changed == 0)
            #expect(report.streams == 30)
        }
    }

    @Test func `changed, superfluous and unreadable rows are put right`() async throws {
        try await withRecord { world, site in
            let before = try await rows(world)
            let forgeries = ForgedRows.statements.map(\.statement)
            for forgery in forgeries {
                try await superuser(world, [forgery])
                _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
                #expect(try await rows(world) == before, "\(forgery.debugDescription)")
            }
        }
    }

    @Test func `rows of an older shape are brought up to date`() async throws {
        try await withRecord { world, site in
            let before = try await rows(world)
            try await superuser(world, Self.tables.map { "UPDATE \(splice: $0) SET shape = 7" })
            #expect(try await world.verify(site).faultCount == 30)
            _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(try await rows(world) == before)
        }
    }

    @Test func `a rebuild that was broken off is completed by the next`() async throws {
        struct BrokenOff: Error {}
        struct Failing: TransactionLender {
            let lender: FixtureLender
            let calls: CallCounter

            func transaction<Result: Sendable>(
                _ body: (Transaction) async throws -> Result
            ) async throws -> Result {
                try await lender.transaction { transaction in
                    let result = try await body(transaction)
                    if calls.next() == 4 { throw BrokenOff() }
                    return result
                }
            }
        }
        try await withRecord { world, site in
            let before = try await rows(world)
            try await empty(world)
            let lender = Failing(lender: world.lender(of: site), calls: CallCounter())
            await #expect(throws: BrokenOff.self) {
                try await world.store.rebuild(site: site.id, transactions: lender)
            }
            #expect(try await rows(world) != before)
            let report = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(report.changed < report.streams)
            #expect(try await rows(world) == before)
        }
    }

    @Test func `writers work on beside a rebuild`() async throws {
        try await FixtureWorld.with(connections: 6) { world in
            let site = try await world.site()
            let day = FixtureWorld.today.adding(days: -300)
            let episodes = (0..<12).map { _ in FixtureEpisode(from: day, through: day.adding(days: 200)) }
            try await world.record(episodes, on: site)
            try await superuser(
                world,
                [
                    "UPDATE record.episode SET ref = NULL, therapist = 'X', shape = 9", "DELETE FROM record.assignment",
                    "DELETE FROM reporting.episode_fact WHERE version > 1",
                    "UPDATE reporting.episode_fact SET interviews = 99, shape = 9",
                ]
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for step in 0..<12 {
                            let interview = Interview(
                                id: .fresh(), instrument: "tam-r", result: .completed, collector: .callCentre,
                                respondent: .mother, response: .score(try #require(AdherenceScore(decimal: "0.7")))
                            )
                            try await world.append(
                                .recordInterview(interview), on: day.adding(days: 10 + step),
                                to: episodes[writer * 3 + step % 3].id, of: site
                            )
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<4 {
                        _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await world.verify(site).faults == [])
            let counts = try await world.transaction(in: site) { transaction in
                try await transaction.query(
                    "SELECT count(*) FROM record.interview UNION ALL SELECT sum(interviews)::bigint FROM reporting.episode_fact WHERE known_to = 'infinity'"
                ).column(0, as: Int.self)
            }
            #expect(counts == [48, 48])
        }
    }

    @Test func `a check beside writers finds nothing amiss`() async throws {
        try await FixtureWorld.with(connections: 6) { world in
            let site = try await world.site()
            let day = FixtureWorld.today.adding(days: -300)
            let episodes = (0..<4).map { _ in FixtureEpisode(from: day, through: day.adding(days: 200)) }
            try await world.record(episodes, on: site)
            let faults = try await withThrowingTaskGroup(of: Int.self) { group in
                for episode in episodes {
                    group.addTask {
                        for step in 0..<10 {
                            let contact = Contact(id: .fresh(), mode: .meeting, party: .school)
                            try await world.append(
                                .recordContact(contact), on: day.adding(days: step), to: episode.id, of: site
                            )
                        }
                        return 0
                    }
                }
                group.addTask {
                    var faults = 0
                    for _ in 0..<10 { faults += try await world.verify(site).faultCount }
                    return faults
                }
                return try await group.reduce(0, +)
            }
            #expect(faults == 0)
        }
    }
}
