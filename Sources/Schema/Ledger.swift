import Postgres

/// Reads and writes `schema.ledger`.
enum Ledger {
    /// The rows of the ledger, by name; nil when there is no ledger, or none that this role may see.
    static func rows(on connection: Connection) async throws(PostgresFault) -> [LedgerRow]? {
        let there = try await connection.query(
            """
            SELECT EXISTS (
                SELECT FROM pg_class WHERE relname = 'ledger' AND relnamespace = (
                    SELECT oid FROM pg_namespace WHERE nspname = 'schema' AND has_schema_privilege(oid, 'USAGE')
                )
            )
            """)
        guard try there.column(0, as: Bool.self) == [true] else { return nil }
        let rows = try await connection.query("SELECT name, checksum FROM schema.ledger ORDER BY name")
        var found: [LedgerRow] = []
        for row in rows {
            found.append(
                LedgerRow(name: try row.decode(0, as: String.self), checksum: try row.decode(1, as: [UInt8].self)))
        }
        return found
    }

    /// The statement that notes a file as applied, in the transaction that applied it.
    static func noting(_ migration: Migration) -> Statement {
        "INSERT INTO schema.ledger (name, checksum) VALUES (\(migration.name), \(migration.checksum))"
    }
}
