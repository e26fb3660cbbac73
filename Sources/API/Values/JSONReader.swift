/// Reads JSON (RFC 8259) strictly: UTF-8 alone, each name once in an object, nothing after the value, and no deeper than
/// any body of ours is.
package struct JSONReader {
    private static let deepest = 32
    private static let longestNumber = 40

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads one value.
    /// - Throws: ``Flaw`` with the place that is no JSON.
    package static func read(_ bytes: [UInt8]) throws(Flaw) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Flaw("", "The body is not UTF-8.") }
        var reader = JSONReader(bytes)
        let value = try reader.value(at: "", depth: 0)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw Flaw("", "Something stands after the JSON value.") }
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(at pointer: String, depth: Int) throws(Flaw) -> JSON {
        guard depth <= JSONReader.deepest else { throw Flaw(pointer, "The JSON is nested too deeply.") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(at: pointer, depth: depth)
        case UInt8(ascii: "["): return try list(at: pointer, depth: depth)
        case UInt8(ascii: "\""): return .text(try text(at: pointer))
        case UInt8(ascii: "t"): return try word("true", .boolean(true), at: pointer)
        case UInt8(ascii: "f"): return try word("false", .boolean(false), at: pointer)
        case UInt8(ascii: "n"): return try word("null", .null, at: pointer)
        default: return try number(at: pointer)
        }
    }

    private mutating func word(_ word: String, _ value: JSON, at pointer: String) throws(Flaw) -> JSON {
        guard bytes[place...].starts(with: word.utf8) else { throw Flaw(pointer, "This is no JSON value.") }
        place += word.utf8.count
        return value
    }

    private mutating func object(at pointer: String, depth: Int) throws(Flaw) -> JSON {
        place += 1
        var (members, names): ([JSON.Member], Set<String>) = ([], [])
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw Flaw(pointer, "A name in quotation marks is missing.") }
            let name = try text(at: pointer)
            let inner = Flaw.pointer(pointer, name)
            guard names.insert(name).inserted else { throw Flaw(inner, "The name stands twice in its object.") }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw Flaw(inner, "A colon is missing after the name.") }
            members.append(JSON.Member(name, try value(at: inner, depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw Flaw(pointer, "The object does not end.") }
        }
    }

    private mutating func list(at pointer: String, depth: Int) throws(Flaw) -> JSON {
        place += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .list([]) }
        while true {
            values.append(try value(at: Flaw.pointer(pointer, "\(values.count)"), depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .list(values) }
            guard take(UInt8(ascii: ",")) else { throw Flaw(pointer, "The list does not end.") }
        }
    }

    private mutating func number(at pointer: String) throws(Flaw) -> JSON {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let first = next
        let whole = digits()
        guard whole > 0, whole == 1 || first != UInt8(ascii: "0") else { throw Flaw(pointer, "This is no JSON value.") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw Flaw(pointer, "Digits are missing after the point.") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            place += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw Flaw(pointer, "Digits are missing in the exponent.") }
        }
        guard place - start <= JSONReader.longestNumber else { throw Flaw(pointer, "The number is too long.") }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        return .decimal(text)
    }

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        return place - start
    }

    private mutating func text(at pointer: String) throws(Flaw) -> String {
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case 0..<0x20: throw Flaw(pointer, "A control character stands in a text.")
            case UInt8(ascii: "\\"): text += Array(String(try escaped(at: pointer)).utf8)
            default: text.append(byte)
            }
        }
        throw Flaw(pointer, "A text does not end.")
    }

    private mutating func escaped(at pointer: String) throws(Flaw) -> Character {
        guard let byte = next else { throw Flaw(pointer, "A text does not end.") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(UnicodeScalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try scalar(at: pointer))
        default: throw Flaw(pointer, "A text has an escape that JSON does not know.")
        }
    }

    /// A scalar of four hexadecimal digits, or of two such halves.
    private mutating func scalar(at pointer: String) throws(Flaw) -> UnicodeScalar {
        let high = try unit(at: pointer)
        if let scalar = UnicodeScalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw Flaw(pointer, "A text has half a character.")
        }
        let low = try unit(at: pointer)
        guard (0xDC00..<0xE000).contains(low),
            let scalar = UnicodeScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw Flaw(pointer, "A text has half a character.") }
        return scalar
    }

    private mutating func unit(at pointer: String) throws(Flaw) -> UInt32 {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Flaw(pointer, "A text has an escape that JSON does not know.") }
        place += 4
        return unit
    }
}
