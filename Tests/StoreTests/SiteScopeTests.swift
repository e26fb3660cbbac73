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

    /// Fills every table that has rows of sites.
    private func fill(_ world: FixtureWorld, _ site: FixtureSite, seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let random = try RandomHistory(on: site, under: world.rules("mst-can"))
        for _ in 0..<6 { _ = try await world.tell(random, steps: 60, using: &generator, on: site) }
        try await world.teamwork(of: site)
        try await world.treatment(at: site)
        try await nights(world, site)
        try await endings(world, site)
        let number = site.id.number
        let bytes = [UInt8](repeating: 7, count: 32)
        try await world.transaction(in: site) { transaction in
            _ = try await world.vault.write(narrative: "a text", id: .fresh(), site: site.id, in: transaction)
            let person = PersonID.fresh()
            let address = PersonChange.NewAddress(text: "a street", isSensitive: true, from: nil, until: nil)
            _ = try await world.vault.record(
                PersonChange(values: [.name: "a name"], addresses: [address]), of: person, site: site.id,
                today: FixtureWorld.today, in: transaction)
            try await world.vault.bind(person, to: .fresh(), as: .mother, site: site.id, in: transaction)
            try await transaction.execute(
                """
                INSERT INTO site.configuration (site_id, version, applied_at, applied_by, checksum, document)
                VALUES (\(number), 1, \(world.clock.shown), 'fixture', \(bytes), 'code: x')
                """
            )
            try await transaction.execute(
                """
                INSERT INTO exchange.import (site_id, import_id, kind, file_digest, rows, imported_at, imported_by)
                VALUES (\(number), gen_random_uuid(), 'register', \(bytes), 1, \(world.clock.shown), 'fixture')
                """
            )
            try await transaction.execute(
                """
                INSERT INTO site.instrument_definition
                VALUES (\(number), 'sdq', 1, \(world.clock.shown), 'fixture', \(bytes), 'id: x')
                """
            )
            try await transaction.execute(
                "INSERT INTO duty.measure_slot SELECT site_id, team_id, 'sam', opened_on FROM record.team"
            )
            try await transaction.execute(
                "INSERT INTO duty.measure_rater SELECT site_id, team_id, 'sam', from_day, 't-01' FROM duty.measure_slot"
            )
            try await transaction.execute(
                """
                INSERT INTO exchange.imported_row (site_id, kind, row_key, sealed, key_id, import_id)
                SELECT site_id, 'register', \(bytes), \(bytes), 'k1', import_id FROM exchange.import
                """
            )
        }
        try await access(world, site)
    }

    /// One row in every table of who may see what, and who did.
    private func access(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        let number = site.id.number
        try await world.database.withPool(.administrator, size: 1) { pool in
            _ = try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                    VALUES (gen_random_uuid(), \("a-\(number)"), 'k1', \([UInt8](repeating: 7, count: 32)), now())
                    """
                )
            }
            _ = try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    INSERT INTO access.site_grant
                        (site_id, grant_id, account_id, role, from_day, granted_by, granted_at)
                    SELECT \(number), gen_random_uuid(), account_id, 'supervisor', '2026-03-01', 'fixture', now()
                    FROM door.account WHERE code = \("a-\(number)")
                    """
                )
            }
            _ = try await pool.withConnection { connection in
                try await connection.execute(
                    "INSERT INTO access.disposed VALUES (\(number), 1, 'episode', gen_random_uuid())")
            }
        }
        try await world.transaction(in: site) { transaction in
            for statement: Statement in [
                """
                INSERT INTO access.bar (site_id, account_id, episode_id, barred_by, barred_at)
                SELECT g.site_id, g.account_id, e.episode_id, 'fixture', now()
                FROM access.site_grant AS g JOIN record.episode AS e ON e.site_id = g.site_id LIMIT 1
                """,
                """
                INSERT INTO access.look (site_id, at, actor, way, action, relation, target, outcome)
                VALUES (\(number), now(), 'operator', 'operator', 'report.run', 'programme', 'site', 'allowed')
                """,
                """
                INSERT INTO access.look
                    (site_id, at, account_id, actor, way, action, relation, target, target_id, outcome)
                SELECT site_id, barred_at, account_id, 'a-1', 'session', 'access.break-glass', 'own-site', 'episode',
                    episode_id, 'allowed'
                FROM access.bar
                """,
                """
                INSERT INTO access.glass
                    (site_id, account_id, actor, episode_id, opened_at, until_at, reason_id, reason_commitment)
                SELECT b.site_id, b.account_id, 'a-1', b.episode_id, b.barred_at, b.barred_at + interval '1 h',
                    t.narrative_id, t.salt
                FROM access.bar AS b JOIN narrative.text AS t ON t.site_id = b.site_id LIMIT 1
                """,
                """
                INSERT INTO access.seal
                    (site_id, number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code)
                VALUES (\(number), 1, 1, 1, 1, \([UInt8](repeating: 7, count: 24)), \([UInt8](repeating: 7, count: 32)),
                    now(), 'k1', \([UInt8](repeating: 7, count: 32)))
                """,
                """
                INSERT INTO access.provider (site_id, provider_id, code, issuer, client_id, added_by, added_at)
                VALUES (\(number), gen_random_uuid(), \("p-\(number)"), 'https://id.example.org', 'homeward', 'fixture',
                    now())
                """,
                """
                INSERT INTO access.provider_link
                    (site_id, provider_id, subject_index, account_id, linked_by, linked_at)
                SELECT p.site_id, p.provider_id, \([UInt8](repeating: 7, count: 32)), b.account_id, 'fixture', now()
                FROM access.provider AS p JOIN access.bar AS b ON b.site_id = p.site_id
                """,
                """
                INSERT INTO access.relative (site_id, account_id, episode_id, noted_by, noted_at)
                SELECT site_id, account_id, episode_id, 'fixture', barred_at FROM access.bar
                """,
                """
                INSERT INTO access.alert (site_id, kind, arrival, day, number)
                SELECT site_id, 'relative', min(arrival), '2026-03-01', 1 FROM access.look GROUP BY site_id
                """,
            ] {
                try await transaction.execute(statement)
            }
        }
    }

    /// One row in every table of the ledger of nightly work, and of what nights find out.
    private func nights(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        let number = site.id.number
        let digest = [UInt8](repeating: 7, count: 32)
        try await world.transaction(in: site) { transaction in
            try await transaction.execute(
                """
                INSERT INTO job.occurrence (site_id, job, local_date, state, planned_at)
                VALUES (\(number), 'sweep', '2026-03-01', 'planned', now())
                """
            )
            for statement: Statement in [
                "INSERT INTO job.lease SELECT site_id, job, local_date, 1, gen_random_uuid(), now() FROM job.occurrence",
                """
                INSERT INTO job.attempt (site_id, job, local_date, fence, worker, known_at, started_at)
                SELECT site_id, job, local_date, fence, worker, now(), now() FROM job.lease
                """,
                """
                INSERT INTO job.outbox (site_id, job, local_date, recipient, kind, state, subject, body, made_at,
                    send_from, state_at)
                SELECT site_id, job, local_date, 's-01', 'digest', 'waiting', 'x', 'x', now(), now(), now() FROM job.lease
                """,
                """
                INSERT INTO job.removal
                SELECT site_id, job, local_date, fence, 'messages', local_date, 1, now() FROM job.attempt
                """,
                "INSERT INTO duty.quality SELECT site_id, local_date, 'no-sex', '2026', 1, 0 FROM job.occurrence",
                """
                INSERT INTO duty.edition_proposal SELECT site_id, '2025-10-01', '2025-12-31', local_date
                FROM job.occurrence
                """,
                "INSERT INTO duty.retention VALUES (\(number), \(digest), 'child', '2045-05-15', false)",
                "INSERT INTO duty.night SELECT site_id, job, local_date, 1 FROM job.occurrence",
                """
                INSERT INTO duty.subject
                SELECT site_id, job, 'episode', gen_random_uuid(), 'E-1', NULL, NULL, 1, local_date, 1 FROM job.occurrence
                """,
                """
                INSERT INTO duty.obligation
                SELECT site_id, kind, subject_id, 'follow-up', 'family', 6, next_on, next_on, NULL, 'upcoming', NULL, 0
                FROM duty.subject
                """,
                """
                INSERT INTO duty.alert SELECT site_id, kind, subject_id, 'no-contact', 1, 'notice', next_on, 'x'
                FROM duty.subject
                """,
            ] {
                try await transaction.execute(statement)
            }
        }
    }

    /// One row in every table of what ends records: the application writes some of them through a function alone.
    private func endings(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        let number = site.id.number
        let digest = [UInt8](repeating: 7, count: 32)
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                for statement: Statement in [
                    """
                    INSERT INTO retention.hold (site_id, hold_id, child_id, narrative_id, commitment, placed_by, placed_at)
                    VALUES (\(number), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), \(digest), 'a-1', now())
                    """,
                    "INSERT INTO retention.proposal VALUES (\(number), 1, '2026-01-01', 'a-1', '2026-01-01Z')",
                    """
                    INSERT INTO retention.proposed_child
                    VALUES (\(number), 1, gen_random_uuid(), 'every-record', '2020-01-01', now())
                    """,
                    "UPDATE retention.proposal SET approved_by = 'a-2', approved_at = now() WHERE site_id = \(number)",
                    "INSERT INTO retention.pending_key VALUES (\(number), gen_random_uuid())",
                    """
                    UPDATE duty.retention AS r SET child_id = c.child_id, keep_through = c.keep_through
                    FROM retention.proposed_child AS c WHERE c.site_id = r.site_id AND r.site_id = \(number)
                    """,
                    """
                    INSERT INTO record.stub
                    SELECT site_id, 'child', child_id, child_id, number, rule, '2026-02-01', 1, \(digest)
                    FROM retention.proposed_child WHERE site_id = \(number)
                    """,
                ] {
                    try await transaction.execute(statement)
                }
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
