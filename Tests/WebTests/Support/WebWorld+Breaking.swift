import EpisodeFixtures
import EpisodeStore
@_spi(Splice) import Postgres
import PrivateCluster
import ScratchPostgres

extension WebWorld {
    /// Takes the table away that the start page reads, as no fault of the service would be.
    func breakReports() async throws {
        try await Connection.withConnection(to: fixtures.database.target(.administrator)) { connection in
            try await connection.execute("ALTER TABLE reporting.episode_fact RENAME COLUMN closed_on TO shut_on")
        }
    }

    /// Holds the table that the start page reads, so that a request for it waits, until `body` returns.
    func holdReports<Result: Sendable>(_ body: (_ watcher: Connection) async throws -> Result) async throws -> Result {
        let target = fixtures.database.target(.administrator)
        return try await Connection.withConnection(to: target) { holder in
            try await holder.transaction { transaction in
                try await transaction.execute("LOCK TABLE reporting.episode_fact IN ACCESS EXCLUSIVE MODE")
                return try await Connection.withConnection(to: target) { try await body($0) }
            }
        }
    }

    /// Waits until so many requests wait for what ``holdReports(_:)`` holds.
    func untilWaiting(_ count: Int, asking watcher: Connection) async throws {
        while try await watcher.query(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'reporting.episode_fact'::regclass"
        ).column(0, as: Int.self) != [count] {}
    }
}

extension WebWorld {
    /// Gives all rows of a table the form of another program.
    /// - Returns: how many there are.
    func age(_ table: ProjectionTable) async throws -> Int {
        try await Connection.withConnection(to: fixtures.database.target(.administrator)) { connection in
            try await connection.execute("UPDATE \(splice: table.rawValue) SET shape = shape + 1").rows
        }
    }
}
