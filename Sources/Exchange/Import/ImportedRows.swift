import Intervention
import Postgres
import Vault

/// What each row of a kind of file said when it was imported last: sealed, and found again by a blind index of the row's
/// name.
struct ImportedRows<Column: FileColumn> {
    let site: SiteID
    let vault: Vault

    private var kind: String { Column.kind.rawValue }

    /// The key of a row: the same name has the same key, which tells nobody the name.
    func key(of name: String) -> Digest256 {
        vault.blindIndex(site: site, purpose: .importedRow, name)
    }

    /// The values of these rows; rows that were never imported, or were withdrawn since, are left out.
    func load(_ keys: [Digest256], in transaction: Transaction) async throws -> [Digest256: RowCells<Column>] {
        let rows = try await transaction.query(
            """
            SELECT row_key, key_id, sealed FROM exchange.imported_row
            WHERE site_id = \(site.number) AND kind = \(kind) AND row_key = ANY(\(keys))
            """
        )
        var found: [Digest256: RowCells<Column>] = [:]
        for row in rows {
            let (key, name, bytes) = try row.decode(Digest256.self, String.self, [UInt8].self)
            let cells = try open(key, name, bytes)
            if !cells.isEmpty { found[key] = cells }
        }
        return found
    }

    /// The values of rows that were imported once, were not withdrawn since, and are not among these.
    func absent(from keys: [Digest256], in transaction: Transaction) async throws -> [RowCells<Column>] {
        let rows = try await transaction.query(
            """
            SELECT row_key, key_id, sealed FROM exchange.imported_row
            WHERE site_id = \(site.number) AND kind = \(kind)
                AND NOT EXISTS (SELECT FROM unnest(\(keys)) AS present (row_key) WHERE present.row_key = imported_row.row_key)
            """
        )
        var absent: [RowCells<Column>] = []
        for row in rows {
            let (key, name, bytes) = try row.decode(Digest256.self, String.self, [UInt8].self)
            let cells = try open(key, name, bytes)
            if !cells.isEmpty { absent.append(cells) }
        }
        return absent
    }

    /// Keeps the values of these rows as those of an import. A row without values is kept as withdrawn: should it come back,
    /// it is new.
    func keep(
        _ rows: [KeptRow<Column>], of fileImport: ImportID, in transaction: Transaction
    ) async throws {
        guard !rows.isEmpty else { return }
        var keys: [Digest256] = []
        var names: [String] = []
        var sealed: [SealedColumn] = []
        var streams: [UUIDBytes] = []
        for row in rows {
            let box = try vault.seal(
                ImportedValues.bytes(of: row.cells), site: site, purpose: .importedRow, row: row.key.bytes
            )
            keys.append(row.key)
            streams.append(row.stream)
            names.append(box.key.text)
            sealed.append(SealedColumn(bytes: box.bytes))
        }
        let id = UUIDBytes(high: fileImport.high, low: fileImport.low)
        try await transaction.execute(
            """
            INSERT INTO exchange.imported_row (site_id, kind, row_key, key_id, sealed, import_id, stream_id)
            SELECT \(site.number), \(kind), row_key, key_id, sealed, \(id), stream_id
            FROM unnest(\(keys), \(names), \(sealed), \(streams)) AS kept (row_key, key_id, sealed, stream_id)
            ON CONFLICT (site_id, kind, row_key)
            DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, import_id = excluded.import_id,
                stream_id = excluded.stream_id
            """
        )
    }

    private func open(_ key: Digest256, _ name: String, _ bytes: [UInt8]) throws -> RowCells<Column> {
        guard let keyID = KeyID(name) else { throw ImportFault(.unreadableRow) }
        let opened = try vault.open(
            Sealed(key: keyID, bytes: bytes), site: site, purpose: .importedRow, row: key.bytes
        )
        guard let cells = ImportedValues.cells(from: opened, in: Column.self) else {
            throw ImportFault(.unreadableRow)
        }
        return cells
    }
}
