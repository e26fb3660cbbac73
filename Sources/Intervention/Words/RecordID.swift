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
        self.init(uuid: String(text))
    }

    /// An id written as a UUID in lower or upper case (`8-4-4-4-12`); nil for any other form.
    public init?(uuid text: String) {
        var text = text
        guard let halves = text.withUTF8(Hexadecimal.halves(of:)) else { return nil }
        (high, low) = halves
    }

    /// An id written as a UUID in ASCII, in lower or upper case; nil for any other form.
    package init?(uuid bytes: ArraySlice<UInt8>) {
        guard let halves = bytes.withUnsafeBufferPointer(Hexadecimal.halves(of:)) else { return nil }
        (high, low) = halves
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
        String(unsafeUninitializedCapacity: Hexadecimal.uuidLength) { bytes in
            Hexadecimal.write(high, low, into: bytes)
            return Hexadecimal.uuidLength
        }
    }
}

/// Numbers in digits of four bits. Every id in every event goes through here.
enum Hexadecimal {
    /// How many bytes a UUID has as text.
    static let uuidLength = 36

    /// The two halves of a UUID; nil when the text is none.
    static func halves(of bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == uuidLength else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        var position = 0
        while position < uuidLength {
            if isHyphen(position) {
                guard bytes[position] == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = value(bytes[position]) else { return nil }
                high = high << 4 | low >> 60
                low = low << 4 | UInt64(digit)
            }
            position += 1
        }
        return (high, low)
    }

    /// Writes a UUID in lower case.
    static func write(_ high: UInt64, _ low: UInt64, into bytes: UnsafeMutableBufferPointer<UInt8>) {
        var rest = (high, low)
        var position = 0
        while position < uuidLength {
            if isHyphen(position) {
                bytes.initializeElement(at: position, to: UInt8(ascii: "-"))
            } else {
                bytes.initializeElement(at: position, to: digit(UInt8(truncatingIfNeeded: rest.0 >> 60)))
                rest = (rest.0 << 4 | rest.1 >> 60, rest.1 << 4)
            }
            position += 1
        }
    }

    /// 0 to 15, or nil for any byte that is no hexadecimal digit.
    static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func isHyphen(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }
}
