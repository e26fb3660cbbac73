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
func fault<Result>(of work: () async throws -> Result) async -> PostgresFault? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? PostgresFault
    }
}

/// Returns when another process of the same database runs a statement that holds the text, and which process that is.
func waitUntilRunning(_ text: String, asking pool: Pool) async throws -> Int32 {
    while true {
        let pid: Int32? = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'
                    AND query LIKE '%' || \(text) || '%'
                """
            ).first?.decode(0)
        }
        if let pid { return pid }
    }
}

/// Ends the server's process and returns when it is gone.
func terminate(pid: Int32, asking connection: Connection) async throws {
    _ = try await connection.query("SELECT pg_terminate_backend(\(pid))")
    var isThere = true
    while isThere {
        isThere = try await connection.query("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(pid))")[0]
            .decode(0)
    }
}
