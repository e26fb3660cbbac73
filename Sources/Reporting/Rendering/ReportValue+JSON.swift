extension ReportValue {
    /// The value as JSON (RFC 8259), indented by two spaces a level.
    package func json() -> String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .object(let members) where members.isEmpty: text += "{}"
        case .array(let values) where values.isEmpty: text += "[]"
        case .object(let members):
            text += "{"
            for (position, member) in members.enumerated() {
                text += position == 0 ? "\n" : ",\n"
                text += String(repeating: " ", count: indent + 2) + ReportValue.quoted(member.key) + ": "
                member.value.write(to: &text, indent: indent + 2)
            }
            text += "\n" + String(repeating: " ", count: indent) + "}"
        case .array(let values):
            text += "["
            for (position, value) in values.enumerated() {
                text += position == 0 ? "\n" : ",\n"
                text += String(repeating: " ", count: indent + 2)
                value.write(to: &text, indent: indent + 2)
            }
            text += "\n" + String(repeating: " ", count: indent) + "]"
        case .text(let string): text += ReportValue.quoted(string)
        case .whole, .decimal, .stated, .boolean: text += plain
        case .null: text += "null"
        }
    }

    /// A number or a truth as JSON and CSV write it; the text itself; nothing for the rest.
    package var plain: String {
        switch self {
        case .text(let string): string
        case .whole(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .stated(let number): number
        case .boolean(let truth): truth ? "true" : "false"
        case .object, .array, .null: ""
        }
    }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
