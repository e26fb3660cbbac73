internal import Vault

/// What a seal says of one row: its place, and half of the code over all its columns.
struct SealLeaf: Hashable, Sendable {
    let arrival: Arrival
    /// The first sixteen bytes of the code, in two halves.
    let code: (high: UInt64, low: UInt64)

    static let byteCount = 24

    init(_ row: SealedRow, key: SiteSealKey) {
        arrival = row.arrival
        let bytes = key.code(over: row.bytes).bytes
        code = (SealLeaf.number(bytes, 0), SealLeaf.number(bytes, 8))
    }

    private init(_ bytes: [UInt8], at place: Int) {
        arrival = Arrival(Int64(bitPattern: SealLeaf.number(bytes, place)))
        code = (SealLeaf.number(bytes, place + 8), SealLeaf.number(bytes, place + 16))
    }

    /// The leaves of a seal, in the order of their arrival.
    static func leaves(in bytes: [UInt8]) -> [SealLeaf] {
        stride(from: 0, through: bytes.count - byteCount, by: byteCount).map { SealLeaf(bytes, at: $0) }
    }

    func append(to bytes: inout [UInt8]) {
        for number in [UInt64(bitPattern: arrival.number), code.high, code.low] {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> UInt64 {
        bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    }

    static func == (lhs: SealLeaf, rhs: SealLeaf) -> Bool {
        lhs.arrival == rhs.arrival && lhs.code == rhs.code
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(arrival)
        hasher.combine(code.low)
    }
}
