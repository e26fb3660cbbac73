package import Intervention
package import Postgres
package import Vault

/// What proves that sealed events went with an approved disposal: a code over the places that a stream's events had,
/// made with the key outside the database. Whoever removes events otherwise can write everything else that a disposal
/// leaves, but not that.
package struct DisposalSeals: Sendable {
    private let site: SiteID
    private let key: SiteSealKey

    /// Those of a site.
    package init(of site: SiteID, key: SealKey) {
        self.init(site: site, key: key.ofSite(site))
    }

    init(site: SiteID, key: SiteSealKey) {
        self.site = site
        self.key = key
    }

    /// Writes the codes of a child's streams, in the transaction that disposed of them.
    package func seal(_ child: ChildID, in transaction: Transaction) async throws {
        let rows = try await transaction.query(
            """
            SELECT d.stream, d.stream_id, array_agg(d.arrival ORDER BY d.arrival)
            FROM access.disposed AS d JOIN record.stub AS b USING (site_id, stream, stream_id)
            WHERE d.site_id = \(site.number) AND b.child_id = \(child.bound)
            GROUP BY d.stream, d.stream_id
            """)
        let streams = try rows.map { try DisposedStream($0) }
        try await transaction.execute(
            """
            INSERT INTO access.disposal_seal (site_id, stream, stream_id, key_id, code)
            SELECT \(site.number), u.stream, u.stream_id, \(key.id.text), u.code
            FROM unnest(\(streams.map(\.stream)), \(streams.map(\.id)), \(streams.map { code(of: $0) }))
                AS u (stream, stream_id, code)
            """)
    }

    /// Which of these places an approved disposal left: those of streams that have a stub, as long as they were, and a
    /// code that nobody without the key could make.
    func proved(among arrivals: [Arrival], in transaction: Transaction) async throws -> Set<Arrival> {
        let rows = try await transaction.query(
            """
            SELECT d.stream, d.stream_id, array_agg(d.arrival ORDER BY d.arrival), s.key_id, s.code
            FROM access.disposed AS d
            JOIN record.stub AS b USING (site_id, stream, stream_id)
            JOIN access.disposal_seal AS s USING (site_id, stream, stream_id)
            WHERE d.site_id = \(site.number) AND EXISTS (
                SELECT FROM access.disposed AS m
                WHERE m.site_id = d.site_id AND m.stream = d.stream AND m.stream_id = d.stream_id
                    AND m.arrival = ANY (\(arrivals.map(\.number))))
            GROUP BY d.stream, d.stream_id, b.events, s.key_id, s.code
            HAVING count(*) = b.events
            """)
        var proved: Set<Arrival> = []
        for row in rows {
            let stream = try DisposedStream(row)
            let (key, code) = try DisposalSeals.proof(row)
            if key == self.key.id.text, code == self.code(of: stream) {
                proved.formUnion(stream.arrivals.lazy.map { Arrival($0) })
            }
        }
        return proved
    }

    private static func proof(_ row: Row) throws -> (key: String, code: Digest256) {
        (try row.decode(3), try row.decode(4))
    }

    /// Parts of fixed length but for the stream's name, which stands last.
    private func code(of stream: DisposedStream) -> Digest256 {
        var bytes = Array("homeward disposal 1".utf8)
        func add(_ number: Int64) { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
        add(Int64(site.number))
        bytes += RecordID<DisposedStream>(stream.id).bytes
        add(Int64(stream.arrivals.count))
        for arrival in stream.arrivals { add(arrival) }
        bytes += stream.stream.utf8
        return key.code(over: bytes)
    }
}

/// A stream that was disposed of, with the places that its events had, in their order.
private struct DisposedStream: Sendable {
    let stream: String
    let id: UUIDBytes
    let arrivals: [Int64]

    init(_ row: Row) throws {
        (stream, id, arrivals) = (try row.decode(0), try row.decode(1), try row.decode(2))
    }
}
