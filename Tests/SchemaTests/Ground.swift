@_spi(Splice) import Postgres
import PrivateCluster
import Schema
import ScratchPostgres

/// What tests of the schema stand on: a database of their own in one state or another.
enum Ground {
    /// Lends a database that is migrated.
    static func withMigrated<Result: Sendable>(
        _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        try await ScratchPostgres.withEmptyDatabase { database in
            _ = try await Migrator(connecting: database.conninfo()).migrate()
            return try await body(database)
        }
    }

    /// Lends a database that is migrated and holds the rows of `TwoSites`.
    static func withTwoSites<Result: Sendable>(
        _ body: (ScratchDatabase) async throws -> Result
    ) async throws -> Result {
        try await withMigrated { database in
            _ = try await database.asking { try await $0.transaction { try await TwoSites.insert(in: $0) } }
            return try await body(database)
        }
    }
}

extension ScratchDatabase {
    /// Lends one connection in a role.
    func asking<Result: Sendable>(
        as role: ConnectionRole = .administrator, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await Connection.withConnection(to: ConnectionTarget(conninfo: conninfo(role)), body)
    }

    /// The first column of what a statement gives to the administrator.
    func texts(_ statement: Statement) async throws -> [String] {
        try await asking { try await $0.query(statement).column(0, as: String.self) }
    }

    /// The one number that a statement gives to the administrator.
    func number(_ statement: Statement) async throws -> Int? {
        try await asking { try await $0.query(statement).column(0, as: Int.self).first }
    }
}

extension TwoSites {
    /// Inserts the rows of both sites into every table that is there, and names those tables.
    @discardableResult
    static func insert(in transaction: Transaction) async throws -> [String] {
        var filled: [String] = []
        for seed in seeds {
            let there = try await transaction.query("SELECT to_regclass(\(seed.table)) IS NOT NULL")
            guard try there.column(0, as: Bool.self) == [true] else { continue }
            let isFormer = try await seed.isFormer(in: transaction)
            for site in sites { try await transaction.script(seed.sql(site: site, isFormer: isFormer)) }
            filled.append(seed.table)
        }
        return filled
    }
}

extension TwoSites.Seed {
    /// Whether the table still has a column under its former name.
    fileprivate func isFormer(in transaction: Transaction) async throws -> Bool {
        guard let former else { return false }
        let columns = try await transaction.query(
            """
            SELECT FROM pg_attribute WHERE attrelid = \(table)::text::regclass AND attname = \(former.column) AND attnum > 0
            """)
        return !columns.isEmpty
    }
}
