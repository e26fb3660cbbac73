@_spi(Splice) import Postgres
import Schema
import ScratchPostgres
import Testing

/// What the catalogue of a migrated database must say, whatever tables there are.
@Suite struct CatalogueTests {
    /// Relations, functions, types and schemas that migrations made: no system's, no extension's, not `public`.
    private static let ours = """
        WITH ours AS (
            SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)'
        ), relation AS (
            SELECT c.*, c.oid::regclass::text AS name FROM pg_class AS c WHERE c.relnamespace IN (SELECT oid FROM ours)
        ), routine AS (
            SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc AS p
            WHERE p.pronamespace IN (SELECT oid FROM ours)
                AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
        )
        """

    private static func expect(
        _ wanted: [String], from query: String, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        try await Ground.withMigrated { database in
            let found = try await database.texts("\(splice: ours) \(splice: query)")
            #expect(found == wanted, sourceLocation: location)
        }
    }

    @Test func `nobody but functions of the owner reads or writes what stands before the sites`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT name || ' ' || entry.grantee::regrole::text FROM relation, aclexplode(relation.relacl) AS entry
                WHERE starts_with(name, 'door.') AND entry.grantee <> relation.relowner
                """)
    }

    @Test func `the tables without row-level security are these eight, and those before the sites`() async throws {
        try await Self.expect(
            [
                "edition.edition", "edition.secret", "exchange.network_write", "schema.ledger",
                "site.declared_model", "site.prospect", "site.prospect_stage", "site.site",
            ],
            from: """
                SELECT name FROM relation
                WHERE relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)
                    AND NOT starts_with(name, 'door.') ORDER BY name
                """)
    }

    @Test func `every table but those of the programme and of the network has a site_id that is never null`()
        async throws
    {
        try await Self.expect(
            [
                "edition.edition", "edition.secret", "exchange.network_write", "schema.ledger",
                "site.declared_model", "site.prospect", "site.prospect_stage",
            ],
            from: """
                SELECT name FROM relation WHERE relkind IN ('r', 'p') AND NOT EXISTS (
                    SELECT FROM pg_attribute AS a
                    WHERE a.attrelid = relation.oid AND a.attname = 'site_id' AND a.attnotnull
                ) AND NOT starts_with(name, 'door.') ORDER BY name
                """)
    }

    @Test func `no query can be answered by an index that a rule is checked by and that can lose rows`() async throws {
        // Why: see m0041_indexes_of_rules.
        try await Self.expect(
            [],
            from: """
                SELECT i.indexrelid::regclass::text
                FROM pg_index AS i JOIN relation ON relation.oid = i.indexrelid
                WHERE relation.relam = (SELECT oid FROM pg_am WHERE amname = 'gist')
                    AND pg_get_expr(i.indpred, i.indrelid) IS DISTINCT FROM '(abs(site_id) >= 0)'
                """)
    }

    @Test func `every table under row-level security holds the application to its scope in reading and writing`()
        async throws
    {
        let scope = "(site_id = ( SELECT (NULLIF(current_setting('homeward.site'::text, true), ''::text))::integer"
        try await Self.expect(
            [],
            from: """
                SELECT name FROM relation WHERE relrowsecurity AND NOT EXISTS (
                    SELECT FROM pg_policy AS p
                    WHERE p.polrelid = relation.oid AND p.polcmd = '*' AND p.polpermissive
                        AND p.polroles = ARRAY['homeward_application'::regrole::oid]
                        AND starts_with(pg_get_expr(p.polqual, p.polrelid), '\(scope.replacing("'", with: "''"))')
                        AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
                )
                """)
    }

    @Test func `every table under row-level security lets the owner read and write all of it`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT name FROM relation WHERE relrowsecurity AND NOT EXISTS (
                    SELECT FROM pg_policy AS p
                    WHERE p.polrelid = relation.oid AND p.polcmd = '*' AND p.polpermissive
                        AND p.polroles = ARRAY['homeward_owner'::regrole::oid]
                        AND pg_get_expr(p.polqual, p.polrelid) = 'true'
                        AND pg_get_expr(p.polwithcheck, p.polrelid) = 'true'
                )
                """)
    }

    @Test func `what belongs to a family, a team or a person is held to what the transaction reaches`() async throws {
        // A grant names a team to give a right there, not to tell of it. Whose relative is in treatment, how long records are
        // kept and what was disposed of is told to the officer of the whole site; rows of files belong to whoever has all of it.
        try await Self.expect(
            [
                "access.disposal_seal", "access.disposed", "access.relative", "access.site_grant", "duty.retention",
                "exchange.imported_row", "record.stub", "retention.hold", "retention.pending_key",
                "retention.proposed_child", "site.team",
            ],
            from: """
                SELECT DISTINCT name FROM relation JOIN pg_attribute AS a ON a.attrelid = relation.oid
                WHERE relkind IN ('r', 'p') AND relrowsecurity
                    AND a.attname IN ('episode_id', 'child_id', 'team_id', 'person_id', 'stream_id', 'subject_id')
                    AND NOT EXISTS (
                        SELECT FROM pg_policy AS p
                        WHERE p.polrelid = relation.oid AND p.polname = 'reach' AND NOT p.polpermissive
                            AND p.polcmd = '*' AND p.polroles = ARRAY['homeward_application'::regrole::oid]
                            AND pg_get_expr(p.polqual, p.polrelid) LIKE '%access.reached()%'
                            AND pg_get_expr(p.polqual, p.polrelid) LIKE '%access.barred()%'
                            AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid))
                ORDER BY name
                """)
    }

    @Test
    func `every table is held to more than the site, but for these, which tell how it is set up and who signs in`()
        async throws
    {
        try await Self.expect(
            [
                "access.provider", "access.provider_link", "site.configuration", "site.instrument_definition",
                "site.team",
            ],
            from: """
                SELECT name FROM relation WHERE relkind IN ('r', 'p') AND relrowsecurity AND NOT EXISTS (
                    SELECT FROM pg_policy AS p
                    WHERE p.polrelid = relation.oid AND NOT p.polpermissive
                        AND (p.polcmd = '*' OR p.polcmd = 'r' AND name = 'access.look')
                        AND p.polroles = ARRAY['homeward_application'::regrole::oid]
                        AND pg_get_expr(p.polqual, p.polrelid) ~ 'access[.](sees_all|sees|reached)[(]'
                        AND (p.polcmd = 'r' OR
                            pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid))
                ) ORDER BY name
                """)
    }

    @Test func `who people are, what was written and scores are held to kinds of content`() async throws {
        try await Self.expect(
            [
                "duty.measure_rater", "duty.measure_slot", "exchange.imported_row", "identity.address", "identity.bond",
                "identity.person", "identity.search_term", "narrative.text", "record.interview",
                "reporting.care_spell_fact",
                "reporting.episode_fact", "reporting.interview_fact", "reporting.model_fact",
            ],
            from: """
                SELECT DISTINCT p.polrelid::regclass::text FROM pg_policy AS p
                WHERE NOT p.polpermissive AND pg_get_expr(p.polqual, p.polrelid) LIKE '%access.sees(%' ORDER BY 1
                """)
    }

    @Test func `no further policy is there but that of reporting on the facts`() async throws {
        try await Self.expect(
            [
                "reporting.care_spell_fact reporting_all", "reporting.episode_fact reporting_all",
                "reporting.interview_fact reporting_all", "reporting.model_fact reporting_all",
            ],
            from: """
                SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy AS p
                WHERE p.polname NOT IN ('application_scope', 'owner_all') AND p.polpermissive ORDER BY 1
                """)
    }

    @Test func `no view hides row-level security and nothing is a materialised view`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT name FROM relation
                WHERE relkind = 'm' OR relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
                """)
    }

    @Test func `everything belongs to the owner that cannot log in`() async throws {
        try await Self.expect(
            ["homeward_owner"],
            from: """
                SELECT DISTINCT r.rolname::text FROM (
                    SELECT relowner AS owner FROM relation
                    UNION SELECT proowner FROM routine
                    UNION SELECT nspowner FROM pg_namespace WHERE oid IN (SELECT oid FROM ours)
                    UNION SELECT typowner FROM pg_type AS t WHERE t.typnamespace IN (SELECT oid FROM ours)
                        AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = t.oid AND d.deptype IN ('e', 'i'))
                        AND t.typelem NOT IN (SELECT objid FROM pg_depend WHERE deptype = 'e')
                    UNION SELECT extowner FROM pg_extension WHERE extname <> 'plpgsql'
                ) AS owners JOIN pg_roles AS r ON r.oid = owners.owner
                """)
    }

    @Test func `no function is leakproof, and those alone that decide on access run with the rights of their owner`()
        async throws
    {
        try await Self.expect(
            [],
            from: """
                SELECT name FROM routine
                WHERE proleakproof OR prosecdef AND name !~ '^(door|access)[.]|^record[.]dispose'
                """)
    }

    @Test func `every function has a fixed search path`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT name FROM routine
                WHERE NOT EXISTS (SELECT FROM unnest(proconfig) AS setting WHERE setting LIKE 'search\\_path=pg\\_catalog%')
                """)
    }

    @Test func `everybody has no right to anything`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT granted.name FROM (
                    SELECT name, relacl AS list FROM relation
                    UNION ALL SELECT name, coalesce(proacl, acldefault('f', proowner)) FROM routine
                    UNION ALL SELECT nspname, nspacl FROM pg_namespace WHERE oid IN (SELECT oid FROM ours)
                ) AS granted, aclexplode(granted.list) AS entry WHERE entry.grantee = 0
                """)
    }

    @Test func `every table says what it is for`() async throws {
        try await Self.expect(
            [],
            from: "SELECT name FROM relation WHERE relkind IN ('r', 'p') AND obj_description(oid, 'pg_class') IS NULL")
    }

    @Test func `what must follow a correction or a rebuild is deferred to the commit`() async throws {
        try await Self.expect(
            [],
            from: """
                SELECT conname::text FROM pg_constraint
                WHERE connamespace IN (SELECT oid FROM ours) AND NOT condeferred
                    AND (contype = 'x' OR contype = 'f' AND conrelid::regclass::text LIKE 'record.%'
                        AND confrelid <> 'site.site'::regclass)
                """)
    }
}
