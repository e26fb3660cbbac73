import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Vault

/// What the record and the last import have of some rows of a file, loaded in a few round trips.
struct RegisterChunk {
    /// The rows.
    let lines: [RegisterContents.Line]
    /// The key of each row, in the order of the rows.
    let keys: [Digest256]
    /// The values of the last import.
    let bases: [Digest256: RegisterCells]
    /// The episodes that are on record.
    let episodes: [EpisodeRef: StreamState<EpisodeStream>]
    /// The children of the episodes on record, and those whom the rows name.
    let children: [ChildID: StreamState<ChildStream>]
    /// The children whom the rows name and who are on record.
    let named: [ChildRef: ChildID]

    /// Loads what there is.
    init(
        _ lines: [RegisterContents.Line], from store: EpisodeStore, imported: ImportedRows<RegisterColumn>,
        in transaction: Transaction
    ) async throws {
        self.lines = lines
        keys = lines.map { imported.key(of: $0.row.episodeRef.text) }
        bases = try await imported.load(keys, in: transaction)
        let site = imported.site
        let ids = try await store.episodes(lines.map(\.row.episodeRef), site: site, transaction)
        let states = try await store.load(Array(ids.values), in: EpisodeStream.self, site: site, transaction)
        episodes = ids.compactMapValues { states[$0] }
        named = try await store.children(lines.compactMap(\.row.childRef), site: site, transaction)
        let wanted = Set(named.values).union(states.values.compactMap { $0.history.facts?.referral.child })
        children = try await store.load(Array(wanted), in: ChildStream.self, site: site, transaction)
    }
}
