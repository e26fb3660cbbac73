@_spi(Splice) import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Schema

@Suite struct MigratingLoginTests {
    /// Makes a login of the database's own name, with some rights and perhaps the database; it goes with the cluster.
    private static func login(of database: ScratchDatabase, _ rights: String, owning: Bool) async throws -> String {
        let name = "\(database.name)_login"
        try await database.asking { connection in
            try await connection.script("CREATE ROLE \(name) LOGIN \(rights)")
            if owning { try await connection.script("ALTER DATABASE \(database.name) OWNER TO \(name)") }
        }
        return name
    }

    @Test func `the owner of the database who may make roles can migrate without being a superuser`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let name = try await Self.login(of: database, "CREATEROLE", owning: true)
            let report = try await Migrator(connecting: database.conninfo(user: name)).migrate()
            let owners = try await database.texts(
                """
                SELECT DISTINCT relowner::regrole::text FROM pg_class
                WHERE relnamespace::regnamespace::text IN ('record', 'site', 'schema', 'reporting')
                """)
            #expect(report.applied == Migration.embedded.map(\.name))
            #expect(owners == ["homeward_owner"])
        }
    }

    @Test func `a login that owns nothing is told that the database is not its own`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let name = try await Self.login(of: database, "CREATEROLE", owning: false)
            let migrator = Migrator(connecting: database.conninfo(user: name))
            let fault = await #expect(throws: SchemaFault.self) { try await migrator.migrate() }
            #expect(fault?.code == .databaseNotOurs)
        }
    }

    @Test func `a login that may take none of the roles and not change that is told so`() async throws {
        try await Ground.withMigrated { database in
            let name = try await Self.login(of: database, "", owning: true)
            let migrator = Migrator(connecting: database.conninfo(user: name))
            let fault = await #expect(throws: SchemaFault.self) { try await migrator.migrate() }
            #expect(fault?.code == .rolesMissing)
        }
    }

    @Test func `a member of the owner can go on in a database that another login prepared`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let some = Array(Migration.embedded.dropLast())
            _ = try await Migrator(connecting: database.conninfo(), migrations: some).migrate()
            let name = try await Self.login(of: database, "", owning: false)
            try await database.asking {
                try await $0.script("GRANT homeward_owner, homeward_application, homeward_reporting TO \(name)")
                try await $0.script("GRANT CONNECT ON DATABASE \(database.name) TO \(name)")
            }
            let report = try await Migrator(connecting: database.conninfo(user: name)).migrate()
            #expect(report.applied == Migration.embedded.suffix(1).map(\.name))
        }
    }

    @Test(arguments: [
        "ALTER ROLE homeward_application BYPASSRLS", "ALTER ROLE homeward_reporting CREATEROLE",
        "ALTER ROLE homeward_owner LOGIN", "GRANT homeward_owner TO homeward_application",
    ])
    func `a role that row-level security would not hold is found`(change: String) async throws {
        try await Ground.withMigrated { database in
            let (before, after) = try await database.asking { connection in
                let before = try await connection.query(ClusterRoles.tooPowerful).count
                // Rolled back: the roles are those of every other test.
                let after = try await connection.foundAfter(change, ClusterRoles.tooPowerful)
                return (before, after)
            }
            #expect(before == 0)
            #expect(after == 1)
        }
    }

    @Test func `everybody loses what PostgreSQL gives to everybody`() async throws {
        try await Ground.withMigrated { database in
            let left = try await database.number(
                """
                SELECT count(*) FROM (
                    SELECT datacl AS list FROM pg_database WHERE datname = current_database()
                    UNION ALL SELECT nspacl FROM pg_namespace WHERE nspname = 'public'
                ) AS lists, aclexplode(list) AS granted WHERE granted.grantee = 0
                """)
            #expect(left == 0)
        }
    }

    @Test func `the database of the roles' lock is named in either form of a connection string`() {
        #expect(Migrator.conninfo("host=/s dbname=a", database: "postgres") == "host=/s dbname=a dbname=postgres")
        #expect(Migrator.conninfo("postgresql://h/a", database: "postgres") == "postgresql://h/a?dbname=postgres")
        #expect(
            Migrator.conninfo("postgres://h/a?user=u", database: "postgres") == "postgres://h/a?user=u&dbname=postgres")
    }
}

extension Connection {
    /// How many rows a statement gives after a change that is then taken back.
    fileprivate func foundAfter(_ change: String, _ statement: Statement) async throws -> Int {
        struct TakenBack: Error { let count: Int }
        do {
            try await transaction { transaction in
                try await transaction.script(change)
                throw TakenBack(count: try await transaction.query(statement).count)
            }
        } catch let result as TakenBack {
            return result.count
        }
        return 0
    }
}
