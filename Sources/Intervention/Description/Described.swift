/// A value of JSON with its fields in the order given, for showing what a model declares.
///
/// Numbers are whole or exact decimals: nothing here goes through a binary fraction.
enum Described: Hashable, Sendable {
    case object([Field])
    case array([Described])
    case text(String)
    /// `unscaled` divided by ten to the power of `decimals`.
    case number(Int64, decimals: Int)
    case null

    /// A name and its value.
    struct Field: Hashable, Sendable {
        let name: String
        let value: Described

        init(_ name: String, _ value: Described) {
            self.name = name
            self.value = value
        }
    }

    /// A whole number.
    static func number(_ whole: Int) -> Described { .number(Int64(whole), decimals: 0) }
}

extension Described {
    /// The value as JSON on several lines, two spaces a level, without a newline at the end. Objects and arrays
    /// without inner ones stand on one line.
    var json: String {
        var text = ""
        write(to: &text, indentation: "")
        return text
    }

    private func write(to text: inout String, indentation: String) {
        switch self {
        case .null: text += "null"
        case .text(let string): Described.quote(string, into: &text)
        case .number(let unscaled, let decimals): text += Described.decimal(unscaled, decimals: decimals)
        case .array(let elements):
            write(elements, between: ("[", "]"), to: &text, indentation: indentation) { element, text, inner in
                element.write(to: &text, indentation: inner)
            }
        case .object(let fields):
            write(fields, between: ("{", "}"), to: &text, indentation: indentation) { field, text, inner in
                Described.quote(field.name, into: &text)
                text += ": "
                field.value.write(to: &text, indentation: inner)
            }
        }
    }

    private func write<Part>(
        _ parts: [Part], between brackets: (String, String), to text: inout String, indentation: String,
        one: (Part, inout String, String) -> Void
    ) {
        text += brackets.0
        let inner = indentation + "  "
        for (place, part) in parts.enumerated() {
            if place > 0 { text += isFlat ? ", " : "," }
            if !isFlat { text += "\n" + inner }
            one(part, &text, inner)
        }
        if !isFlat { text += "\n" + indentation }
        text += brackets.1
    }

    /// Whether it stands on one line: nothing inside has parts of its own.
    private var isFlat: Bool {
        switch self {
        case .object(let fields): !fields.contains { $0.value.hasParts }
        case .array(let elements): !elements.contains { $0.hasParts }
        default: true
        }
    }

    private var hasParts: Bool {
        switch self {
        case .object(let fields): !fields.isEmpty
        case .array(let elements): !elements.isEmpty
        default: false
        }
    }

    private static func quote(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// A decimal number without trailing zeros.
    static func decimal(_ unscaled: Int64, decimals: Int) -> String {
        var digits = String(unscaled.magnitude)
        let missing = decimals + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        var whole = String(digits.dropLast(decimals))
        if unscaled < 0 { whole = "-" + whole }
        var fraction = digits.suffix(decimals)
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? whole : "\(whole).\(fraction)"
    }
}
