import Postgres
import Testing

struct FaultTests {
    private func violation(_ statement: Statement) async throws -> PostgresFault {
        try await withConnection { connection in
            try await connection.pipeline([
                "CREATE TABLE family (id bigint CONSTRAINT family_pk PRIMARY KEY, name text CONSTRAINT name_short CHECK (length(name) < 20) NOT NULL)",
                "CREATE TABLE child (family_id bigint CONSTRAINT child_of_family REFERENCES family)",
                "CREATE TABLE spell (during daterange, CONSTRAINT one_at_a_time EXCLUDE USING gist (during WITH &&))",
                "INSERT INTO family VALUES (1, 'secret-value')",
                "INSERT INTO spell VALUES ('[2026-01-01,2026-02-01)')",
            ])
            return try #require(await fault { _ = try await connection.query(statement) })
        }
    }

    @Test func `a refused row names its constraint`() async throws {
        let unique = try await violation("INSERT INTO family VALUES (1, 'x')")
        #expect(unique.sqlState == .uniqueViolation && unique.constraintName == "family_pk")
        #expect(unique.schema == "public" && unique.table == "family")
        let check = try await violation("INSERT INTO family VALUES (2, \(String(repeating: "x", count: 30)))")
        #expect(check.sqlState == .checkViolation && check.constraintName == "name_short")
        let foreign = try await violation("INSERT INTO child VALUES (7)")
        #expect(foreign.sqlState == .foreignKeyViolation && foreign.constraintName == "child_of_family")
        let exclusion = try await violation("INSERT INTO spell VALUES ('[2026-01-31,)')")
        #expect(exclusion.sqlState == .exclusionViolation && exclusion.constraintName == "one_at_a_time")
        let missing = try await violation("INSERT INTO family VALUES (3, NULL)")
        #expect(missing.sqlState == .notNullViolation && missing.column == "name")
    }

    @Test func `no text of a fault holds a value`() async throws {
        let statements: [Statement] = [
            "INSERT INTO family VALUES (1, \("secret-value"))",
            "INSERT INTO family VALUES (2, \("secret-value-that-is-too-long"))",
            "SELECT \("secret-value")::integer",
            "SELECT \("secret-value")::date",
            "SELECT '{\"a\": secret-value}'::json",
            "SELECT 'secret-value'::daterange",
            "INSERT INTO spell VALUES ('[2026-01-31,2026-02-01)')",
        ]
        for statement in statements {
            let found = try await violation(statement)
            for text in [
                String(describing: found), String(reflecting: found), "\(found)",
                "\(Mirror(reflecting: found).children.map { $0 })",
            ] {
                #expect(!text.contains("secret"), "\(found)")
                #expect(!text.contains("2026-01-31"))
            }
            var dumped = ""
            dump(found, to: &dumped)
            #expect(!dumped.contains("secret"))
            #expect(!String(describing: found).contains("family"))
        }
    }

    @Test func `no text of a fault or a setting holds a connection string`() async throws {
        let strings = [
            "host=/nowhere-at-all dbname=x user=u password=secret-value", "postgresql://u:secret-value@127.0.0.1:1/x",
            "host=/nowhere password='secret-value", "password=secret-value nonsense secret-value=1",
        ]
        for conninfo in strings {
            let target = ConnectionTarget(conninfo: conninfo)
            let configuration = PoolConfiguration(target: target)
            let found = try #require(await fault { _ = try await Connection.open(target) })
            var dumped = ""
            dump(configuration, to: &dumped)
            for text in [
                "\(found)", String(reflecting: found), "\(target)", String(reflecting: target), dumped,
                String(reflecting: configuration),
            ] {
                #expect(!text.contains("secret-value"), "\(text)")
            }
        }
    }

    @Test func `a server that cannot be reached is unavailable`() async throws {
        let target = ConnectionTarget(conninfo: "host=/nowhere-at-all dbname=x user=u")
        let found = try #require(await fault { _ = try await Connection.open(target) })
        #expect(found.code == .connect && found.isUnavailable && found.attempt == .connect)
    }

    @Test func `a string that is none is a fault of configuration`() async throws {
        let target = ConnectionTarget(conninfo: "host='unfinished")
        let found = try #require(await fault { _ = try await Connection.open(target) })
        #expect(found.code == .configuration && !found.isUnavailable)
    }

    @Test func `a database that does not exist has its own state`() async throws {
        try await withConnection { connection in
            let folder: String = try await connection.query("SELECT current_setting('unix_socket_directories')")[0]
                .decode(0)
            let target = ConnectionTarget(conninfo: "host=\(folder) user=homeward dbname=no_such_database")
            let found = try #require(await fault { _ = try await Connection.open(target) })
            #expect(found.code == .connect && found.sqlState == .invalidCatalogName && found.isUnavailable)
        }
    }

    @Test func `where the SQL is wrong is told`() async throws {
        try await withConnection { connection in
            let found = await fault { _ = try await connection.query("SELECT 1 FROM") }
            #expect(found?.sqlState == .syntaxError && found?.position == 14)
        }
    }
}
