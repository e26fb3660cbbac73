/// Plain ASCII digits in and out, without Foundation.
enum Digits {
    /// The number that the bytes spell, or nil when one of them is no ASCII digit or there is none.
    static func number(_ bytes: some Sequence<UInt8>) -> Int? {
        var value = 0
        var seen = false
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            seen = true
        }
        return seen ? value : nil
    }

    /// The number that the bytes of some places spell, or nil when one of them is no ASCII digit.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
        var value = 0
        for place in places {
            let byte = bytes[place]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// Writes a number that is not negative into some places, with leading zeros.
    static func write(_ number: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, _ places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
            bytes.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
    }

    /// The number with leading zeros up to `width` digits.
    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(abs(number))
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}
