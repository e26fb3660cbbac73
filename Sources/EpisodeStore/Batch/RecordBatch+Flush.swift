import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension RecordBatch {
    /// Writes what was appended: events, heads, projections, facts; few statements whatever their number. The batch can
    /// go on being used in the same transaction; what comes then is a later append.
    /// - Throws: ``StoreFault`` (`conflict` when somebody else was quicker), and then the transaction is lost.
    package mutating func flush(in transaction: Transaction) async throws {
        let events = takeEvents()
        guard !events.isEmpty else { return }
        var list = StatementList()
        list.append(events, PendingEvent.insert, of: site)
        var heads = HeadChanges()
        var facts = FactChanges(keys: factKeys, codes: codes)
        try episodes.settle { state, written throws(StoreFault) in
            heads.add(state, written.chain)
            try facts.add(&state)
        }
        try children.settle { state, written throws(StoreFault) in
            heads.add(state, written.chain)
            facts.add(&state)
        }
        try teams.settle { state, written throws(StoreFault) in heads.add(state, written.chain) }
        heads.appendStatements(of: site, to: &list)
        try appendProjections(of: TeamStream.self, to: &list)
        try appendProjections(of: ChildStream.self, to: &list)
        try appendProjections(of: EpisodeStream.self, to: &list)
        facts.appendStatements(of: site, to: &list)
        try await list.run(in: transaction)
        episodes.markWritten()
        children.markWritten()
        teams.markWritten()
    }

    private mutating func appendProjections<Stream: StoredStream>(
        of stream: Stream.Type, to list: inout StatementList
    ) throws(StoreFault) {
        var delta = Stream.Projection.Delta()
        try Stream.withShelf(of: &self) { shelf throws(StoreFault) in
            try shelf.settle { state, written throws(StoreFault) in
                delta.add(from: written.projection, to: state.projection())
            }
        }
        delta.appendStatements(of: site, to: &list)
    }
}

extension PendingEvent {
    /// The INSERT of events.
    static func insert(_ events: [PendingEvent], of site: SiteID) -> Statement {
        """
        INSERT INTO record.event (site_id, stream, stream_id, seq, kind, schema_version, occurred_on, recorded_at,
            recorded_by, on_behalf_of, model_id, model_version, settings_version, payload, previous_hash, hash)
        SELECT \(site.number), u.stream, u.stream_id, u.seq, u.kind, u.schema_version, u.occurred_on, u.recorded_at,
            u.recorded_by, u.on_behalf_of, u.model_id, u.model_version, u.settings_version, u.payload,
            u.previous_hash, u.hash
        FROM unnest(
            \(events.map(\.columns.stream)), \(events.map(\.columns.id)), \(events.map(\.columns.seq)),
            \(events.map(\.columns.kind)), \(events.map(\.columns.schemaVersion)),
            \(events.map(\.columns.occurredOn)), \(events.map(\.columns.recordedAt)),
            \(events.map(\.columns.recordedBy)), \(events.map(\.columns.onBehalfOf)),
            \(events.map(\.columns.model)), \(events.map(\.columns.modelVersion)),
            \(events.map(\.columns.settingsVersion)), \(events.map { JSONBytes($0.columns.payload) }),
            \(events.map(\.columns.previousHash)), \(events.map(\.hash))
        ) AS u(
            stream, stream_id, seq, kind, schema_version, occurred_on, recorded_at, recorded_by, on_behalf_of,
            model_id, model_version, settings_version, payload, previous_hash, hash
        )
        """
    }
}
