/// A JSON value whose members keep their order, so that the same result is the same bytes.
indirect enum OrderedJSON {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number that is written down already: `0.61`.
    case decimal(String)
    case text(String)
    case list([OrderedJSON])
    case object(KeyValuePairs<String, OrderedJSON>)

    /// The text, members on lines of their own.
    var text: String {
        var text = ""
        write(to: &text, indent: "")
        return text
    }

    /// The text in one line.
    var line: String {
        switch self {
        case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(OrderedJSON.quoted($0.key)):\($0.value.line)" }.joined(separator: ",") + "}"
        default: text
        }
    }

    private func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let number): text += "\(number)"
        case .decimal(let digits): text += digits
        case .text(let value): text += OrderedJSON.quoted(value)
        case .list(let values):
            guard !values.isEmpty else {
                text += "[]"
                return
            }
            text += "[\n"
            for (index, value) in values.enumerated() {
                text += inner
                value.write(to: &text, indent: inner)
                text += index == values.count - 1 ? "\n" : ",\n"
            }
            text += "\(indent)]"
        case .object(let members):
            text += "{\n"
            for (index, member) in members.enumerated() {
                text += "\(inner)\(OrderedJSON.quoted(member.key)): "
                member.value.write(to: &text, indent: inner)
                text += index == members.count - 1 ? "\n" : ",\n"
            }
            text += "\(indent)}"
        }
    }

    private static func quoted(_ value: String) -> String {
        value.unicodeScalars.reduce(into: "\"") { text, scalar in
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        } + "\""
    }
}
