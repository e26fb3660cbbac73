import Accounts
import EpisodeFixtures
@_spi(Splice) import Postgres
import PrivateCluster
import ScratchPostgres
import Sites

/// Seals over the events of the world, and somebody who may do everything in its database.
extension RetentionWorld {
    /// Seals everything that is there.
    func seal() async throws {
        let mark = try await world.transaction(in: site) { try await SealMark.take(in: $0) }
        // Other tests are at work on the same server.
        while try await !world.transaction(in: site, { try await mark.isSettled(in: $0) }) { await Task.yield() }
        let sealer = Sealer(of: .site(site.id), key: key)
        _ = try await world.transaction(in: site) {
            try await sealer.seal(upTo: mark, at: world.clock.shown, in: $0)
        }
    }

    /// Holds the events against their seals.
    func audit() async throws -> AuditReport {
        try await world.pool.transaction(scope: site.scope, isolation: .repeatableRead, access: .readOnly) {
            try await SealCheck(of: .site(site.id), key: key).run(against: nil, in: $0)
        }
    }

    /// Runs statements with all triggers and rules off.
    func asSuperuser(_ statements: String) async throws {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("SET LOCAL session_replication_role = replica")
                try await transaction.script(statements)
            }
        }
    }

    /// Removes the events of an episode that is kept, and leaves behind all that a disposal leaves as far as that can be had
    /// without the key.
    func forgeDisposal() async throws {
        try await asSuperuser(
            """
            CREATE TEMP TABLE target ON COMMIT DROP AS
                SELECT s.site_id, s.stream, s.stream_id, e.child_id, s.head_seq AS events, s.head_hash AS last_hash
                FROM record.stream AS s JOIN record.episode AS e USING (site_id)
                WHERE s.stream = 'episode' AND s.stream_id = e.episode_id;
            INSERT INTO record.stub
                SELECT t.site_id, t.stream, t.stream_id, t.child_id, b.number, b.rule, b.disposed_on, t.events, t.last_hash
                FROM target AS t, (SELECT number, rule, disposed_on FROM record.stub LIMIT 1) AS b;
            INSERT INTO access.disposed
                SELECT e.site_id, e.arrival, e.stream, e.stream_id
                FROM record.event AS e JOIN target AS t USING (site_id, stream, stream_id);
            INSERT INTO access.disposal_seal
                SELECT t.site_id, t.stream, t.stream_id, s.key_id, s.code
                FROM target AS t, (SELECT key_id, code FROM access.disposal_seal LIMIT 1) AS s;
            DELETE FROM record.event AS e USING target AS t
                WHERE e.site_id = t.site_id AND e.stream = t.stream AND e.stream_id = t.stream_id;
            """)
    }
}
