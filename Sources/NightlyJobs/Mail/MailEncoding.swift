/// Ways to bring any text through mail, which knows lines of ASCII only: RFC 2045 and RFC 2047.
enum MailEncoding {
    /// The longest line that need not be encoded; mail allows 998 bytes, terminals show fewer.
    private static let longestLine = 200
    private static let digits = Array("0123456789ABCDEF")

    /// Whether a line can go as it is: printable ASCII and tabs, and not too long.
    static func isPlain(_ line: String) -> Bool {
        line.utf8.count <= longestLine && line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
    }

    /// The value of a header in lines; all but the first are to begin with a space.
    static func header(_ text: String) -> [String] {
        let isPlain = text.utf8.count <= 66 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard !isPlain || text.contains("=?") else { return [text] }
        // A word holds 75 characters at most, and never a part of a character.
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(base64($0))?=" }
    }

    /// A line in lines of at most 76 characters.
    static func quotedPrintable(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var lines = [""]
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let piece = quoted(byte, isLast: isLast)
            // The last character of a line is the sign that it goes on.
            if lines[lines.count - 1].utf8.count + piece.utf8.count > 75 {
                lines[lines.count - 1] += "="
                lines.append("")
            }
            lines[lines.count - 1] += piece
        }
        return lines
    }

    private static func quoted(_ byte: UInt8, isLast: Bool) -> String {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPrintable = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        guard !isPrintable, !isBlank || isLast else { return String(UnicodeScalar(byte)) }
        return "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0..<4 {
                text.append(place <= part.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
