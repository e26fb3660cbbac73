import Yams

extension SiteFileReader {
    /// The values of a mapping by key. Unknown and missing keys are reported; nil when the node is no mapping.
    mutating func mapping<Key: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: Node, keys: Key.Type, of what: String
    ) -> [Key: Node]? {
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
        for key in Key.allCases where values[key] == nil {
            report(.missingKey, at: node, "the key '\(key.rawValue)' is missing in \(what)")
        }
        return values
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

    /// A value as it may stand in a sentence: short, and without what would break the line.
    func shown(_ value: String) -> String {
        let line = value.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }
        return line.joined() + (value.unicodeScalars.count > 40 ? "..." : "")
    }
}
