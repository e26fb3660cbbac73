/// Finds the values of the closed form of JSON that payloads are written in. Fractions, exponents and null are refused,
/// and so is a name that stands twice.
struct PayloadParser {
    typealias Node = WrittenPayload.Node

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var nodes: [Node] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Deep enough for a correction of corrections' parts; more is no payload of ours.
    private static let greatestDepth = 8
    /// Room for what most events carry.
    private static let usualNodes = 12

    /// The values of the document, each before its own parts.
    mutating func document() throws(PayloadFault) -> [Node] {
        guard bytes.count < Int32.max else { throw .malformed(offset: 0) }
        nodes.reserveCapacity(PayloadParser.usualNodes)
        try value(named: 0..<0)
        skipSpace()
        guard position == bytes.count else { throw .malformed(offset: position) }
        return nodes
    }

    private mutating func value(named name: Range<Int32>) throws(PayloadFault) {
        skipSpace()
        guard depth < PayloadParser.greatestDepth else { throw .malformed(offset: position) }
        let place = nodes.count
        switch peek {
        case UInt8(ascii: "{"):
            nodes.append(Node(form: .object, name: name))
            try object(at: place)
        case UInt8(ascii: "["):
            nodes.append(Node(form: .array, name: name))
            try array()
        case UInt8(ascii: "\""): nodes.append(Node(form: .string, name: name, text: try string()))
        case UInt8(ascii: "t"):
            try expect("true")
            nodes.append(Node(form: .yes, name: name))
        case UInt8(ascii: "f"):
            try expect("false")
            nodes.append(Node(form: .no, name: name))
        default: nodes.append(Node(form: .integer, name: name, number: try integer()))
        }
        nodes[place].next = Int32(truncatingIfNeeded: nodes.count)
    }

    private mutating func object(at place: Int) throws(PayloadFault) {
        depth += 1
        defer { depth -= 1 }
        position += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        repeat {
            skipSpace()
            let name = try string()
            guard !isTaken(name, after: place) else { throw .malformed(offset: position) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw .malformed(offset: position) }
            try value(named: name)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw .malformed(offset: position) }
    }

    /// Whether a field of the object that is being read has the name.
    private func isTaken(_ name: Range<Int32>, after place: Int) -> Bool {
        var field = place + 1
        while field < nodes.count {
            let other = nodes[field].name
            if other.count == name.count, bytes[range(other)].elementsEqual(bytes[range(name)]) { return true }
            field = Int(nodes[field].next)
        }
        return false
    }

    private func range(_ range: Range<Int32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }

    private mutating func array() throws(PayloadFault) {
        depth += 1
        defer { depth -= 1 }
        position += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        repeat {
            try value(named: 0..<0)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw .malformed(offset: position) }
    }

    private mutating func integer() throws(PayloadFault) -> Int64 {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let first = position
        var number: Int64 = 0
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let digit = Int64(byte - UInt8(ascii: "0"))
            let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) =
                isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { throw .malformed(offset: start) }
            number = sum
            position += 1
        }
        let digits = position - first
        // As numbers are written here: no sign but a minus, no zero before another digit, no minus before zero.
        guard digits > 0, bytes[first] != UInt8(ascii: "0") || (digits == 1 && !isNegative) else {
            throw .malformed(offset: start)
        }
        return number
    }

    /// Where a text lies, without its quotation marks.
    private mutating func string() throws(PayloadFault) -> Range<Int32> {
        guard take(UInt8(ascii: "\"")) else { throw .malformed(offset: position) }
        let start = Int32(truncatingIfNeeded: position)
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        let end = Int32(truncatingIfNeeded: position)
        guard take(UInt8(ascii: "\"")) else { throw .malformed(offset: position) }
        return start..<end
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
