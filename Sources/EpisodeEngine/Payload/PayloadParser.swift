/// Reads the closed form of JSON that payloads are written in. Fractions, exponents and null are refused, and so is a
/// name that stands twice.
struct PayloadParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Deep enough for a correction of corrections' parts; more is no payload of ours.
    private static let greatestDepth = 8

    mutating func document() throws(PayloadFault) -> PayloadValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw .malformed(offset: position) }
        return value
    }

    private mutating func value() throws(PayloadFault) -> PayloadValue {
        skipSpace()
        guard depth < PayloadParser.greatestDepth else { throw .malformed(offset: position) }
        switch peek {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .boolean(false)
        default: return .integer(try integer())
        }
    }

    private mutating func object() throws(PayloadFault) -> PayloadObject {
        depth += 1
        defer { depth -= 1 }
        position += 1
        var object = PayloadObject()
        skipSpace()
        if take(UInt8(ascii: "}")) { return object }
        repeat {
            skipSpace()
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw .malformed(offset: position) }
            let before = object.fields.count
            object.set(name, try value())
            guard object.fields.count == before + 1 else { throw .malformed(offset: position) }
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw .malformed(offset: position) }
        return object
    }

    private mutating func array() throws(PayloadFault) -> [PayloadValue] {
        depth += 1
        defer { depth -= 1 }
        position += 1
        var values: [PayloadValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return values }
        repeat {
            values.append(try value())
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw .malformed(offset: position) }
        return values
    }

    private mutating func integer() throws(PayloadFault) -> Int64 {
        let start = position
        _ = take(UInt8(ascii: "-"))
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        let isNegative = start < position && bytes[start] == UInt8(ascii: "-")
        let digits = bytes[(isNegative ? start + 1 : start)..<position]
        // As numbers are written here: no sign but a minus, no zero before another digit, no minus before zero.
        guard let first = digits.first, first != UInt8(ascii: "0") || (digits.count == 1 && !isNegative) else {
            throw .malformed(offset: start)
        }
        var number: Int64 = 0
        for digit in digits {
            let value = Int64(digit - UInt8(ascii: "0"))
            let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) =
                isNegative ? shifted.subtractingReportingOverflow(value) : shifted.addingReportingOverflow(value)
            guard !isTooLarge, !isBeyond else { throw .malformed(offset: start) }
            number = sum
        }
        return number
    }

    private mutating func string() throws(PayloadFault) -> String {
        guard take(UInt8(ascii: "\"")) else { throw .malformed(offset: position) }
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        guard take(UInt8(ascii: "\"")) else { throw .malformed(offset: position) }
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    private mutating func expect(_ word: StaticString) throws(PayloadFault) {
        for byte in word.description.utf8 {
            guard take(byte) else { throw .malformed(offset: position) }
        }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while peek == UInt8(ascii: " ") { position += 1 }
    }
}

extension PayloadValue {
    /// Reads a payload back. Text with escapes is refused: no id, code or day has any.
    package init(json: [UInt8]) throws(PayloadFault) {
        var parser = PayloadParser(json)
        self = try parser.document()
    }

    /// Reads a payload back.
    package init(json: some Sequence<UInt8>) throws(PayloadFault) {
        try self.init(json: Array(json))
    }
}
