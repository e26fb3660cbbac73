import Foundation

/// Base64 for addresses (RFC 4648, section 5), without padding.
enum Base64URL {
    static func text(_ data: Data) -> String {
        String(
            data.base64EncodedString().compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }

    /// The bytes, or nil when the text is not exactly what ``text(_:)`` gives for them: no padding, no other alphabet, no
    /// bits left over.
    static func data(_ text: some StringProtocol) -> Data? {
        var plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain), self.text(data) == text else { return nil }
        return data
    }
}
