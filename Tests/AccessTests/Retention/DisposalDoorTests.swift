import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

/// That nothing but an approved disposal deletes an event, whoever tries and by whatever way.
@Suite struct DisposalDoorTests {
    private static let short = "retention: {every-record-years: 3, services: []}\n"

    private static func past() throws -> FixtureEpisode {
        FixtureEpisode(from: try .day("2010-01-04"), through: try .day("2010-05-03"))
    }

    /// The rule that a statement broke; nil when it was let through.
    private static func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let fault as PostgresFault {
            return fault.constraintName ?? fault.sqlState.map { "\($0)" } ?? "?"
        }
    }

    @Test func `the owner of all tables deletes no event of which no stub stays`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.past()], on: kept.site)
            for statement: Statement in [
                "DELETE FROM record.event", "UPDATE record.event SET seq = seq + 1", "TRUNCATE record.event CASCADE",
                "DELETE FROM record.event WHERE stream = 'child'",
            ] {
                #expect(try await Self.refusal { try await kept.asOwner(statement) } == "event_append_only")
            }
            #expect(try await kept.world.verify(kept.site).isSound)
        }
    }

    @Test func `the application deletes no event and writes no stub`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.past()], on: kept.site)
            for statement: Statement in [
                "DELETE FROM record.event", "DELETE FROM record.stub", "UPDATE record.stub SET events = 1",
                "INSERT INTO record.stub SELECT site_id, stream, stream_id, stream_id, 1, 'x', now()::date, 1, hash FROM record.event",
                "UPDATE retention.proposed_child SET disposed_at = now()",
            ] {
                let refused = try await Self.refusal {
                    try await kept.world.transaction(in: kept.site) { _ = try await $0.execute(statement) }
                }
                #expect(refused == "42501", "\(statement)")
            }
        }
    }

    @Test func `the owner writes no stub where a record may not end`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            let past = try Self.past()
            try await kept.world.record([past], on: kept.site)
            func stub() async throws -> String? {
                try await Self.refusal {
                    try await kept.asOwner(
                        """
                        INSERT INTO record.stub
                        SELECT site_id, 'child', child_id, child_id, 1, 'x', '2032-01-01', 1, sha256('x')
                        FROM record.episode WHERE episode_id = \(past.id.description)::text::uuid
                        """)
                }
            }
            #expect(try await stub() == "stub_needs_approval")
            kept.set(try .day("2032-01-01"))
            let number = try #require(try await kept.practice("gov-1").proposeDisposal(at: kept.site.code).number)
            #expect(try await stub() == "stub_needs_approval")
            try await kept.practice("manager-1").approveDisposal(number, at: kept.site.code)
            try await kept.practice("gov-1").hold(.id(past.child), because: "claim", at: kept.site.code)
            #expect(try await stub() == "stub_not_while_held")
            try await kept.practice("gov-1").release(.id(past.child), at: kept.site.code)
            try await kept.asOwner("UPDATE duty.retention SET keep_through = '2032-01-01'")
            #expect(try await stub() == "stub_not_before_its_day")
            try await kept.asOwner(
                "UPDATE record.episode SET closed_on = NULL, closure_reason = NULL, closure_group = NULL")
            #expect(try await stub() == "stub_not_while_open")
        }
    }

    @Test func `an approval is never another's, and what is approved is what was proposed`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.past()], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let number = try #require(try await kept.practice("gov-1").proposeDisposal(at: kept.site.code).number)
            try await kept.practice("manager-1").approveDisposal(number, at: kept.site.code)
            let changed = try await Self.refusal {
                try await kept.asOwner("UPDATE retention.proposal SET approved_by = 'other'")
            }
            #expect(changed == "proposal_decided_once")
            let added = try await Self.refusal {
                try await kept.asOwner(
                    """
                    INSERT INTO retention.proposed_child
                    SELECT site_id, number, gen_random_uuid(), rule, keep_through FROM retention.proposed_child
                    """)
            }
            #expect(added == "proposed_child_before_decision")
        }
    }

    @Test func `verify names a stub that nobody approved, and a stream that is there again`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            let past = try Self.past()
            try await kept.world.record([past], on: kept.site)
            kept.set(try .day("2032-01-01"))
            try await kept.dispose()
            #expect(try await kept.world.verify(kept.site).isSound)
            try await kept.asSuperuser(
                """
                INSERT INTO record.event (site_id, stream, stream_id, seq, kind, schema_version, occurred_on, recorded_at,
                    recorded_by, payload, previous_hash, hash)
                SELECT site_id, stream, stream_id, 1, 'child-registered', 1, '2010-01-04', '2026-01-01Z', 'x', '{}',
                    decode(repeat('00', 32), 'hex'), last_hash
                FROM record.stub WHERE stream = 'child'
                """)
            let again = try await kept.world.verify(kept.site)
            #expect(again.faults.contains { $0.kind == .disposedOf && $0.address?.stream == .child })
            try await kept.asSuperuser("DELETE FROM record.event WHERE stream = 'child'")
            try await kept.asSuperuser(
                "UPDATE retention.proposal SET approved_by = NULL, approved_at = NULL, approver = NULL")
            #expect(try await kept.world.verify(kept.site).faults.map(\.kind) == [.unapprovedStub, .unapprovedStub])
        }
    }
}

extension RetentionWorld {
    /// Runs a statement as somebody with full rights who switches the triggers off.
    func asSuperuser(_ statement: Statement) async throws {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("SET LOCAL session_replication_role = replica")
                try await transaction.execute(statement)
            }
        }
    }
}
