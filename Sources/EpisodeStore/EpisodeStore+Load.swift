import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// Loads a stream.
    /// - Parameters:
    ///   - instant: Nil for all that is known; otherwise what was known then.
    /// - Returns: Nil when it has no event.
    package func load<Stream: StoredStream>(
        _ id: RecordID<Stream.Owner>, in stream: Stream.Type = Stream.self, site: SiteID,
        knownAt instant: Instant? = nil, _ transaction: Transaction
    ) async throws -> StreamState<Stream>? {
        try await load([id], in: stream, site: site, knownAt: instant, transaction)[id]
    }

    /// Loads streams, in one round trip. A stream without events is missing from the answer.
    package func load<Stream: StoredStream>(
        _ ids: [RecordID<Stream.Owner>], in stream: Stream.Type = Stream.self, site: SiteID,
        knownAt instant: Instant? = nil, _ transaction: Transaction
    ) async throws -> [RecordID<Stream.Owner>: StreamState<Stream>] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await transaction.query(
            EventReader<Stream>.select(of: site, ids: ids.map { $0.bound }, until: instant))
        return try EpisodeStore.fold(rows, in: stream, site: site, areWritten: true)
    }

    /// The ids of the site's episodes of these references. One that nobody has is missing from the answer.
    package func episodes(
        _ refs: [EpisodeRef], site: SiteID, _ transaction: Transaction
    ) async throws -> [EpisodeRef: EpisodeID] {
        let rows = try await transaction.query(
            """
            SELECT ref, episode_id FROM record.episode
            WHERE site_id = \(site.number) AND ref = ANY(\(refs.map(\.text)))
            """
        )
        return try EpisodeStore.ids(rows)
    }

    /// The ids of the site's children of these references. One that nobody has is missing from the answer.
    package func children(
        _ refs: [ChildRef], site: SiteID, _ transaction: Transaction
    ) async throws -> [ChildRef: ChildID] {
        let rows = try await transaction.query(
            """
            SELECT ref, child_id FROM record.child
            WHERE site_id = \(site.number) AND ref = ANY(\(refs.map(\.text)))
            """
        )
        return try EpisodeStore.ids(rows)
    }

    private static func ids<Thing, Subject>(_ rows: Rows) throws -> [SiteGiven<Thing>: RecordID<Subject>] {
        var ids: [SiteGiven<Thing>: RecordID<Subject>] = [:]
        for row in rows {
            let (text, id) = try row.decode(String.self, UUIDBytes.self)
            if let ref = SiteGiven<Thing>(text) { ids[ref] = RecordID(id) }
        }
        return ids
    }

    /// Folds the events of several streams, each in the order of its places.
    /// - Parameter areWritten: whether the tables hold all that the streams say; otherwise the trails hold every version
    ///   of the facts.
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    @specialized(where Stream == TeamStream)
    static func fold<Stream: StoredStream>(
        _ rows: Rows, in stream: Stream.Type, site: SiteID, areWritten: Bool
    ) throws -> [RecordID<Stream.Owner>: StreamState<Stream>] {
        var states: [RecordID<Stream.Owner>: StreamState<Stream>] = [:]
        var reader = EventReader<Stream>(site: site)
        var current: StreamState<Stream>?
        func finish() {
            guard var state = current.take() else { return }
            state.settle()
            if areWritten { state.markWritten() }
            states[state.id] = state
        }
        for row in rows {
            let id = RecordID<Stream.Owner>(try row.decode(0, as: UUIDBytes.self))
            if current?.id != id {
                finish()
                current = StreamState(new: id)
            }
            let (recorded, stamped, hash) = try reader.read(row)
            current?.apply(recorded, stamped, hash: hash)
        }
        finish()
        return states
    }
}
