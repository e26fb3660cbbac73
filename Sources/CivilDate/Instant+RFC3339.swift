extension Instant {
    /// An instant written as RFC 3339 says, with an offset: `2026-03-01T09:30:00Z`, `2026-03-01T09:30:00.25+01:00`.
    ///
    /// Nil for any other form: without an offset nobody knows which instant is meant. Decimals beyond the sixth are
    /// refused rather than rounded. A leap second (`:60`) is refused, as PostgreSQL would move it.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Digits.number(bytes[11..<13]), hour < 24,
            let minute = Digits.number(bytes[14..<16]), minute < 60,
            let second = Digits.number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard digits.count <= 6, let number = Digits.number(digits) else { return nil }
            fraction = (digits.count..<6).reduce(number) { value, _ in value * 10 }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let offset = Instant.offsetMinutes(Array(rest)) else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second - offset * 60)
        let ofDays = Int64(day.dayNumber) * Instant.microsecondsPerDay
        self.init(microseconds: ofDays + seconds * 1_000_000 + Int64(fraction))
    }

    private static func offsetMinutes(_ bytes: [UInt8]) -> Int? {
        if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = Digits.number(bytes[1..<3]), hours < 24,
            let minutes = Digits.number(bytes[4..<6]), minutes < 60
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }
}
