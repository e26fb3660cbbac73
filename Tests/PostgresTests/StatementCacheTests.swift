import Testing

@_spi(EmbeddedText) @testable import Postgres

struct StatementCacheTests {
    private func preparedCount(_ connection: Connection) async throws -> Int {
        try await connection.query("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'homeward%'")[0].decode(
            0)
    }

    @Test func `a statement is prepared once for each combination of types`() async throws {
        try await withConnection { connection in
            for number in 0..<5 {
                _ = try await connection.query("SELECT \(number)")
                _ = try await connection.query("SELECT \("text \(number)")")
            }
            #expect(try await preparedCount(connection) == 3)
        }
    }

    @Test func `the least recently used statement makes room`() {
        var cache = StatementCache(capacity: 2)
        let first = cache.entry(for: "SELECT 1")
        cache.confirm(first)
        cache.confirm(cache.entry(for: "SELECT 2"))
        _ = cache.entry(for: "SELECT 1")
        cache.confirm(cache.entry(for: "SELECT 3"))
        #expect(cache.count == 2)
        #expect(cache.entry(for: "SELECT 1") === first)
        #expect(cache.takeDiscarded() == ["homeward_2"])
        #expect(cache.takeDiscarded().isEmpty)
    }

    @Test func `a statement that was given up before the server confirmed it is deallocated afterwards`() {
        var cache = StatementCache(capacity: 1)
        let first = cache.entry(for: "SELECT 1")
        _ = cache.entry(for: "SELECT 2")
        #expect(cache.discarded.isEmpty)
        cache.confirm(first)
        #expect(cache.takeDiscarded() == ["homeward_1"])
    }

    @Test func `statements that made room are deallocated in the server`() async throws {
        try await withConnection(session: SessionSettings(statementCacheCapacity: 5)) { connection in
            for width in 1...30 {
                let texts = (0..<width).map { _ in "1" }.joined(separator: " + ")
                _ = try await connection.query(Statement(embedded: "SELECT \(texts)"))
            }
            #expect(try await preparedCount(connection) <= 6)
        }
    }

    @Test func `a table changed under a prepared statement goes unnoticed outside a transaction`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer)")
            try await connection.execute("INSERT INTO t VALUES (1)")
            #expect(try await connection.query("SELECT * FROM t")[0].columnCount == 1)
            try await connection.execute("ALTER TABLE t ADD COLUMN b text DEFAULT 'new'")
            let row = try await connection.query("SELECT * FROM t")[0]
            #expect(try row["b", as: String.self] == "new")
            try await connection.execute("ALTER TABLE t RENAME COLUMN b TO c")
            let streamed = try await connection.stream("SELECT * FROM t", into: [String]()) { names, row in
                names = row.columnNames
            }
            #expect(streamed == ["a", "c"])
        }
    }

    @Test func `a table changed under a prepared statement goes unnoticed by the first statement of a transaction`()
        async throws
    {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer)")
            try await connection.execute("INSERT INTO t VALUES (1)")
            _ = try await connection.query("SELECT * FROM t")
            try await connection.execute("ALTER TABLE t ALTER COLUMN a TYPE text")
            let (text, site) = try await connection.transaction(scope: SessionScope(["homeward.site": "3"])) {
                transaction in
                let text: String = try await transaction.query("SELECT * FROM t")[0].decode(0)
                return (
                    text,
                    try await transaction.query("SELECT current_setting('homeward.site')")[0].decode(0, as: String.self)
                )
            }
            #expect(text == "1" && site == "3")
        }
    }

    @Test func `a table changed under a prepared statement fails once in the middle of a transaction`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer)")
            _ = try await connection.query("SELECT * FROM t")
            try await connection.execute("ALTER TABLE t ADD COLUMN b text")
            func look() async throws {
                try await connection.transaction { transaction in
                    _ = try await transaction.query("SELECT 1")
                    _ = try await transaction.query("SELECT * FROM t")
                }
            }
            let found = await fault { try await look() }
            #expect(found?.sqlState == .featureNotSupported)
            try await look()
        }
    }

    @Test func `statements that the server has forgotten are prepared again`() async throws {
        try await withConnection { connection in
            _ = try await connection.query("SELECT 1 AS one")
            try await connection.execute("DEALLOCATE ALL")
            #expect(try await connection.query("SELECT 1 AS one").count == 1)
            #expect(try await connection.transaction { try await $0.query("SELECT 1 AS one").count } == 1)
        }
    }

    @Test func `a statement that failed to prepare is prepared when it can be`() async throws {
        try await withConnection { connection in
            let found = await fault { _ = try await connection.query("SELECT * FROM later") }
            #expect(found?.sqlState == .undefinedTable)
            try await connection.execute("CREATE TABLE later (a integer)")
            #expect(try await connection.query("SELECT * FROM later").isEmpty)
        }
    }

    @Test func `what may leave traces in a session is told from its text`() {
        for harmless in [
            "SELECT 1", "  select 2", "-- note\nSELECT 1", "(SELECT 1)", "WITH a AS (SELECT 1) SELECT",
            "INSERT INTO t VALUES (1)",
            "COMMIT", "UPDATE t SET a = 1", "SELECT threshold, attempt, template FROM t",
            "SELECT pg_advisory_xact_lock(1)", "SELECT set_config('a.b', ($1)::text, true), set_config($2, $3, true)",
        ] {
            #expect(!SessionTraces.mayBeLeft(by: harmless), "\(harmless)")
        }
        for leaving in [
            "SET a.b = 1", "SELECT set_config('a.b', 'c', false)", "SELECT set_config('a', ', true)', false)",
            "SELECT set_config('a.b', 'c', true), set_config('a.b', 'c', $1)", "SELECT pg_advisory_lock(1)", "LISTEN x",
            "CREATE TEMP TABLE t ()", "SELECT 1 INTO TEMPORARY t", "/* note */ SET x = 1", "", "PREPARE x AS SELECT 1",
            "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
        ] {
            #expect(SessionTraces.mayBeLeft(by: leaving), "\(leaving)")
        }
    }
}
