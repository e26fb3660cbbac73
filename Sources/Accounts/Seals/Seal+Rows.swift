internal import CivilDate
internal import Intervention
internal import Postgres
internal import Vault

extension Seal {
    /// Reads a row of ``select(of:from:limit:)``; nil when it holds what no seal has.
    init?(_ row: Row) throws(PostgresFault) {
        let (number, from, through, rows) = try row.decode(Int64.self, Int64.self, Int64.self, Int32.self)
        guard from <= through, let key = KeyID(try row.decode(7, as: String.self)) else { return nil }
        self.init(
            number: number, range: Arrival(from)...Arrival(through), rows: Int(rows),
            leaves: try row.decode(4, as: [UInt8].self), root: try row.decode(5), sealedAt: try row.decode(6), key: key,
            code: try row.decode(8))
    }

    /// The seals of a stream from a number on.
    static func select(of stream: SealStream, from number: Int64, limit: Int) -> Statement {
        switch stream {
        case .site(let site):
            """
            SELECT number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code FROM access.seal
            WHERE site_id = \(site.number) AND number >= \(number) ORDER BY number LIMIT \(limit)
            """
        case .network:
            """
            SELECT number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code
            FROM door.network_seals(\(number), \(limit)) ORDER BY number
            """
        }
    }

    /// The last two seals of a stream, the last one first.
    static func selectLast(of stream: SealStream) -> Statement {
        switch stream {
        case .site(let site):
            """
            SELECT number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code FROM access.seal
            WHERE site_id = \(site.number) ORDER BY number DESC LIMIT 2
            """
        case .network:
            """
            SELECT number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code
            FROM door.last_network_seals() ORDER BY number DESC
            """
        }
    }

    func insert(of stream: SealStream) -> Statement {
        switch stream {
        case .site(let site):
            """
            INSERT INTO access.seal (
                site_id, number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code)
            VALUES (
                \(site.number), \(number), \(range.lowerBound.number), \(range.upperBound.number), \(Int32(rows)),
                \(leaves), \(root), \(sealedAt), \(key.text), \(code))
            """
        case .network:
            """
            SELECT door.keep_network_seal(
                \(number), \(range.lowerBound.number), \(range.upperBound.number), \(Int32(rows)), \(leaves), \(root),
                \(sealedAt), \(key.text), \(code))
            """
        }
    }
}
