internal import Intervention
internal import Postgres

/// A look or an event as it is sealed: every column in one text that has one reading only.
struct SealedRow: Sendable {
    let arrival: Arrival
    let bytes: [UInt8]

    init(_ row: Row) throws(PostgresFault) {
        arrival = Arrival(try row.decode(0, as: Int64.self))
        bytes = Array(try row.decode(1, as: String.self).utf8)
    }

    /// Looks and events of a stream in the order in which they arrived. Instants and days are written as numbers: what a
    /// session may set must not change the text.
    static func select(of stream: SealStream, _ range: ClosedRange<Arrival>, limit: Int) -> Statement {
        switch stream {
        case .site(let site): select(ofSite: site, range, limit: limit)
        case .network:
            """
            SELECT arrival, line FROM door.network_rows(
                \(range.lowerBound.number), \(range.upperBound.number), \(limit)) ORDER BY arrival
            """
        }
    }

    private static func select(ofSite site: SiteID, _ range: ClosedRange<Arrival>, limit: Int) -> Statement {
        """
        (
            SELECT l.arrival, ROW('look'::text, l.site_id, l.arrival, (extract(epoch FROM l.at) * 1000000)::bigint,
                l.account_id, l.actor, l.way, l.cover_for, l.action, l.relation, l.target, l.target_id, l.outcome,
                l.rows, l.reference)::text
            FROM access.look AS l
            WHERE l.site_id = \(site.number) AND l.arrival BETWEEN \(range.lowerBound.number)
                AND \(range.upperBound.number)
            ORDER BY l.arrival LIMIT \(limit)
        ) UNION ALL (
            SELECT e.arrival, ROW('event'::text, e.site_id, e.arrival, e.stream, e.stream_id, e.seq, e.kind,
                e.schema_version, e.occurred_on - DATE '2000-01-01',
                (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.recorded_by, e.on_behalf_of, e.model_id,
                e.model_version, e.settings_version, e.payload::text, encode(e.previous_hash, 'hex'),
                encode(e.hash, 'hex'))::text
            FROM record.event AS e
            WHERE e.site_id = \(site.number) AND e.arrival BETWEEN \(range.lowerBound.number)
                AND \(range.upperBound.number)
            ORDER BY e.arrival LIMIT \(limit)
        ) ORDER BY 1 LIMIT \(limit)
        """
    }

    /// How many rows of a stream stand outside all seals, because they arrived after the last.
    static func younger(of stream: SealStream, than arrival: Arrival) -> Statement {
        switch stream {
        case .site(let site):
            """
            SELECT (SELECT count(*) FROM access.look AS l
                    WHERE l.site_id = \(site.number) AND l.arrival > \(arrival.number))
                + (SELECT count(*) FROM record.event AS e
                    WHERE e.site_id = \(site.number) AND e.arrival > \(arrival.number))
            """
        case .network: "SELECT door.network_rows_after(\(arrival.number))"
        }
    }
}
