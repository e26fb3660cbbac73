import Crypto
internal import Intervention
internal import Postgres

extension RecordID {
    /// The id as a statement of this module binds it.
    var uuidBytes: UUIDBytes { UUIDBytes(high: high, low: low) }

    /// The id as a row gave it.
    init(uuidBytes uuid: UUIDBytes) {
        self.init(high: uuid.high, low: uuid.low)
    }

    /// A new id: 122 random bits of the system's generator for keys, marked as a random UUID (RFC 9562, version 4).
    static func drawn() -> RecordID {
        let bytes = SymmetricKey(size: .bits128).withUnsafeBytes { raw in
            (
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        return RecordID(
            high: bytes.0 & ~0xF000 | 0x4000, low: bytes.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The sixteen bytes, as what is sealed for the row is bound to them.
    var rowBytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }
}
