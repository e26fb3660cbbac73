@_spi(Splice) import Postgres
import PrivateCluster
import Schema
import ScratchPostgres
import Testing

@Suite struct MigratorTests {
    private static let names = Migration.embedded.map(\.name)
    private static let first = Migration.embedded[0]

    private static func further(_ name: String, _ sql: String) -> Migration {
        Migration(name: name, bytes: Array(sql.utf8))
    }

    /// The embedded files with these after them.
    private static func migrator(_ database: ScratchDatabase, _ further: Migration...) -> Migrator {
        Migrator(connecting: database.conninfo(), migrations: Migration.embedded + further, lockWait: .milliseconds(50))
    }

    private static func fault(_ work: () async throws -> MigrationReport) async -> SchemaFault? {
        await #expect(throws: SchemaFault.self) { _ = try await work() }
    }

    @Test func `an empty database gets every file in order and the second time none`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let migrator = Migrator(connecting: database.conninfo())
            let first = try await migrator.migrate()
            let second = try await migrator.migrate()
            #expect(first.applied == Self.names)
            #expect(second.applied == [])
        }
    }

    @Test func `the ledger keeps the checksum of each file`() async throws {
        try await Ground.withMigrated { database in
            let kept = try await database.asking {
                try await $0.query("SELECT checksum FROM schema.ledger ORDER BY name").column(0, as: [UInt8].self)
            }
            #expect(kept == Migration.embedded.map(\.checksum))
        }
    }

    @Test func `the status goes from not migrated over missing to up to date`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let all = Migrator(connecting: database.conninfo())
            let before = try await all.status()
            _ = try await Migrator(connecting: database.conninfo(), migrations: [Self.first]).migrate()
            let between = try await all.status()
            _ = try await all.migrate()
            let after = try await all.status()
            #expect(before == .notMigrated)
            #expect(between == .missing(Array(Self.names.dropFirst())))
            #expect(after == .upToDate)
        }
    }

    @Test func `the application can see that the database is current`() async throws {
        try await Ground.withMigrated { database in
            let isCurrent = try await database.asking(as: .application) { try await Schema.isCurrent(on: $0) }
            #expect(isCurrent)
        }
    }

    @Test func `a database that lacks a file is not current`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let some = Array(Migration.embedded.dropLast())
            _ = try await Migrator(connecting: database.conninfo(), migrations: some).migrate()
            let isCurrent = try await database.asking(as: .application) { try await Schema.isCurrent(on: $0) }
            #expect(!isCurrent)
        }
    }

    @Test func `a file that was changed after it was applied stops the migrator`() async throws {
        try await Ground.withMigrated { database in
            var files = Migration.embedded
            files[1] = Self.further(files[1].name, files[1].sql + "-- one more line\n")
            let changed = Migrator(
                connecting: database.conninfo(),
                migrations: files + [Self.further("m9999_late", "CREATE TABLE schema.late ()")])
            let fault = await Self.fault { try await changed.migrate() }
            let status = try await changed.status()
            let late = try await database.texts(
                "SELECT to_regclass('schema.late')::text WHERE to_regclass('schema.late') IS NOT NULL")
            #expect(fault?.code == .changed)
            #expect(fault?.description.contains("m0002_site") == true)
            #expect(status == .changed("m0002_site"))
            #expect(late == [])
        }
    }

    @Test func `a row of the ledger that no file belongs to stops the migrator`() async throws {
        try await Ground.withMigrated { database in
            _ = try await Self.migrator(database, Self.further("m9999_newer", "SELECT 1")).migrate()
            let older = Migrator(connecting: database.conninfo())
            let fault = await Self.fault { try await older.migrate() }
            let status = try await older.status()
            #expect(fault?.code == .unknown)
            #expect(fault?.description.contains("m9999_newer") == true)
            #expect(status == .unknown("m9999_newer"))
        }
    }

    @Test func `a file that is missing before one that was applied stops the migrator`() async throws {
        try await Ground.withMigrated { database in
            _ = try await Self.migrator(database, Self.further("m9999_other", "SELECT 1")).migrate()
            let branch = Self.migrator(
                database, Self.further("m9998_mine", "SELECT 1"), Self.further("m9999_other", "SELECT 1"))
            let fault = await Self.fault { try await branch.migrate() }
            #expect(fault?.code == .outOfOrder)
            #expect(fault?.description.contains("m9998_mine") == true)
        }
    }

    @Test func `a file that the server refuses leaves nothing and those before it stay`() async throws {
        try await Ground.withMigrated { database in
            let migrator = Self.migrator(
                database, Self.further("m9998_good", "CREATE TABLE schema.good ()"),
                Self.further("m9999_bad", "CREATE TABLE schema.bad (); SELECT 1 / 0"))
            let fault = await Self.fault { try await migrator.migrate() }
            let made = try await database.texts(
                "SELECT relname::text FROM pg_class WHERE relname IN ('good', 'bad') AND relkind = 'r'")
            let status = try await migrator.status()
            #expect(fault?.code == .refused)
            #expect(fault?.subject == "m9999_bad")
            #expect(fault?.underlying?.sqlState == .divisionByZero)
            #expect(made == ["good"])
            #expect(status == .missing(["m9999_bad"]))
        }
    }

    @Test func `a lock that others hold ends the file in time and the next attempt completes it`() async throws {
        try await Ground.withMigrated { database in
            let migrator = Self.migrator(
                database, Self.further("m9999_column", "ALTER TABLE record.episode ADD COLUMN more integer"))
            let fault = try await database.asking { other in
                try await other.transaction { transaction in
                    try await transaction.execute("LOCK TABLE record.episode IN ACCESS SHARE MODE")
                    return await Self.fault { try await migrator.migrate() }
                }
            }
            let report = try await migrator.migrate()
            #expect(fault?.code == .lockNotAvailable)
            #expect(report.applied == ["m9999_column"])
        }
    }

    @Test func `a migrator whose connection dies at the end of a file leaves that file undone`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let die = "\nRESET ROLE; SELECT pg_terminate_backend(pg_backend_pid());\n"
            for count in Migration.embedded.indices {
                let good = Migration.embedded[..<count]
                let file = Migration.embedded[count]
                let dying = Migrator(
                    connecting: database.conninfo(), migrations: good + [Self.further(file.name, file.sql + die)])
                await #expect(throws: PostgresFault.self) { _ = try await dying.migrate() }
                let report = try await Migrator(
                    connecting: database.conninfo(), migrations: good + [file]
                ).migrate()
                #expect(report.applied == [file.name])
            }
        }
    }

    @Test func `a backfill touches the rows of both sites`() async throws {
        try await Ground.withTwoSites { database in
            let backfill = Self.further("m9999_backfill", "UPDATE record.contact SET shape = 7")
            _ = try await Self.migrator(database, backfill).migrate()
            let touched = try await database.texts(
                "SELECT site_id::text FROM record.contact WHERE shape = 7 ORDER BY 1")
            #expect(touched == ["1", "2"])
        }
    }
}
