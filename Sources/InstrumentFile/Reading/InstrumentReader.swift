import Intervention
import YAMLFile

extension InstrumentFile {
    /// Reads an instrument's file.
    /// - Parameter bytes: the file, UTF-8.
    /// - Throws: every mistake at once, each with its place.
    package static func read(_ bytes: [UInt8]) throws(InstrumentProblems) -> InstrumentFile {
        var reader = InstrumentReader()
        let file = reader.read(bytes)
        guard let file, reader.problems.isEmpty else { throw InstrumentProblems(reader.problems) }
        return file
    }
}

/// Turns an instrument's file into its typed form and gathers what is wrong with it.
struct InstrumentReader: YAMLReader {
    var problems: [InstrumentProblem] = []
    /// The keys of the sections, of wrong ones too; nil when they cannot be known.
    var sections: Set<SectionKey>? = []
    /// The sets of answers by name, without options where those are wrong; nil when they cannot be known.
    var answers: [String: [InstrumentDefinition.Option]]? = [:]
    /// What a figure is; nil while the file does not say it, and then nothing is held against it.
    var aggregate: ScoringPlan.Aggregate?

    private static let form = YAMLDocumentForm(
        file: "an instrument's file", subject: "instrument", firstKey: "id"
    )

    mutating func read(_ bytes: [UInt8]) -> InstrumentFile? {
        guard let document = document(bytes, as: InstrumentReader.form) else { return nil }
        guard let values = mapping(document.root, keys: DefinitionKey.self, of: "an instrument") else { return nil }
        let id = values[.id].flatMap { name($0, of: "id", as: InstrumentID.self) }
        let version = values[.version].flatMap { readVersion($0) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let licence = values[.licence].flatMap { line($0, of: "licence") }
        let source = values[.source].flatMap { line($0, of: "source") }
        aggregate = values[.aggregate].flatMap {
            word($0, of: "aggregate", among: ScoringPlan.Aggregate.allCases)
        }
        let sections = values[.sections].flatMap { readSections($0) }
        values[.answers].map { readAnswers($0) }
        let items = values[.items].flatMap { readItems($0) }
        let totals = values[.totals].map { readTotals($0) }
        guard let sections, let items else { return nil }
        let least = values[.leastAnswered].flatMap { readLeast($0, of: items.count) }
        checkSections(sections, of: items, at: values[.sections])
        guard let id, let version, let title, let licence, let source, let aggregate, let least, totals != .some(nil)
        else { return nil }
        let definition = InstrumentDefinition(
            id, version: version, title: title, licence: licence, source: source, items: items, sections: sections,
            totals: (totals ?? nil) ?? [], aggregate: aggregate, least: least
        )
        return InstrumentFile(definition: definition, document: document.text)
    }

    /// A name of some vocabulary.
    mutating func name<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type
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

    /// How many of some items must be answered: at least one, and no more than there are.
    mutating func readLeast(_ node: YAMLNode, of items: Int?) -> LeastAnswered? {
        guard let number = whole(node, of: "leastAnswered") else { return nil }
        guard number > 0, items.map({ number <= $0 }) ?? true else {
            let most = items.map { "1 to \($0), the number of items" } ?? "at least 1"
            report(.badLeast, at: node, "'leastAnswered' is \(most), not \(number)")
            return nil
        }
        return .items(number)
    }

    private mutating func readVersion(_ node: YAMLNode) -> InstrumentVersion? {
        guard let number = whole(node, of: "version") else { return nil }
        guard number > 0, let version = Int32(exactly: number) else {
            report(.badNumber, at: node, "versions count from 1")
            return nil
        }
        return InstrumentVersion(version)
    }
}
