/// A declaration for other modules, as far as one line of code tells it.
struct Declaration {
    /// What is declared: `Vault`, `seal(_`, `init(cell`, `name`.
    let name: String
    /// Whether it is an operator, whose meaning its sign carries.
    let isOperator: Bool

    /// The declaration on a line; nil when the line declares nothing that is `public` or `package`.
    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard let access = words.firstIndex(where: { $0 == "public" || $0 == "package" }),
            words[..<access].allSatisfy({ $0.hasPrefix("@") || $0 == "final" || $0 == "nonisolated" }),
            let name = Self.name(in: line)
        else { return nil }
        self.name = name
        isOperator = name.first.map { "<>=!~+-*/".contains($0) } ?? false
    }

    private static let kinds: Set<String> = [
        "let", "var", "func", "struct", "class", "enum", "actor", "protocol", "case", "macro",
    ]

    /// The name that a line declares, for a function with its first label; nil when it declares none, or a name for a
    /// type.
    static func name(in line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() {
            if word == "=" || word == "import" || word == "extension" { return nil }
            if word.hasPrefix("init(") || word.hasPrefix("init?(") || word.hasPrefix("init<") {
                return "init(" + label(words[index...].joined(separator: " "))
            }
            if word.hasPrefix("subscript(") { return word }
            // `class` is a kind, and also a modifier of members.
            guard kinds.contains(word), index + 1 < words.count, !kinds.contains(words[index + 1]) else { continue }
            let rest = words[(index + 1)...].joined(separator: " ")
            if word == "func" { return function(rest) }
            return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "`" })
        }
        return nil
    }

    private static func function(_ text: String) -> String {
        let name = text.prefix { $0 != "(" && $0 != "<" && $0 != " " }
        if name.isEmpty { return String(text.prefix { $0 != " " }) }
        return name + "(" + (text.contains("()") ? ")" : label(text))
    }

    /// The first argument's label, after the first opening bracket; empty when the line ends there.
    private static func label(_ text: String) -> String {
        guard let bracket = text.firstIndex(of: "(") else { return "" }
        return String(text[text.index(after: bracket)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
