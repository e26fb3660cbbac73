@_spi(Splice) import Postgres
import Schema
import ScratchPostgres
import Testing

@Suite struct PrefixTests {
    @Test(arguments: 1..<Migration.embedded.count)
    func `a database stopped after any file keeps the rows of two sites when the rest comes`(count: Int) async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let prefix = Array(Migration.embedded.prefix(count))
            _ = try await Migrator(connecting: database.conninfo(), migrations: prefix).migrate()
            let filled = try await database.asking { try await $0.transaction { try await TwoSites.insert(in: $0) } }
            let before = try await Self.rows(of: filled, in: database)
            let report = try await Migrator(connecting: database.conninfo()).migrate()
            let after = try await Self.rows(of: filled, in: database)
            #expect(report.applied == Migration.embedded.dropFirst(count).map(\.name))
            #expect(after == before)
        }
    }

    @Test func `every table of the last file's schema has rows of both sites to test with`() async throws {
        try await Ground.withTwoSites { database in
            let tables = try await database.texts(
                """
                SELECT c.oid::regclass::text FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
                WHERE c.relkind IN ('r', 'p') AND a.attname = 'site_id'
                """)
            for table in tables {
                let sites = try await database.texts("SELECT DISTINCT site_id::text FROM \(splice: table) ORDER BY 1")
                #expect(sites == ["1", "2"], "\(table)")
            }
        }
    }

    /// A digest of each table's rows. What a later file adds to a row is null, or an empty object, in those that were
    /// there; but for the place of an event in the order of arrival, which each has from then on. A column that got another
    /// name counts under that one.
    private static func rows(of tables: [String], in database: ScratchDatabase) async throws -> [String] {
        var digests: [String] = []
        for table in tables {
            let former = TwoSites.seeds.first { $0.table == table }?.former
            let (old, new) = (former?.column ?? "", former?.now ?? "")
            digests += try await database.texts(
                """
                SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(columns), '' ORDER BY columns)), '')
                FROM (
                    SELECT (
                        SELECT jsonb_object_agg(CASE key WHEN '\(splice: old)' THEN '\(splice: new)' ELSE key END, value)
                        FROM jsonb_each(to_jsonb(row)) WHERE value NOT IN ('null', '{}') AND key <> 'arrival'
                    )::text AS columns
                    FROM \(splice: table) AS row
                ) AS rows
                """)
        }
        return digests
    }
}
