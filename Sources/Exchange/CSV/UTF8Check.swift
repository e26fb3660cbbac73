/// Says of a stream of bytes, one at a time, whether it is well-formed UTF-8 (no overlong form, no surrogate, nothing over U+10FFFF).
struct UTF8Check {
    private var remaining = 0
    private var allowed: ClosedRange<UInt8> = UTF8Check.continuation

    private static let continuation: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether the bytes so far end at the end of a character.
    var isAtBoundary: Bool { remaining == 0 }

    /// Takes the next byte. False when it cannot stand where it stands; the check then begins anew after it.
    mutating func accepts(_ byte: UInt8) -> Bool {
        if remaining > 0 {
            guard allowed.contains(byte) else {
                reset()
                return false
            }
            remaining -= 1
            allowed = Self.continuation
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: return begin(1)
        case 0xE0: return begin(2, 0xA0...0xBF)
        case 0xED: return begin(2, 0x80...0x9F)
        case 0xE1...0xEF: return begin(2)
        case 0xF0: return begin(3, 0x90...0xBF)
        case 0xF1...0xF3: return begin(3)
        case 0xF4: return begin(3, 0x80...0x8F)
        default: return false
        }
    }

    /// Forgets an unfinished character.
    mutating func reset() {
        remaining = 0
        allowed = Self.continuation
    }

    private mutating func begin(_ count: Int, _ next: ClosedRange<UInt8> = continuation) -> Bool {
        remaining = count
        allowed = next
        return true
    }
}
