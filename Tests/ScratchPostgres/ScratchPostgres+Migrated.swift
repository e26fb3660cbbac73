import PrivateCluster
import Schema

extension ScratchPostgres {
    /// Lends a database of its own with the whole schema in it, and drops it afterwards. It is cloned from one that is
    /// migrated once in each test process.
    ///
    /// A clone has everything but the grants on the database itself: a test of those migrates an empty database.
    package static func withDatabase<Result: Sendable>(
        _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        let server = try await ScratchServer.shared.running()
        let template = try await ScratchTemplate.shared.migrated(on: server)
        return try await lend(from: server, template: template, body)
    }
}

/// The migrated database that others are cloned from, made when first asked for.
private actor ScratchTemplate {
    static let shared = ScratchTemplate()

    private var migrating: Task<String, any Error>?

    func migrated(on server: ScratchCluster) async throws -> String {
        if let migrating { return try await migrating.value }
        let task = Task {
            let database = try await server.createDatabase(named: "migrated", template: "template0")
            _ = try await Migrator(connecting: database.conninfo()).migrate()
            return database.name
        }
        migrating = task
        return try await task.value
    }
}
