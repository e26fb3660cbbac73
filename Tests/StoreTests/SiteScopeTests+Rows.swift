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

extension SiteScopeTests {
    /// Fills every table that has rows of sites.
    func fill(_ world: FixtureWorld, _ site: FixtureSite, seed: UInt64) async throws {
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
                """
                INSERT INTO site.outlier
                VALUES (\(number), \(number), 'mst', 'completed', '2025-01-01', '2025-12-31', 18, 33, 402, 471, 'alarm',
                    '2026-01-05Z', '2026-02-02', '2026-01-05Z', 'fixture')
                """
            )
            try await transaction.execute(
                """
                INSERT INTO site.outlier_step
                VALUES (\(number), \(number), 1, 'published', NULL, 'a note', '2026-01-06', '2026-01-06Z', 'fixture')
                """
            )
            try await transaction.execute(
                """
                INSERT INTO site.programme_review
                VALUES (\(number), 1, '2025-07-01', '2025-12-31', '2026-01-05Z', '[]', '{}', 'a review', 'part',
                    sha256('a review'), '2026-01-05Z', 'fixture')
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
                INSERT INTO exchange.imported_row (site_id, kind, row_key, sealed, key_id, import_id, stream_id)
                SELECT site_id, 'register', \(bytes), \(bytes), 'k1', import_id, gen_random_uuid() FROM exchange.import
                """
            )
        }
        try await access(world, site)
        try await summaries(world, site)
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
                try await connection.execute(
                    """
                    INSERT INTO access.disposal_seal
                    VALUES (\(number), 'episode', gen_random_uuid(), 'k', \([UInt8](repeating: 7, count: 32)))
                    """)
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
                INSERT INTO exchange.keyed_write (
                    site_id, account_id, write_key, request, stream, stream_id, version, advice, recorded_at)
                SELECT site_id, account_id, \([UInt8](repeating: 7, count: 32)), \([UInt8](repeating: 8, count: 32)),
                    'episode', episode_id, 1, '{}', now()
                FROM access.bar
                """,
                """
                INSERT INTO on_call.call (site_id, call_id, team_id, episode_id, caller, done, came_at, taken_by, recorded_at)
                SELECT e.site_id, gen_random_uuid(), e.team_id, e.episode_id, 'police', 'advice', now(), 'fixture', now()
                FROM record.episode AS e LIMIT 1
                """,
                """
                INSERT INTO interview.attempt (site_id, attempt_id, episode_id, slot, outcome, made_at, made_by)
                SELECT e.site_id, gen_random_uuid(), e.episode_id, 1, 'engaged', now(), 'fixture'
                FROM record.episode AS e LIMIT 1
                """,
                """
                INSERT INTO interview.link (
                    site_id, link_id, episode_id, slot, respondent, digest, made_by, made_at, expires_at)
                SELECT e.site_id, gen_random_uuid(), e.episode_id, 1, 'carer', sha256(e.episode_id::text::bytea), 'fixture',
                    now(), now() + interval '14 days'
                FROM record.episode AS e LIMIT 1
                """,
                """
                INSERT INTO on_call.handover (site_id, team_id, day, taken_by, taken_at, calls)
                SELECT site_id, team_id, '2026-03-01', 'fixture', now(), 1 FROM site.team LIMIT 1
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
                "INSERT INTO duty.retention VALUES (\(number), \(digest), 'child', '2045-05-15', false, gen_random_uuid())",
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
                    "INSERT INTO retention.proposal VALUES (\(number), 1, '2026-01-01', 'a-1', '2026-01-01Z', 'a-1')",
                    """
                    INSERT INTO retention.proposed_child
                    VALUES (\(number), 1, gen_random_uuid(), 'every-record', '2020-01-01', now())
                    """,
                    """
                    UPDATE retention.proposal SET approved_by = 'a-2', approver = 'a-2', approved_at = now()
                    WHERE site_id = \(number)
                    """,
                    "INSERT INTO retention.pending_key VALUES (\(number), gen_random_uuid())",
                    "INSERT INTO retention.destroyed_key VALUES (\(number), 'k0123456789abcdef', now())",
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
}
