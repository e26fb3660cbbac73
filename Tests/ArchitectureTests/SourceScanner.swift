/// Tells code, comments and string literals of a Swift file apart. It knows nothing else of the language, and regular
/// expression literals not at all.
struct SourceScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var kept: [UInt8] = []

    /// The string literals found, each with the line it begins on.
    private(set) var literals: [(line: Int, text: String)] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        kept.reserveCapacity(bytes.count)
    }

    /// The text with everything but code turned into spaces; line breaks stay.
    var code: String { String(decoding: kept, as: UTF8.self) }

    mutating func scan() {
        while position < bytes.count { scanOne() }
    }

    /// Takes one byte of code, or one whole comment or literal.
    private mutating func scanOne() {
        if stands("//") {
            while position < bytes.count, bytes[position] != Self.lineBreak { drop() }
        } else if stands("/*") {
            dropBlockComment()
        } else if let hashes = hashesOfLiteral() {
            dropLiteral(hashes: hashes)
        } else {
            keep()
        }
    }

    private mutating func dropBlockComment() {
        var depth = 0
        repeat {
            if stands("/*") {
                depth += 1
                drop(2)
            } else if stands("*/") {
                depth -= 1
                drop(2)
            } else {
                drop()
            }
        } while depth > 0 && position < bytes.count
    }

    /// The number of `#` before a quotation mark here; nil when no literal begins here.
    private func hashesOfLiteral() -> Int? {
        var place = position
        while place < bytes.count, bytes[place] == Self.hash { place += 1 }
        return place < bytes.count && bytes[place] == Self.quote ? place - position : nil
    }

    private mutating func dropLiteral(hashes: Int) {
        let beginning = line
        let marks = String(repeating: "#", count: hashes)
        keep(hashes)
        let quotes = stands("\"\"\"") ? "\"\"\"" : "\""
        keep(quotes.utf8.count)
        var inside: [UInt8] = []
        while position < bytes.count, !stands(quotes + marks) {
            if stands("\\" + marks + "(") {
                inside.append(Self.space)
                drop(2 + hashes)
                scanInterpolation()
            } else if stands("\\" + marks) {
                inside += bytes[position..<min(position + 2 + hashes, bytes.count)]
                drop(2 + hashes)
            } else {
                inside.append(bytes[position])
                drop()
            }
        }
        keep(quotes.utf8.count + hashes)
        literals.append((beginning, String(decoding: inside, as: UTF8.self)))
    }

    /// What is interpolated is code again, up to the bracket that closes it.
    private mutating func scanInterpolation() {
        var depth = 1
        while position < bytes.count {
            if bytes[position] == Self.opening { depth += 1 }
            if bytes[position] == Self.closing { depth -= 1 }
            if depth == 0 {
                drop()
                return
            }
            scanOne()
        }
    }

    private func stands(_ text: String) -> Bool {
        let wanted = text.utf8
        guard position + wanted.count <= bytes.count else { return false }
        return bytes[position..<position + wanted.count].elementsEqual(wanted)
    }

    private mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            take(bytes[position])
        }
    }

    private mutating func drop(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            take(bytes[position] == Self.lineBreak ? Self.lineBreak : Self.space)
        }
    }

    private mutating func take(_ byte: UInt8) {
        if byte == Self.lineBreak { line += 1 }
        kept.append(byte)
        position += 1
    }

    private static let lineBreak = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let hash = UInt8(ascii: "#")
    private static let quote = UInt8(ascii: "\"")
    private static let opening = UInt8(ascii: "(")
    private static let closing = UInt8(ascii: ")")
}
