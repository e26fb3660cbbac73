@_spi(Splice) import Postgres
import Testing

struct ConnectionTests {
    @Test func `a session has UTC, ISO dates, UTF-8 and the limits it was given`() async throws {
        let settings = SessionSettings(
            applicationName: "a name with spaces",
            statementTimeout: .milliseconds(1500),
            lockTimeout: .seconds(2),
            idleInTransactionTimeout: .seconds(3)
        )
        try await withConnection(session: settings) { connection in
            let row = try await connection.query(
                """
                SELECT current_setting('TimeZone'), current_setting('DateStyle'), current_setting('client_encoding'),
                current_setting('application_name'), current_setting('statement_timeout'), current_setting('lock_timeout'),
                current_setting('idle_in_transaction_session_timeout')
                """
            )[0]
            let settings = try (0..<7).map { try row.decode($0, as: String.self) }
            #expect(settings == ["UTC", "ISO, MDY", "UTF8", "a name with spaces", "1500ms", "2s", "3s"])
        }
    }

    @Test func `options of the connection string are kept beside ours`() async throws {
        try await withConnection { connection in
            let place: String = try await connection.query(
                "SELECT 'host=' || current_setting('unix_socket_directories') || ' user=homeward dbname=' || current_database()"
            )[0].decode(0)
            let target = ConnectionTarget(conninfo: "\(place) options='-c search_path=elsewhere'")
            try await Connection.withConnection(to: target) { other in
                let row = try await other.query("SELECT current_setting('search_path'), current_setting('TimeZone')")[0]
                #expect(try row.decode(String.self, String.self) == ("elsewhere", "UTC"))
            }
        }
    }

    @Test func `the releases of libpq and the server are known`() async throws {
        try await withConnection { connection in
            let told: String = try await connection.query("SELECT current_setting('server_version_num')")[0].decode(0)
            #expect(await connection.serverRelease?.number == Int(told))
            #expect(PostgresRelease.libpq.major >= 15)
            #expect(PostgresRelease(number: 150_018).description == "15.18")
        }
    }

    @Test func `tags tell the verb and the rows`() async throws {
        try await withConnection { connection in
            let statements: [Statement] = [
                "CREATE TABLE t (a integer)", "INSERT INTO t VALUES (1), (2)", "UPDATE t SET a = 3", "SELECT a FROM t",
                "DELETE FROM t WHERE a = 9",
            ]
            var tags: [CommandTag] = []
            for statement in statements { tags.append(try await connection.execute(statement)) }
            #expect(tags.map(\.verb) == ["CREATE TABLE", "INSERT", "UPDATE", "SELECT", "DELETE"])
            #expect(tags.map(\.rows) == [0, 2, 2, 2, 0])
        }
    }

    @Test func `a script runs many statements and stops at the first that fails`() async throws {
        try await withConnection { connection in
            try await connection.script(
                "CREATE TABLE t (a integer); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)")
            let found = await fault {
                try await connection.script("INSERT INTO t VALUES (3); SELECT 1 / 0; INSERT INTO t VALUES (4)")
            }
            #expect(found?.sqlState == .divisionByZero && found?.attempt == .script)
            #expect(try await connection.query("SELECT a FROM t ORDER BY a").column(as: Int.self) == [1, 2])
        }
    }

    @Test func `notices are swallowed`() async throws {
        try await withConnection { connection in
            try await connection.script("DO $$ BEGIN RAISE NOTICE 'seen by nobody'; RAISE WARNING 'nor this'; END $$")
            #expect(try await connection.query("SELECT 1").count == 1)
        }
    }

    @Test func `a copy is not understood and costs the connection only`() async throws {
        try await withPool(size: 1) { pool in
            let found = await fault {
                try await pool.withConnection { _ = try await $0.query("COPY pg_class TO STDOUT") }
            }
            #expect(found?.code == .protocol)
            let count = try await pool.withConnection { try await $0.query("SELECT 1").count }
            #expect(count == 1)
        }
    }

    @Test func `a closed connection refuses`() async throws {
        try await withConnection { connection in
            await connection.close()
            await connection.close()
            let found = await fault { _ = try await connection.query("SELECT 1") }
            #expect(found?.code == .closed)
            #expect(connection.isBroken)
        }
    }

    @Test func `statements of one connection run one after the other`() async throws {
        try await withConnection { connection in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<50 {
                    group.addTask { try await connection.query("SELECT \(index)")[0].decode(0) }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 1225)
        }
    }

    @Test func `connections that block hold up nobody else`() async throws {
        try await withPool(size: 9) { pool in
            try await pool.withConnection { holder in
                _ = try await holder.query("SELECT pg_advisory_lock(7)")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<8 {
                        group.addTask {
                            try await pool.withConnection { _ = try await $0.query("SELECT pg_advisory_lock(7)") }
                        }
                    }
                    // All eight block in the server at the same time, on a machine with two cores.
                    var blocked = 0
                    while blocked < 8 {
                        blocked = try await holder.query(
                            """
                            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                            """
                        )[0].decode(0)
                    }
                    _ = try await holder.query("SELECT pg_advisory_unlock(7)")
                    try await group.waitForAll()
                }
            }
        }
    }
}
