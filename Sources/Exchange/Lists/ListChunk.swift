import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Vault

/// The rows of a file that belong to one stream.
struct ListGroup<List: RecordList> {
    let id: RecordID<List.Stream.Owner>
    var lines: [FileContents<List.Row>.Line]
}

/// What the record and the last import have of the rows of some streams, loaded in a few round trips.
struct ListChunk<List: RecordList> {
    let groups: [ListGroup<List>]
    /// The streams by their ids.
    let states: [RecordID<List.Stream.Owner>: StreamState<List.Stream>]
    /// The values of the last import: of the rows, and of what else the streams have.
    let bases: [Digest256: RowCells<List.Row.Column>]

    /// Loads what there is.
    init(_ groups: [ListGroup<List>], for list: inout List, by bench: ImportBench<List.Row.Column>) async throws {
        self.groups = groups
        let ids = groups.map(\.id)
        let transaction = bench.session.transaction
        states = try await bench.store.load(ids, in: List.Stream.self, site: bench.site, transaction)
        var keys: Set<Digest256> = []
        for group in groups {
            for line in group.lines { keys.insert(bench.imported.key(of: line.row.identity, in: group.id)) }
            guard let history = states[group.id]?.history else { continue }
            for item in list.items(of: history) { keys.insert(bench.imported.key(of: item.identity, in: group.id)) }
        }
        bases = try await bench.imported.load(Array(keys), in: transaction)
        try await list.prepare(ids, in: transaction)
    }
}

extension ImportedRows {
    /// The key of a row of a list: whose it is by the id of the stream, so that another reference of the same child finds the
    /// same row.
    func key<Owner>(of identity: some RowIdentity, in id: RecordID<Owner>) -> Digest256 {
        key(of: "\(id)\n\(identity.text)")
    }
}
