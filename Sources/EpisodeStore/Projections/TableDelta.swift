import Intervention
import Postgres

/// The changes of one table.
struct TableDelta<Record: ProjectionRow>: Sendable {
    private(set) var written: [Record] = []
    private(set) var removed: [Record] = []

    /// Adds what turns a stream's rows into others.
    mutating func add(from old: [Record], to new: [Record]) {
        guard !old.isEmpty else {
            written.append(contentsOf: new)
            return
        }
        guard old != new else { return }
        var before = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
        for record in new where before.removeValue(forKey: record.key) != record { written.append(record) }
        removed.append(contentsOf: before.values)
    }

    var isEmpty: Bool { written.isEmpty && removed.isEmpty }

    /// The table, when it is to change.
    var changedTable: ProjectionTable? { isEmpty ? nil : Record.table }

    func appendStatements(of site: SiteID, to list: inout StatementList) {
        list.append(removed, Record.delete, of: site)
        list.append(written, Record.upsert, of: site)
    }
}
