import Postgres

/// What a command asks of a database before it works with it.
package enum Schema {
    /// Whether a database has been migrated to exactly the files of this program.
    ///
    /// One or two quick reads, allowed to the application's role; a command asks it once, when it connects.
    package static func isCurrent(on connection: Connection) async throws(PostgresFault) -> Bool {
        try await status(on: connection) == .upToDate
    }

    /// How the database compares with the files of this program, for a message that names what to do.
    package static func status(on connection: Connection) async throws(PostgresFault) -> MigrationStatus {
        let rows = try await Ledger.rows(on: connection)
        return MigrationStatus(ledger: rows, migrations: Migration.embedded)
    }
}
