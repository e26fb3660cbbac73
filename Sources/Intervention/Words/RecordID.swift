/// The identity of one thing in the record: 128 bits, written as a UUID. It says nothing about a person.
///
/// `Subject` keeps the ids of different things apart at compile time.
public struct RecordID<Subject>: Hashable, Sendable {
    /// The first eight bytes, big-endian.
    public let high: UInt64

    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// The id of these sixteen bytes.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An id written as a UUID in lower or upper case (`8-4-4-4-12`); nil for any other form.
    public init?(uuid text: some StringProtocol) {
        var digits: [UInt64] = []
        digits.reserveCapacity(32)
        for (position, byte) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Hexadecimal.value(byte) else { return nil }
            digits.append(UInt64(digit))
        }
        guard digits.count == 32 else { return nil }
        self.high = digits[..<16].reduce(0) { $0 << 4 | $1 }
        self.low = digits[16...].reduce(0) { $0 << 4 | $1 }
    }
}

extension RecordID: Comparable {
    /// Byte order, which is also PostgreSQL's order of `uuid`.
    public static func < (lhs: RecordID, rhs: RecordID) -> Bool {
        (lhs.high, lhs.low) < (rhs.high, rhs.low)
    }
}

extension RecordID: CustomStringConvertible {
    /// A UUID in lower case.
    public var description: String {
        let text = Hexadecimal.text(high) + Hexadecimal.text(low)
        var result = ""
        result.reserveCapacity(36)
        for (position, character) in text.utf8.enumerated() {
            if [8, 12, 16, 20].contains(position) { result.append("-") }
            result.unicodeScalars.append(Unicode.Scalar(character))
        }
        return result
    }
}

/// Sixteen digits of four bits.
enum Hexadecimal {
    /// 0 to 15, or nil for any byte that is no hexadecimal digit.
    static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The number as sixteen digits in lower case.
    static func text(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
