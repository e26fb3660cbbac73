/// How a database's ledger compares with the files of this program.
package enum MigrationStatus: Sendable, Hashable {
    /// Every file was applied, as it is.
    case upToDate
    /// The database has no ledger: nothing was ever applied.
    case notMigrated
    /// These files, in order, are still to be applied.
    case missing([String])
    /// The file of this name was applied with other bytes than this program has.
    case changed(String)
    /// The ledger names a file that this program does not have: a newer program migrated the database.
    case unknown(String)
    /// The file of this name is missing although a later one was applied.
    case outOfOrder(String)

    /// Compares the rows of a ledger with a program's files; of several faults it names the first by name.
    ///
    /// - Parameter rows: what the ledger holds; nil when there is no ledger.
    init(ledger rows: [LedgerRow]?, migrations: [Migration]) {
        guard let rows, !rows.isEmpty else {
            self = rows == nil ? .notMigrated : .missing(migrations.map(\.name))
            return
        }
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.name, $0.checksum) })
        for row in rows.sorted(by: { $0.name < $1.name }) {
            guard let checksum = known[row.name] else {
                self = .unknown(row.name)
                return
            }
            guard checksum == row.checksum else {
                self = .changed(row.name)
                return
            }
        }
        let applied = Set(rows.map(\.name))
        let missing = migrations.map(\.name).filter { !applied.contains($0) }
        if let first = missing.first, let last = applied.max(), first < last {
            self = .outOfOrder(first)
        } else {
            self = missing.isEmpty ? .upToDate : .missing(missing)
        }
    }
}
