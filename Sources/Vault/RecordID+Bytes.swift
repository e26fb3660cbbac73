import Intervention
import Postgres

extension RecordID {
    /// The sixteen bytes, as what is sealed for a row is bound to them.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The id as a statement binds it.
    package var bound: UUIDBytes { UUIDBytes(high: high, low: low) }

    /// An id as a row gives it.
    package init(_ bytes: UUIDBytes) {
        self.init(high: bytes.high, low: bytes.low)
    }

    /// A new id: 122 bits of the system's generator for keys, marked as a random UUID (RFC 9562, version 4).
    package static func random() -> RecordID {
        let version: UInt64 = 0x4000
        let variant: UInt64 = 0x8000_0000_0000_0000
        return RecordID(
            high: UInt64.random(in: .min ... .max) & ~0xF000 | version,
            low: UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | variant
        )
    }
}
