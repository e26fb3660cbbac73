extension YAMLReader {
    /// The values of a mapping by key. Unknown and missing keys are reported; nil when the node is no mapping.
    /// - Parameter what: the mapping in sentences: `a team`.
    package mutating func mapping<Key: YAMLKey>(
        _ node: YAMLNode, keys: Key.Type, of what: String
    ) -> [Key: YAMLNode]? {
        let names = Key.allCases.map(\.rawValue)
        guard let pairs = node.pairs else {
            report(.wrongKind, at: node, "\(what) has keys and values: \(names.joined(separator: ", "))")
            return nil
        }
        var values: [Key: YAMLNode] = [:]
        for (key, value) in pairs {
            guard let name = key.text, let known = Key(rawValue: name) else {
                let written = key.text ?? ""
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
    package mutating func list<Entry>(
        _ node: YAMLNode, of key: String, _ read: (inout Self, YAMLNode) -> Entry?
    ) -> [Entry]? {
        guard let sequence = node.entries else {
            report(.wrongKind, at: node, "'\(key)' is a list; write '[]' for none")
            return nil
        }
        let entries = sequence.map { read(&self, $0) }
        let whole = entries.compactMap { $0 }
        return whole.count == entries.count ? whole : nil
    }

    /// The text of a value. A list, a mapping or nothing is reported.
    package mutating func scalar(_ node: YAMLNode, of key: String) -> String? {
        guard let text = node.text else {
            report(.wrongKind, at: node, "'\(key)' has one value")
            return nil
        }
        guard !node.isEmpty else {
            report(.missingValue, at: node, "'\(key)' has no value")
            return nil
        }
        return text
    }

    /// A line that people read.
    package mutating func line(_ node: YAMLNode, of key: String, atMost limit: Int = 400) -> String? {
        guard let text = scalar(node, of: key) else { return nil }
        let isLine = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isLine, text.unicodeScalars.count <= limit, text.contains(where: { !$0.isWhitespace }) else {
            report(.badLine, at: node, "'\(key)' is one line of at most \(limit) characters")
            return nil
        }
        return text
    }

    /// One of a closed list of words.
    package mutating func word<Word: RawRepresentable<String>>(
        _ node: YAMLNode, of key: String, among words: [Word]
    ) -> Word? {
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

    /// A whole number, 0 to 999999.
    package mutating func whole(_ node: YAMLNode, of key: String) -> Int? {
        guard let text = scalar(node, of: key) else { return nil }
        let isNumber = text.utf8.count <= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let number = Int(text) else {
            report(.badNumber, at: node, "'\(shown(text))' is no whole number from 0 to 999999")
            return nil
        }
        return number
    }
}
