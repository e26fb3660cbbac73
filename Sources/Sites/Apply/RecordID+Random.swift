import Intervention

extension RecordID {
    /// A new id: 122 random bits, marked as a random UUID (RFC 9562, version 4).
    package static func random() -> RecordID {
        let version: UInt64 = 0x4000
        let variant: UInt64 = 0x8000_0000_0000_0000
        return RecordID(
            high: UInt64.random(in: .min ... .max) & ~0xF000 | version,
            low: UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | variant
        )
    }
}
