import Postgres

/// Sorts rows of several tables to the streams that they belong to.
struct ProjectionReader<Projection: Sendable> {
    private(set) var result = StoredProjections<Projection>()
    private let empty: Projection

    init(empty: Projection) {
        self.empty = empty
    }

    /// Reads a table's rows. The first column is the stream's id; a row that cannot be read names its stream.
    mutating func read<Record: ProjectionRow>(
        _ rows: Rows, into list: WritableKeyPath<Projection, [Record]>
    ) throws {
        let empty = empty
        for row in rows {
            let owner = try row.decode(0, as: UUIDBytes.self)
            do throws(PostgresFault) {
                let record = try Record(row)
                result.rows[owner, default: empty][keyPath: list].append(record)
            } catch {
                result.unreadable[owner] = Record.table
            }
        }
    }
}
