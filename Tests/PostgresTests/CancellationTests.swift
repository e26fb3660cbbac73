import Postgres
import Testing

struct CancellationTests {
    @Test func `cancelling a task stops its statement in the server and leaves the connection clean`() async throws {
        try await withPool(size: 2) { pool in
            try await pool.withConnection { connection in
                let work = Task { try await connection.query("SELECT pg_sleep(600)") }
                _ = try await waitUntilRunning("pg_sleep", asking: pool)
                work.cancel()
                let found = await fault { _ = try await work.value }
                #expect(found?.code == .cancelled && found?.sqlState == .queryCanceled)
                #expect(try await connection.query("SELECT 7")[0].decode(0, as: Int.self) == 7)
            }
        }
    }

    @Test func `a task cancelled beforehand sends nothing`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer)")
            let work = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.execute("INSERT INTO t VALUES (1)")
            }
            let found = await fault { _ = try await work.value }
            #expect(found?.code == .cancelled)
            #expect(try await connection.query("SELECT FROM t").isEmpty)
        }
    }

    @Test func `a cancelled transaction is rolled back and its connection used again`() async throws {
        try await withPool(size: 2) { pool in
            try await pool.withConnection { try await $0.execute("CREATE TABLE t (a integer)") }
            let work = Task {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try await transaction.query("SELECT pg_sleep(600) AS slept")
                }
            }
            _ = try await waitUntilRunning("AS slept", asking: pool)
            work.cancel()
            await #expect(throws: PostgresFault.self) { try await work.value }
            #expect(try await pool.withConnection { try await $0.query("SELECT FROM t").isEmpty })
            #expect(pool.census == PoolCensus(lent: 0, idle: 2, waiting: 0))
        }
    }

    @Test func `a request to cancel never hits a later statement`() async throws {
        try await withConnection { connection in
            for round in 0..<150 {
                let work = Task { try await connection.query("SELECT sum(i) FROM generate_series(1, \(round * 20)) i") }
                if round % 3 == 0 { await Task.yield() }
                work.cancel()
                _ = try? await work.value
                // Innocent statements, some of them long enough to be hit by a late signal.
                let rows = try await connection.query("SELECT 1, pg_sleep(0.002)")
                #expect(rows.count == 1)
            }
        }
    }

    @Test func `cancelling reaches a statement that waits for a lock`() async throws {
        try await withPool(size: 3) { pool in
            try await pool.withConnection { holder in
                _ = try await holder.query("SELECT pg_advisory_lock(1)")
                try await pool.withConnection { waiter in
                    let work = Task { try await waiter.query("SELECT pg_advisory_lock(1) AS waiting") }
                    _ = try await waitUntilRunning("AS waiting", asking: pool)
                    work.cancel()
                    let found = await fault { _ = try await work.value }
                    #expect(found?.code == .cancelled)
                }
            }
        }
    }

    @Test func `a stream that is cancelled ends early`() async throws {
        try await withConnection { connection in
            let work = Task {
                try await connection.stream("SELECT generate_series(1, 1000000000)", into: 0) { rows, _ in
                    rows += 1
                    if rows == 1000 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            let found = await fault { _ = try await work.value }
            #expect(found?.code == .cancelled)
            let rows = try await connection.query("SELECT 1")
            #expect(rows.count == 1)
        }
    }

    @Test func `the server's own limit is not taken for a cancelled task`() async throws {
        try await withConnection(session: SessionSettings(statementTimeout: .milliseconds(30))) { connection in
            let found = await fault { _ = try await connection.query("SELECT pg_sleep(600)") }
            #expect(found?.code == .server(.queryCanceled))
        }
    }
}
