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
import Vault

@Suite struct SiteScopeTests {
    /// Tables that hold rows of sites, with what the application's role may do to them.
    private func tables(_ world: FixtureWorld) async throws -> [String] {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT c.oid::regclass::text FROM pg_class AS c
                    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'site_id'
                    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace::regnamespace::text NOT LIKE 'pg\\_%'
                        AND c.oid <> 'site.site'::regclass
                        AND has_table_privilege('homeward_application', c.oid, 'SELECT')
                    ORDER BY 1
                    """
                ).column(0, as: String.self)
            }
        }
    }

    @Test func `a second site's rows are invisible under the first site's scope, table by table`() async throws {
        try await FixtureWorld.with(models: [InventedModel()]) { world in
            let (here, elsewhere) = (try await world.site("here"), try await world.site("elsewhere"))
            try await fill(world, here, seed: 1)
            try await fill(world, elsewhere, seed: 2)
            let tables = try await tables(world)
            #expect(tables.count >= 20)
            for table in tables {
                let counts = try await world.transaction(in: here) { transaction in
                    try await transaction.query(
                        """
                        SELECT count(*) FILTER (WHERE site_id = \(here.id.number)),
                            count(*) FILTER (WHERE site_id <> \(here.id.number)) FROM \(splice: table)
                        """
                    ).map { try $0.decode(Int.self, Int.self) }
                }
                #expect((counts.first?.0 ?? 0) > 0, "\(table) has no rows to tell apart")
                #expect(counts.first?.1 == 0, "\(table) shows rows of another site")
                let unscoped = try await world.pool.withConnection { connection in
                    try await connection.query("SELECT 1 FROM \(splice: table)").count
                }
                #expect(unscoped == 0, "\(table) shows rows without any scope")
            }
        }
    }

    @Test func `a second site's rows cannot be changed, removed or added under the first site's scope`() async throws {
        try await FixtureWorld.with(models: [InventedModel()]) { world in
            let (here, elsewhere) = (try await world.site("here"), try await world.site("elsewhere"))
            try await fill(world, here, seed: 1)
            try await fill(world, elsewhere, seed: 2)
            let other = elsewhere.id.number
            for table in try await tables(world) {
                for statement: Statement in [
                    "DELETE FROM \(splice: table) WHERE site_id = \(other)",
                    "UPDATE \(splice: table) SET site_id = site_id WHERE site_id = \(other)",
                    "UPDATE \(splice: table) SET site_id = \(other) WHERE site_id = \(here.id.number)",
                ] {
                    let changed = await changedRows(statement, world, here)
                    #expect(changed == 0, "\(table): \(statement.debugDescription)")
                }
            }
            let forged = try await world.pool.withConnection { _ in
                await changedRows(
                    """
                    INSERT INTO record.child (site_id, child_id, last_seq, shape)
                    VALUES (\(other), gen_random_uuid(), 1, 1)
                    """, world, here
                )
            }
            #expect(forged == 0)
            #expect(try await world.verify(elsewhere).faults == [])
        }
    }

    /// How many rows a statement changes; 0 when it is refused.
    private func changedRows(_ statement: Statement, _ world: FixtureWorld, _ site: FixtureSite) async -> Int {
        let tag = try? await world.transaction(in: site) { transaction in try await transaction.execute(statement) }
        return tag?.rows ?? 0
    }

    @Test func `ten thousand interleavings of twenty scopes over three connections show no foreign row`() async throws {
        struct Interrupted: Error {}
        let seed = UInt64.random(in: .min ... .max)
        try await FixtureWorld.with(connections: 3) { world in
            var sites: [FixtureSite] = []
            for number in 0..<20 { sites.append(try await world.site("site-\(number)")) }
            let all = sites
            let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<20 {
                    group.addTask {
                        var random = SplitMix64(seed: seed &+ UInt64(task))
                        var wrong = 0
                        for _ in 0..<500 {
                            guard let site = all.randomElement(using: &random) else { continue }
                            let act = Int.random(in: 0..<5, using: &random)
                            do {
                                try await world.transaction(in: site) { transaction in
                                    wrong += try await foreign(site, transaction)
                                    if act == 0 { throw Interrupted() }
                                    if act == 1 {
                                        try? await transaction.savepoint { inner in
                                            try await inner.execute("SELECT set_config('homeward.site', '0', true)")
                                            throw Interrupted()
                                        }
                                        wrong += try await foreign(site, transaction)
                                    }
                                    if act == 2 { try await transaction.execute("SELECT 1 / 0") }
                                }
                            } catch is Interrupted {
                            } catch let fault as PostgresFault where fault.sqlState == .divisionByZero {
                            }
                            if act == 3 { wrong += try await unscoped(world) }
                        }
                        return wrong
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(wrong == 0, "seed \(seed)")
        }
    }

    /// 1 when the transaction sees anything but the three teams of its own site.
    private func foreign(_ site: FixtureSite, _ transaction: Transaction) async throws -> Int {
        let ids = try await transaction.query("SELECT site_id FROM record.team").column(0, as: Int32.self)
        return ids == [Int32](repeating: site.id.number, count: 3) ? 0 : 1
    }

    /// 1 when a connection without scope sees anything.
    private func unscoped(_ world: FixtureWorld) async throws -> Int {
        try await world.pool.withConnection { connection in
            try await connection.query("SELECT 1 FROM record.team").isEmpty ? 0 : 1
        }
    }
}
