/// The names and values of an address's query, as a form sends them.
struct QueryText: Sendable, Hashable {
    /// A name with its value, decoded; nil for a value that is no text.
    struct Item: Sendable, Hashable {
        let name: String
        let value: String?
    }

    let items: [Item]

    /// Reads what stands after the `?`; of more than that no form of ours sends, only the first parts.
    init(_ text: String?, limit: Int = 32) {
        items = (text ?? "").split(separator: "&").prefix(limit).map { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Item(
                name: QueryText.decoded(pair[0]) ?? "", value: pair.count == 2 ? QueryText.decoded(pair[1]) : "")
        }
    }

    /// A plus is a space, `%` and two hexadecimal digits are a byte; nil when that gives no text.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
