import PrivateCluster

/// Databases to test with: real PostgreSQL, one throwaway cluster for each test process, one database for each test.
///
/// The cluster is made when the first test asks for it, without syncing to disk, and goes when the process ends,
/// however it ends. Nothing here takes the address of a server from outside, so no test can meet a database that is not
/// its own.
package enum ScratchPostgres {
    /// How many databases are lent at a time; more callers wait in a queue. Keeps hundreds of parallel tests within the
    /// server's connections.
    package static let lentAtOnce = 8

    /// Lends an empty database, without the schema, and drops it afterwards.
    package static func withEmptyDatabase<Result: Sendable>(
        _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        let server = try await ScratchServer.shared.running()
        return try await lend(from: server, template: "template0", body)
    }

    static func lend<Result: Sendable>(
        from server: ScratchCluster, template: String, _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        try await ScratchPermits.databases.withPermit {
            let database = try await server.createDatabase(template: template)
            do {
                let result = try await body(database)
                try await server.drop(database)
                return result
            } catch {
                try? await server.drop(database)
                throw error
            }
        }
    }
}
