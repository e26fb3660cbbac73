import Postgres
import ScratchPostgres

/// A database of its own with a pool to it; the pool is closed before the database goes.
func withPool<Result: Sendable>(
    size: Int = 3,
    acquireTimeout: Duration = .seconds(20),
    session: SessionSettings = SessionSettings(),
    _ body: (Pool) async throws -> Result
) async throws -> Result {
    try await ScratchPostgres.withEmptyDatabase { database in
        try await withPool(
            PoolConfiguration(
                target: ConnectionTarget(conninfo: database.conninfo()),
                size: size,
                acquireTimeout: acquireTimeout,
                session: session
            ),
            body
        )
    }
}

/// A pool, closed afterwards.
func withPool<Result: Sendable>(
    _ configuration: PoolConfiguration,
    _ body: (Pool) async throws -> Result
) async throws -> Result {
    let pool = Pool(configuration)
    do {
        let result = try await body(pool)
        await pool.close()
        return result
    } catch {
        await pool.close()
        throw error
    }
}

/// A database of its own with one connection to it.
func withConnection<Result: Sendable>(
    session: SessionSettings = SessionSettings(),
    _ body: (Connection) async throws -> Result
) async throws -> Result {
    try await ScratchPostgres.withEmptyDatabase { database in
        try await Connection.withConnection(
            to: ConnectionTarget(conninfo: database.conninfo()),
            settings: session,
            body
        )
    }
}

/// The fault that the work ends with, if it ends with one.
func fault(of work: () async throws -> Void) async -> PostgresFault? {
    do {
        try await work()
        return nil
    } catch {
        return error as? PostgresFault
    }
}

/// Returns when the server's process runs a statement that holds the text.
func waitUntilRunning(_ text: String, pid: Int32, asking pool: Pool) async throws {
    var isRunning = false
    while !isRunning {
        isRunning = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT EXISTS (SELECT FROM pg_stat_activity
                WHERE pid = \(pid) AND state = 'active' AND query LIKE '%' || \(text) || '%')
                """
            )[0].decode(0)
        }
    }
}

/// Ends the server's process and returns when it is gone.
func terminate(pid: Int32, asking connection: Connection) async throws {
    _ = try await connection.query("SELECT pg_terminate_backend(\(pid))")
    var isThere = true
    while isThere {
        isThere = try await connection.query("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(pid))")[0].decode(0)
    }
}
