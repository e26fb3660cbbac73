import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// A whole row of `record.event`, not yet trusted: what a check holds against its hash.
struct StoredEvent {
    var columns: EventColumns
    let hash: Digest256

    /// Reads a row of ``walk(_:of:after:_:through:limit:)``.
    init(_ row: Row, site: SiteID, stream: StreamName) throws(PostgresFault) {
        var cells = Cells(row)
        columns = EventColumns(
            site: site.number, stream: stream.rawValue, id: try cells.next(), seq: try cells.next(),
            kind: try cells.next(), schemaVersion: try cells.next(), occurredOn: try cells.next(),
            recordedAt: try cells.next(), recordedBy: try cells.next(), onBehalfOf: try cells.next(),
            model: try cells.next(), modelVersion: try cells.next(), settingsVersion: try cells.next(),
            payload: (try cells.next(as: JSONBytes.self)).bytes, previousHash: try cells.next()
        )
        hash = try cells.next()
    }

    /// Reads the payload back, strictly, and puts its canonical bytes where the database's rendering stood.
    mutating func decode<Event: StreamEvent>(as type: Event.Type) throws(PayloadFault) -> Event {
        let written = try WrittenPayload(json: columns.payload)
        let event = try Event(kind: columns.kind, schemaVersion: columns.schemaVersion, payload: written)
        let remade = event.payload()
        // What reads the same but is written otherwise (an id in capitals) was not written by this programme.
        guard written.says(remade) else { throw .wrongForm("payload") }
        columns.payload = remade.canonicalBytes()
        return event
    }

    /// Model and settings; nil in streams that no model has a say in, or when the row has no such words.
    var envelope: ModelEnvelope? {
        guard let model = columns.model.flatMap({ ModelID($0) }), let version = columns.modelVersion,
            let settings = columns.settingsVersion
        else { return nil }
        return ModelEnvelope(
            model: model, version: ModelVersion(version), settings: SettingsVersion(settings)
        )
    }

    /// The events of a kind of stream behind a place, in the order of the key.
    static func walk(
        _ stream: StreamName, of site: SiteID, after id: UUIDBytes, _ seq: Int64,
        through last: UUIDBytes = UUIDBytes(high: .max, low: .max), limit: Int
    ) -> Statement {
        """
        SELECT stream_id, seq, kind, schema_version, occurred_on, recorded_at, recorded_by, on_behalf_of,
            model_id, model_version, settings_version, payload, previous_hash, hash
        FROM record.event
        WHERE site_id = \(site.number) AND stream = \(stream.rawValue) AND (stream_id, seq) > (\(id), \(seq))
            AND stream_id <= \(last)
        ORDER BY stream_id, seq
        LIMIT \(limit)
        """
    }

    /// All events of some streams of a kind, in the order of the key.
    static func walk(_ stream: StreamName, of site: SiteID, only ids: [UUIDBytes]) -> Statement {
        """
        SELECT stream_id, seq, kind, schema_version, occurred_on, recorded_at, recorded_by, on_behalf_of,
            model_id, model_version, settings_version, payload, previous_hash, hash
        FROM record.event
        WHERE site_id = \(site.number) AND stream = \(stream.rawValue) AND stream_id = ANY(\(ids))
        ORDER BY stream_id, seq
        """
    }
}

/// The cells of a row, one after the other.
struct Cells {
    private let row: Row
    private var position = 0

    init(_ row: Row) {
        self.row = row
    }

    mutating func next<Value: PostgresDecodable>(as type: Value.Type = Value.self) throws(PostgresFault) -> Value {
        defer { position += 1 }
        return try row.decode(position, as: type)
    }
}
