import Intervention

extension RecordID {
    /// A new id of 122 random bits, written as a UUID of version 4.
    static func made() -> RecordID {
        let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return RecordID(high: high, low: low)
    }
}
