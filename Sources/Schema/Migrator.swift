@_spi(Splice) import Postgres

/// Brings a database to the state that the files of `sql/migrations` describe, forward only.
///
/// Each file runs in one transaction, as `homeward_owner`, under an advisory lock that lets one migrator of a database
/// work at a time; the ledger row with the file's checksum is written in the same transaction. So a migrator that is
/// killed at any moment leaves each file applied or not, and the next one goes on from there.
package struct Migrator: Sendable {
    private let database: ConnectionTarget
    private let maintenance: ConnectionTarget
    private let migrations: [Migration]
    private let lockWait: Duration

    /// - Parameters:
    ///   - conninfo: how the migrating login reaches the database: a superuser, or the database's owner with CREATEROLE
    ///     (without it, when the three roles are there and the login is a member of them).
    ///   - migrations: the files, in the order of their names.
    ///   - lockWait: how long a file may wait for a lock that the work of others holds; then it gives up, and has
    ///     changed nothing. Waiting for another migrator is not limited by it.
    package init(
        connecting conninfo: String, migrations: [Migration] = Migration.embedded, lockWait: Duration = .seconds(3)
    ) {
        database = ConnectionTarget(conninfo: conninfo)
        maintenance = ConnectionTarget(conninfo: Self.conninfo(conninfo, database: "postgres"))
        self.migrations = migrations
        self.lockWait = lockWait
    }

    /// Applies what is missing; nothing, when nothing is.
    ///
    /// - Throws: `SchemaFault` for what it refuses or the server refused; `PostgresFault` when there is no server.
    package func migrate() async throws -> MigrationReport {
        try await Self.withConnection(to: database) { connection in
            try await prepareRoles(asking: connection)
            var applied: [String] = []
            while let name = try await applyNext(on: connection) { applied.append(name) }
            return MigrationReport(applied: applied)
        }
    }

    /// How the database compares with the files, changing nothing.
    package func status() async throws -> MigrationStatus {
        try await Self.withConnection(to: database) { connection in
            MigrationStatus(ledger: try await Ledger.rows(on: connection), migrations: migrations)
        }
    }

    /// Applies the first file that is missing, and names it; nil when none is missing.
    private func applyNext(on connection: Connection) async throws -> String? {
        try await connection.transaction { transaction in
            // "HMWD" as a number, and 2 for the files of a database (1 is for the roles of a cluster).
            try await transaction.execute("SELECT pg_advisory_xact_lock(1213028164, 2)")
            let rows = try await Ledger.rows(on: transaction.connection)
            guard let next = try next(after: MigrationStatus(ledger: rows, migrations: migrations)) else { return nil }
            try await prepareDatabase(in: transaction)
            try await apply(next, in: transaction)
            return next.name
        }
    }

    private func next(after status: MigrationStatus) throws(SchemaFault) -> Migration? {
        switch status {
        case .upToDate: nil
        case .notMigrated: migrations.first
        case .missing(let names): migrations.first { $0.name == names.first }
        case .changed(let name): throw SchemaFault(.changed, name)
        case .unknown(let name): throw SchemaFault(.unknown, name)
        case .outOfOrder(let name): throw SchemaFault(.outOfOrder, name)
        }
    }

    private func apply(_ migration: Migration, in transaction: Transaction) async throws {
        // One `catch` without conditions: with several, Swift 6.3 crashes on a `do` of typed throws (November 2026).
        do {
            try await run(migration, in: transaction)
        } catch {
            guard error.sqlState != nil, !error.isUnavailable else { throw error }
            let code = error.sqlState == .lockNotAvailable ? SchemaFault.Code.lockNotAvailable : .refused
            throw SchemaFault(code, migration.name, underlying: error)
        }
    }

    private func run(_ migration: Migration, in transaction: Transaction) async throws(PostgresFault) {
        let limit = "\(Int64(lockWait / .milliseconds(1)))ms"
        try await transaction.execute(
            """
            SELECT set_config('lock_timeout', \(limit), true),
                set_config('search_path', '', true), set_config('role', 'homeward_owner', true)
            """)
        try await transaction.script(migration.sql)
        try await transaction.execute(Ledger.noting(migration))
    }

    /// Makes the roles when one is missing, and refuses roles that row-level security would not hold.
    private func prepareRoles(asking connection: Connection) async throws {
        if let release = await connection.serverRelease, release.major < Self.oldestMajor {
            throw SchemaFault(.serverTooOld)
        }
        if try await connection.query(ClusterRoles.areReady).column(0, as: Bool.self) != [true] {
            try await makeRoles()
        }
        if let role = try await connection.query(ClusterRoles.tooPowerful).column(0, as: String.self).first {
            throw SchemaFault(.roleTooPowerful, role)
        }
    }

    private func makeRoles() async throws {
        do {
            try await Self.withConnection(to: maintenance) { _ = try await $0.execute(ClusterRoles.make) }
        } catch let fault as PostgresFault {
            guard fault.sqlState == .insufficientPrivilege || fault.code == .connect else { throw fault }
            throw SchemaFault(.rolesMissing, underlying: fault)
        }
    }

    private func prepareDatabase(in transaction: Transaction) async throws {
        guard let row = try await transaction.query(DatabaseGrants.state).first else { return }
        let (mayGrant, canCreate) = try row.decode(Bool.self, Bool.self)
        if mayGrant {
            try await transaction.execute(DatabaseGrants.grant)
        } else if !canCreate {
            throw SchemaFault(.databaseNotOurs)
        }
    }

    private static func withConnection<Result>(
        to target: ConnectionTarget, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        // Migrators wait for each other as long as a large backfill may take; a statement takes what it takes.
        let settings = SessionSettings(
            applicationName: "homeward migrate", statementTimeout: .zero, lockTimeout: .seconds(3600),
            idleInTransactionTimeout: .zero)
        return try await Connection.withConnection(to: target, settings: settings, body)
    }

    /// The connection string with another database in the place of its own.
    static func conninfo(_ conninfo: String, database: String) -> String {
        guard conninfo.hasPrefix("postgresql://") || conninfo.hasPrefix("postgres://") else {
            return "\(conninfo) dbname=\(database)"
        }
        return conninfo + (conninfo.contains("?") ? "&" : "?") + "dbname=\(database)"
    }

    private static let oldestMajor = 15
}
