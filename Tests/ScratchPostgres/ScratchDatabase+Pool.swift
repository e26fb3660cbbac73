import Postgres
import PrivateCluster

extension ScratchDatabase {
    /// Where the database is, for one of the program's roles.
    package func target(_ role: ConnectionRole = .administrator) -> ConnectionTarget {
        ConnectionTarget(conninfo: conninfo(role))
    }

    /// A pool of a few connections in one of the program's roles. What it still holds when the database is dropped is
    /// cut off; ``withPool(_:size:_:)`` closes it in good order.
    ///
    /// - Parameter size: the most connections it makes; the scratch server has 200 for all tests together.
    package func pool(_ role: ConnectionRole = .application, size: Int = 4) -> Pool {
        Pool(PoolConfiguration(target: target(role), size: size))
    }

    /// Lends a pool in one of the program's roles and closes it afterwards.
    package func withPool<Result: Sendable>(
        _ role: ConnectionRole = .application, size: Int = 4, _ body: (Pool) async throws -> Result
    ) async throws -> Result {
        let pool = pool(role, size: size)
        do {
            let result = try await body(pool)
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw error
        }
    }
}
