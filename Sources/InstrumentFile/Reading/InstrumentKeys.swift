import YAMLFile

/// The keys of the file itself.
enum DefinitionKey: String, YAMLKey {
    case id, version, title, licence, source, aggregate, leastAnswered, sections, answers, items, totals
    static let optional: Set<DefinitionKey> = [.totals]
}

/// The keys of a section.
enum SectionFileKey: String, YAMLKey {
    case key, title, leastAnswered
}

/// The keys of a set of answers.
enum AnswerSetKey: String, YAMLKey {
    case set, options
}

/// The keys of an answer.
enum OptionKey: String, YAMLKey {
    case code, counts, wording
    static let optional: Set<OptionKey> = [.wording]
}

/// The keys of an item.
enum ItemFileKey: String, YAMLKey {
    case key, section, answers, reversed, wording
    static let optional: Set<ItemFileKey> = [.section, .reversed, .wording]
}

/// The keys of a total.
enum TotalKey: String, YAMLKey {
    case key, sections
}
