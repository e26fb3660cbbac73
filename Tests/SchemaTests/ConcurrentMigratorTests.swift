@_spi(Splice) import Postgres
import PrivateCluster
import Schema
import ScratchPostgres
import Testing

@Suite struct ConcurrentMigratorTests {
    private static let names = Migration.embedded.map(\.name)

    @Test func `ten migrators at once apply each file once`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<10 {
                    group.addTask { try await Migrator(connecting: database.conninfo()).migrate().applied }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let status = try await Migrator(connecting: database.conninfo()).status()
            #expect(applied.sorted() == Self.names)
            #expect(status == .upToDate)
        }
    }

    @Test func `eight databases of one new cluster are migrated at once`() async throws {
        try await ScratchPostgres.withCluster { _, cluster in
            let home = ConnectionTarget(conninfo: cluster.connectInfo(role: .administrator))
            let databases = (1...8).map { "site_\($0)" }
            let rolesBefore = try await Connection.withConnection(to: home) { connection in
                for database in databases { try await connection.execute("CREATE DATABASE \(splice: database)") }
                return try await connection.query(
                    "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'homeward\\_%'"
                ).count
            }
            let statuses = try await withThrowingTaskGroup(of: MigrationStatus.self) { group in
                for database in databases {
                    let conninfo = ConnectionInfo(
                        socketFolder: cluster.socketFolder, database: database, user: ConnectionRole.administrator.name)
                    group.addTask {
                        let migrator = Migrator(connecting: conninfo.text)
                        _ = try await migrator.migrate()
                        return try await migrator.status()
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(rolesBefore == 0)
            #expect(statuses == Array(repeating: .upToDate, count: 8))
        }
    }
}
