import Postgres
import ScratchPostgres
import Synchronization
import Testing

struct PoolTests {
    private struct Refusal: Error, Equatable {}

    /// Who was served, in order.
    private final class Order: Sendable {
        let callers = Mutex<[Int]>([])
    }

    /// Returns when so many callers wait.
    private func waitFor(_ count: Int, in pool: Pool) async {
        while pool.census.waiting < count { await Task.yield() }
    }

    @Test func `a pool lends in the order in which callers came`() async throws {
        try await withPool(size: 1) { pool in
            let order = Order()
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withConnection { _ in
                    for caller in 0..<20 {
                        group.addTask {
                            try await pool.withConnection { _ in order.callers.withLock { $0.append(caller) } }
                        }
                        await waitFor(caller + 1, in: pool)
                    }
                }
                try await group.waitForAll()
            }
            #expect(order.callers.withLock { $0 } == Array(0..<20))
        }
    }

    @Test func `a pool never has more connections than its size and uses them again`() async throws {
        try await withPool(size: 2) { pool in
            let pids = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        try await pool.withConnection { try await $0.query("SELECT pg_backend_pid()")[0].decode(0) }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(pids.count <= 2)
        }
    }

    @Test func `an exhausted pool lets callers wait no longer than its limit`() async throws {
        try await withPool(size: 1, acquireTimeout: .milliseconds(80)) { pool in
            try await pool.withConnection { _ in
                let start = ContinuousClock.now
                await #expect(throws: PoolFault.timedOut) { try await pool.withConnection { _ in } }
                #expect(start.duration(to: .now) >= .milliseconds(80))
                #expect(pool.census.waiting == 0)
            }
            try await pool.withConnection { _ in }
        }
    }

    @Test func `a caller that is cancelled while it waits leaves the line`() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { _ in
                let caller = Task { try await pool.withConnection { _ in } }
                await waitFor(1, in: pool)
                caller.cancel()
                await #expect(throws: CancellationError.self) { try await caller.value }
                #expect(pool.census == PoolCensus(lent: 1, idle: 0, waiting: 0))
            }
        }
    }

    @Test func `the body's error comes back unchanged`() async throws {
        try await withPool { pool in
            await #expect(throws: Refusal()) { try await pool.withConnection { _ in throw Refusal() } }
            #expect(pool.census.lent == 0)
        }
    }

    @Test func `a transaction left open is rolled back before the next caller`() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE t (a integer)")
                try await connection.execute("BEGIN")
                try await connection.execute("INSERT INTO t VALUES (1)")
            }
            #expect(try await pool.withConnection { try await $0.query("SELECT FROM t").isEmpty })
        }
    }

    @Test func `settings, locks and tables of a session do not reach the next caller`() async throws {
        try await withPool(size: 1) { pool in
            let first = try await pool.withConnection { connection in
                try await connection.execute("SET search_path = elsewhere")
                try await connection.execute("SET statement_timeout = 77")
                _ = try await connection.query("SELECT set_config('homeward.site', '5', false)")
                _ = try await connection.query("SELECT pg_advisory_lock(99)")
                try await connection.execute("CREATE TEMPORARY TABLE left_behind (a integer)")
                try await connection.execute("LISTEN somebody")
                return await connection.serverProcessID
            }
            try await pool.withConnection { connection in
                #expect(await connection.serverProcessID == first)
                let row = try await connection.query(
                    """
                    SELECT current_setting('search_path'), current_setting('statement_timeout'),
                    coalesce(current_setting('homeward.site', true), ''), to_regclass('pg_temp.left_behind') IS NULL,
                    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()),
                    (SELECT count(*) FROM pg_listening_channels()), current_setting('TimeZone'),
                    (SELECT count(*) FROM pg_prepared_statements)
                    """
                )[0]
                #expect(try row.decode(String.self, String.self, String.self) == ("\"$user\", public", "30s", ""))
                #expect(try row.decode(3, as: Bool.self))
                #expect(try row.decode(4, as: Int.self) == 0)
                #expect(try row.decode(5, as: Int.self) == 0)
                #expect(try row.decode(6, as: String.self) == "UTC")
                #expect(try row.decode(7, as: Int.self) > 1)
            }
        }
    }

    @Test func `a pool that cannot connect says so at once`() async throws {
        // With limits of hours, an answer at all is an answer at once, and on a busy machine too.
        let configuration = PoolConfiguration(
            target: ConnectionTarget(conninfo: "host=/nowhere-at-all dbname=x user=u"),
            acquireTimeout: .seconds(36_000), connectPatience: .seconds(36_000))
        try await withPool(configuration) { pool in
            let found = await fault { try await pool.withConnection { _ in } }
            #expect(found?.code == .connect && found?.isUnavailable == true)
            #expect(pool.census == PoolCensus(lent: 0, idle: 0, waiting: 0))
        }
    }

    @Test func `a closed pool refuses and waits for what it has lent`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let pool = Pool(PoolConfiguration(target: ConnectionTarget(conninfo: database.conninfo()), size: 1))
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withConnection { connection in
                    group.addTask {
                        await #expect(throws: PoolFault.closed) { try await pool.withConnection { _ in } }
                    }
                    await waitFor(1, in: pool)
                    group.addTask { await pool.close() }
                    try await group.next()
                    #expect(try await connection.query("SELECT 1").count == 1)
                }
                try await group.waitForAll()
            }
            #expect(pool.census == PoolCensus(lent: 0, idle: 0, waiting: 0))
            await #expect(throws: PoolFault.closed) { try await pool.withConnection { _ in } }
        }
    }

    @Test func `waits between attempts double up to the longest`() {
        let backoff = Backoff(first: .milliseconds(50), longest: .seconds(2))
        let waits = (1...8).map { backoff.wait(afterFailures: $0, spread: 1) }
        #expect(waits == [50, 100, 200, 400, 800, 1600, 2000, 2000].map { .milliseconds($0) })
        #expect(backoff.wait(afterFailures: 1, spread: 0) == .milliseconds(25))
        #expect(backoff.wait(afterFailures: 1_000_000, spread: 1) == .seconds(2))
    }
}
