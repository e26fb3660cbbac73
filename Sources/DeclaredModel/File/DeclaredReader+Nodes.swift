import Intervention
import Yams

extension DeclaredReader {
    /// The values of a mapping by key. Unknown and missing keys are reported; nil when the node is no mapping.
    mutating func mapping<Key: DeclaredKey>(_ node: Node, keys: Key.Type, of what: String) -> [Key: Node]? {
        let names = Key.allCases.map(\.rawValue)
        guard let mapping = node.mapping else {
            report(.wrongKind, at: node, "\(what) has keys and values: \(names.joined(separator: ", "))")
            return nil
        }
        var values: [Key: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, let known = Key(rawValue: name) else {
                let written = key.string ?? ""
                let nearest = NearestWord.to(written, among: names) ?? ""
                report(
                    .unknownKey, at: key, "there is no key '\(shown(written))' in \(what); the nearest is '\(nearest)'")
                continue
            }
            values[known] = value
        }
        for key in Key.allCases where values[key] == nil && !Key.optional.contains(key) {
            report(.missingKey, at: node, "the key '\(key.rawValue)' is missing in \(what)")
        }
        return values
    }

    /// The entries of a list, each read by itself; nil when the node is no list or one of them is wrong.
    mutating func list<Entry>(
        _ node: Node, of key: String, _ read: (inout DeclaredReader, Node) -> Entry?
    ) -> [Entry]? {
        guard let sequence = node.sequence else {
            report(.wrongKind, at: node, "'\(key)' is a list; write '[]' for none")
            return nil
        }
        let entries = sequence.map { read(&self, $0) }
        let whole = entries.compactMap { $0 }
        return whole.count == entries.count ? whole : nil
    }

    /// The text of a scalar. A list, a mapping or nothing is reported.
    mutating func scalar(_ node: Node, of key: String) -> String? {
        guard let scalar = node.scalar else {
            report(.wrongKind, at: node, "'\(key)' has one value")
            return nil
        }
        let isPlain = scalar.style == .plain || scalar.style == .any
        guard !scalar.string.isEmpty, !(isPlain && ["~", "null", "Null", "NULL"].contains(scalar.string)) else {
            report(.missingValue, at: node, "'\(key)' has no value")
            return nil
        }
        return scalar.string
    }

    /// A line that people read.
    mutating func line(_ node: Node, of key: String) -> String? {
        guard let text = scalar(node, of: key) else { return nil }
        let isLine = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isLine, text.unicodeScalars.count <= 400, text.contains(where: { !$0.isWhitespace }) else {
            report(.badLine, at: node, "'\(key)' is one line of at most 400 characters")
            return nil
        }
        return text
    }

    /// A name that the file gives to something.
    mutating func name<Vocabulary>(
        _ node: Node, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing? = nil
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.give(term.text, to: thing, at: DeclaredPlace(node))
        return term
    }

    /// A name that the file uses of something that it names elsewhere.
    mutating func reference<Vocabulary>(
        _ node: Node, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.use(term.text, of: thing, at: DeclaredPlace(node))
        return term
    }

    private mutating func term<Vocabulary>(
        _ node: Node, of key: String, as vocabulary: Term<Vocabulary>.Type
    ) -> Term<Vocabulary>? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let term = Term<Vocabulary>(text) else {
            report(
                .badName, at: node,
                "'\(shown(text))' is no name: lower case letters, digits, '-' and '_', at most 64")
            return nil
        }
        return term
    }

    /// One of a closed list of words.
    mutating func word<Word: RawRepresentable<String>>(_ node: Node, of key: String, among words: [Word]) -> Word? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let word = words.first(where: { $0.rawValue == text }) else {
            let all = words.map(\.rawValue)
            let nearest = NearestWord.to(text, among: all) ?? ""
            report(
                .unknownWord, at: node,
                "'\(shown(text))' is no \(key); there are \(all.joined(separator: ", ")); the nearest is '\(nearest)'")
            return nil
        }
        return word
    }

    /// A whole number.
    mutating func whole(_ node: Node, of key: String) -> Int? {
        guard let text = scalar(node, of: key) else { return nil }
        let isNumber = text.utf8.count <= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let number = Int(text) else {
            report(.badNumber, at: node, "'\(shown(text))' is no whole number from 0 to 999999")
            return nil
        }
        return number
    }

    /// A value as it may stand in a sentence: short, and without what would break the line.
    func shown(_ value: String) -> String {
        let line = value.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }
        return line.joined() + (value.unicodeScalars.count > 40 ? "..." : "")
    }
}
