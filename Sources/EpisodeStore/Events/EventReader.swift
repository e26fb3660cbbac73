import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Reads rows of `record.event` one after the other, of each what the history needs. That they are what was recorded is
/// not asked here: that is the business of a check.
struct EventReader<Stream: StoredStream> {
    private let site: SiteID
    /// The envelope of the row before, which most often is the next one's too, and its model's name as it was written.
    private var last: (model: String, envelope: ModelEnvelope)?

    init(site: SiteID) {
        self.site = site
    }

    /// Reads a row of ``select(of:ids:until:)``.
    /// - Throws: ``StoreFault`` when the payload is not one of the event's form.
    mutating func read(_ row: Row) throws -> (recorded: Recorded<Stream.Event>, stamped: Stamped, hash: Digest256) {
        let seq = StreamSeq(try row.decode(1))
        let event: Stream.Event
        let payload: JSONBytes = try row.decode(9)
        let (kind, schemaVersion) = (try row.decode(2, as: String.self), try row.decode(3, as: Int16.self))
        do throws(PayloadFault) {
            event = try Stream.Event(
                kind: kind, schemaVersion: schemaVersion, payload: try WrittenPayload(json: payload.bytes))
        } catch {
            let id = try row.decode(0, as: UUIDBytes.self)
            throw StoreFault(.unreadable(EventAddress(site: site, stream: Stream.name, id: id, seq: seq), error))
        }
        let recorded = Recorded(seq: seq, occurredOn: try row.decode(4), event: event)
        return (recorded, Stamped(at: try row.decode(5), envelope: try envelope(row)), try row.decode(10))
    }

    /// Model and settings; nil in streams that no model has a say in, or when the row has no such words.
    private mutating func envelope(_ row: Row) throws -> ModelEnvelope? {
        guard let model: String = try row.decode(6, as: String?.self),
            let version: Int32 = try row.decode(7, as: Int32?.self),
            let settings: Int32 = try row.decode(8, as: Int32?.self)
        else { return nil }
        if let last, last.model == model, last.envelope.version.number == version,
            last.envelope.settings.number == settings
        {
            return last.envelope
        }
        guard let id = ModelID(model) else { return nil }
        let envelope = ModelEnvelope(
            model: id, version: ModelVersion(version), settings: SettingsVersion(settings))
        last = (model, envelope)
        return envelope
    }

    /// The events of streams, those of a stream together and in the order of their places.
    static func select(of site: SiteID, ids: [UUIDBytes], until: Instant?) -> Statement {
        // Each stream by its key: read all at once, they would be sorted once more.
        """
        SELECT e.stream_id, e.seq, e.kind, e.schema_version, e.occurred_on, e.recorded_at,
            e.model_id, e.model_version, e.settings_version, e.payload, e.hash
        FROM unnest(\(ids)) AS s (id)
        CROSS JOIN LATERAL (
            SELECT * FROM record.event
            WHERE site_id = \(site.number) AND stream = \(Stream.name.rawValue) AND stream_id = s.id
                AND recorded_at <= \(until.map(UnboundedInstant.at) ?? .afterAll)
            ORDER BY seq
            OFFSET 0
        ) AS e
        """
    }
}
