import Intervention
import YAMLFile

extension DeclaredReader {
    /// What the model records beyond the common words.
    mutating func readFacts(_ node: YAMLNode) -> [FactDefinition]? {
        list(node, of: "facts") { reader, entry in reader.readFact(entry) }
    }

    private mutating func readFact(_ node: YAMLNode) -> FactDefinition? {
        guard let values = mapping(node, keys: FactFileKey.self, of: "a fact") else { return nil }
        let kind = values[.kind].flatMap { name($0, of: "kind", as: FactKind.self, to: .fact) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let about = values[.about].map { roles($0, of: "about") } ?? [.family]
        let extent =
            values[.extent].map { word($0, of: "extent", among: FactDefinition.Extent.allCases) } ?? .point
        let fields =
            values[.fields].map { fields in
                list(fields, of: "fields") { reader, entry in reader.readField(entry, of: kind) }
            } ?? []
        let visibility =
            values[.visibility].map { word($0, of: "visibility", among: FactVisibility.allCases) } ?? .team
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let kind, let title, let about, let extent, let fields, let visibility, let source else { return nil }
        return FactDefinition(kind, title, about: about, extent, fields: fields, visibility: visibility, source: source)
    }

    private mutating func readField(_ node: YAMLNode, of fact: FactKind?) -> FactField? {
        guard let values = mapping(node, keys: FieldFileKey.self, of: "a field") else { return nil }
        let owner = fact.map { [$0.text] } ?? []
        let key = values[.key].flatMap {
            name($0, of: "key", as: FieldKey.self, to: fact == nil ? nil : .field, in: owner)
        }
        let title = values[.title].flatMap { line($0, of: "title") }
        let required = values[.required].map { word($0, of: "required", among: [Answer.yes, .no]) } ?? .yes
        let path = key.map { owner + [$0.text] }
        let content = values[.takes].flatMap { readContent($0, values, in: path ?? [], at: node) }
        if content == nil, let path { names.ignore(.word, in: path) }
        guard let key, let title, let required, let content else { return nil }
        return FactField(key, title, content, required: required == .yes)
    }

    private mutating func readContent(
        _ node: YAMLNode, _ values: [FieldFileKey: YAMLNode], in path: [String], at field: YAMLNode
    ) -> FactField.Content? {
        guard let form = word(node, of: "takes", among: FieldForm.allCases) else { return nil }
        for (key, value) in values where !form.keys.contains(key) && FieldForm.special.contains(key) {
            report(.badField, at: value, "a field that takes '\(form.rawValue)' has no '\(key.rawValue)'")
        }
        for key in FieldForm.special where form.keys.contains(key) && values[key] == nil {
            report(
                .missingKey, at: field, "the key '\(key.rawValue)' is missing in a field that takes '\(form.rawValue)'")
        }
        switch form {
        case .words: return values[.words].flatMap { readWords($0, in: path) }.map { .choice($0) }
        case .answer:
            for answer in Answer.allCases { names.give(answer.rawValue, to: .word, in: path, at: nil) }
            return .answer
        case .whole: return readRange(values)
        case .day: return .day
        case .staff: return .staff
        case .link:
            let kinds = values[.kinds].flatMap {
                oneOrMore($0, of: "kinds") { reader, entry in reader.fact(entry, of: "kinds") }
            }
            return kinds.map { .link($0) }
        case .narrative: return .narrative
        }
    }

    private mutating func readWords(_ node: YAMLNode, in path: [String]) -> [ChoiceCode]? {
        list(node, of: "words") { reader, entry in
            reader.name(entry, of: "words", as: ChoiceCode.self, to: .word, in: path)
        }
    }

    private mutating func readRange(_ values: [FieldFileKey: YAMLNode]) -> FactField.Content? {
        let least = values[.least].flatMap { whole($0, of: "least") }
        let most = values[.most].flatMap { whole($0, of: "most") }
        guard let least, let most, let node = values[.least] else { return nil }
        guard least <= most else {
            report(.badBounds, at: node, "the least, \(least), is greater than the most, \(most)")
            return nil
        }
        return .whole(least...most)
    }
}

/// What a field takes, as the file says it.
enum FieldForm: String, CaseIterable {
    case words, answer, whole, day, staff, link, narrative

    /// The keys that only some fields have.
    static let special: [FieldFileKey] = [.words, .least, .most, .kinds]

    /// Which of them this one has, all of them.
    var keys: [FieldFileKey] {
        switch self {
        case .words: [.words]
        case .whole: [.least, .most]
        case .link: [.kinds]
        case .answer, .day, .staff, .narrative: []
        }
    }
}
