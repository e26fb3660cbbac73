@_spi(Splice) import Postgres
import Schema
import ScratchPostgres
import Testing

/// Each role's rights, in full: a right that is not here is not there.
@Suite struct GrantTests {
    private static func rights(of role: String, in database: ScratchDatabase) async throws -> [String] {
        try await database.texts(
            """
            SELECT name || ': ' || string_agg(DISTINCT what, ', ' ORDER BY what) FROM (
                SELECT c.oid::regclass::text AS name, a.privilege_type AS what
                FROM pg_class AS c, aclexplode(c.relacl) AS a
                WHERE a.grantee = \(role)::text::regrole AND c.relkind <> 'S'
                UNION ALL
                SELECT c.oid::regclass::text, a.privilege_type || ' of columns'
                FROM pg_class AS c JOIN pg_attribute AS t ON t.attrelid = c.oid, aclexplode(t.attacl) AS a
                WHERE a.grantee = \(role)::text::regrole
            ) AS rights GROUP BY name ORDER BY name COLLATE "C"
            """)
    }

    @Test func `the application may append to the record and re-make what is folded from it`() async throws {
        let folded = [
            "assignment", "briefing", "child", "contact", "episode", "follow_up", "interview", "licence_term",
            "model_fact", "module_run", "offence", "on_call_spell", "outcome", "participant", "phase_spell",
            "placement", "provision", "school_status", "team", "team_attendance", "team_session", "tracker_state",
            "training",
        ]
        let wanted =
            folded.map { "record.\($0): DELETE, INSERT, SELECT, UPDATE" } + [
                "access.bar: INSERT, SELECT, UPDATE of columns",
                "access.alert: INSERT, SELECT",
                "access.disposal_seal: INSERT, SELECT",
                "access.disposed: SELECT",
                "access.glass: INSERT, SELECT, UPDATE of columns",
                "access.look: INSERT, SELECT",
                "access.relative: INSERT, SELECT, UPDATE of columns",
                "access.seal: INSERT, SELECT",
                "access.provider: INSERT, SELECT, UPDATE of columns",
                "access.provider_link: INSERT, SELECT, UPDATE of columns",
                "access.site_grant: INSERT, SELECT, UPDATE of columns",
                "duty.alert: DELETE, INSERT, SELECT, UPDATE",
                "duty.edition_proposal: INSERT, SELECT",
                "duty.measure_rater: DELETE, INSERT, SELECT",
                "duty.measure_slot: DELETE, INSERT, SELECT",
                "duty.night: DELETE, INSERT, SELECT, UPDATE",
                "duty.obligation: DELETE, INSERT, SELECT, UPDATE",
                "duty.quality: DELETE, INSERT, SELECT, UPDATE",
                "duty.retention: DELETE, INSERT, SELECT, UPDATE",
                "duty.subject: DELETE, INSERT, SELECT, UPDATE",
                "edition.edition: INSERT, SELECT",
                "edition.secret: INSERT",
                "exchange.import: INSERT, SELECT",
                "exchange.imported_row: INSERT, SELECT, UPDATE of columns",
                "exchange.keyed_write: DELETE, INSERT, SELECT",
                "exchange.network_write: DELETE, INSERT, SELECT",
                "identity.address: DELETE, INSERT, SELECT, UPDATE of columns",
                "identity.bond: DELETE, INSERT, SELECT, UPDATE of columns",
                "identity.person: DELETE, INSERT, SELECT, UPDATE of columns",
                "identity.search_term: DELETE, INSERT, SELECT",
                "interview.attempt: INSERT, SELECT",
                "interview.link: INSERT, SELECT, UPDATE of columns",
                "job.attempt: INSERT, SELECT, UPDATE",
                "job.lease: DELETE, INSERT, SELECT, UPDATE",
                "job.occurrence: INSERT, SELECT, UPDATE",
                "job.outbox: DELETE, INSERT, SELECT, UPDATE",
                "job.removal: INSERT, SELECT",
                "narrative.text: INSERT, SELECT, UPDATE of columns",
                "on_call.call: INSERT, SELECT",
                "on_call.handover: INSERT, SELECT",
                "record.event: INSERT, SELECT",
                "record.stream: INSERT, SELECT, UPDATE of columns",
                "record.stub: SELECT",
                "referral.owner: INSERT, SELECT",
                "reporting.care_spell_fact: DELETE, INSERT, SELECT, UPDATE of columns",
                "reporting.episode_fact: DELETE, INSERT, SELECT, UPDATE of columns",
                "reporting.interview_fact: DELETE, INSERT, SELECT, UPDATE of columns",
                "reporting.model_fact: DELETE, INSERT, SELECT, UPDATE of columns",
                "retention.destroyed_key: INSERT, SELECT",
                "retention.hold: INSERT, SELECT, UPDATE of columns",
                "retention.pending_key: DELETE, SELECT",
                "retention.proposal: INSERT of columns, SELECT, UPDATE of columns",
                "retention.proposed_child: INSERT of columns, SELECT",
                "schema.ledger: SELECT",
                "site.configuration: INSERT, SELECT",
                "site.declared_model: INSERT, SELECT",
                "site.instrument_definition: INSERT, SELECT",
                "site.outlier: INSERT, SELECT",
                "site.outlier_step: INSERT, SELECT",
                "site.programme_review: INSERT, SELECT",
                "site.prospect: INSERT, SELECT",
                "site.prospect_stage: INSERT, SELECT",
                "site.site: INSERT, SELECT, UPDATE of columns",
                "site.team: INSERT, SELECT, UPDATE of columns",
                "summary.comment: INSERT, SELECT",
                "summary.discussion: INSERT, SELECT",
                "summary.draft: DELETE, INSERT, SELECT, UPDATE of columns",
            ]
        try await Ground.withMigrated { database in
            let found = try await Self.rights(of: "homeward_application", in: database)
            #expect(found == wanted.sorted())
        }
    }

    @Test func `reporting may read the facts and the list of sites`() async throws {
        try await Ground.withMigrated { database in
            let found = try await Self.rights(of: "homeward_reporting", in: database)
            #expect(
                found == [
                    "edition.edition: SELECT", "edition.secret: SELECT",
                    "reporting.care_spell_fact: SELECT", "reporting.episode_fact: SELECT",
                    "reporting.interview_fact: SELECT of columns", "reporting.model_fact: SELECT", "site.site: SELECT",
                ])
        }
    }

    @Test func `of interviews reporting reads the days, and neither scores nor who had the family`() async throws {
        try await Ground.withMigrated { database in
            let columns = try await database.texts(
                """
                SELECT t.attname
                FROM pg_attribute AS t, aclexplode(t.attacl) AS a
                WHERE t.attrelid = 'reporting.interview_fact'::regclass
                    AND a.grantee = 'homeward_reporting'::regrole AND a.privilege_type = 'SELECT'
                ORDER BY t.attname COLLATE "C"
                """)
            #expect(columns == ["episode_key", "held_on", "known_from", "known_to", "shape", "site_id"])
        }
    }

    @Test func `a key of the record cannot be changed in place`() async throws {
        try await Ground.withMigrated { database in
            let columns = try await database.texts(
                """
                SELECT c.relname || '.' || t.attname
                FROM pg_class AS c JOIN pg_attribute AS t ON t.attrelid = c.oid, aclexplode(t.attacl) AS a
                WHERE a.grantee = 'homeward_application'::regrole AND a.privilege_type = 'UPDATE'
                ORDER BY (c.relname || '.' || t.attname) COLLATE "C"
                """)
            #expect(
                columns == [
                    "address.from_day", "address.key_id", "address.sealed", "address.sensitive", "address.to_day",
                    "bar.lifted_at", "bar.lifted_by", "bond.relation", "care_spell_fact.known_to",
                    "draft.key_id", "draft.saved_at", "draft.sealed", "draft.version",
                    "episode_fact.known_to", "glass.closed_at", "glass.reviewed_at", "glass.reviewed_by",
                    "hold.lifted_at",
                    "hold.lifted_by", "imported_row.import_id", "imported_row.key_id", "imported_row.sealed",
                    "imported_row.stream_id", "interview_fact.known_to", "link.answered_key",
                    "link.ended_at", "model_fact.known_to",
                    "person.key_id",
                    "person.sealed", "proposal.approved_at", "proposal.approved_by", "proposal.approver",
                    "proposal.withdrawn_at",
                    "proposal.withdrawn_by", "provider.removed_at", "provider.removed_by",
                    "provider_link.removed_at", "provider_link.removed_by", "relative.ended_at", "site.jurisdiction",
                    "site.name", "site.time_zone",
                    "site_grant.revoked_at", "site_grant.revoked_by",
                    "stream.head_hash", "stream.head_seq", "stream.last_recorded_at", "team.code", "team.model_id",
                    "team.started_on", "text.key_id", "text.salt", "text.sealed",
                ])
        }
    }
}
