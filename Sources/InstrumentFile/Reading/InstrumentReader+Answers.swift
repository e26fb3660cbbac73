import Intervention
import YAMLFile

extension InstrumentReader {
    /// The sections; there may be none.
    mutating func readSections(_ node: YAMLNode) -> [InstrumentDefinition.Section]? {
        if node.form != .list { sections = nil }
        return list(node, of: "sections") { reader, entry in reader.readSection(entry) }
    }

    private mutating func readSection(_ node: YAMLNode) -> InstrumentDefinition.Section? {
        guard let values = mapping(node, keys: SectionFileKey.self, of: "a section") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: SectionKey.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let least = values[.leastAnswered].flatMap { readLeast($0, of: nil) }
        guard let key else {
            sections = nil
            return nil
        }
        if sections?.insert(key).inserted == false {
            report(.doubledName, at: node, "the section '\(key)' stands above already")
            return nil
        }
        guard let title, let least else { return nil }
        return InstrumentDefinition.Section(key, title, least: least)
    }

    /// A section has items, and asks for no more answers than that.
    mutating func checkSections(
        _ sections: [InstrumentDefinition.Section], of items: [InstrumentDefinition.Item], at node: YAMLNode?
    ) {
        for section in sections {
            let count = items.count { $0.section == section.key }
            guard case .items(let least) = section.least, least > count, let node else { continue }
            report(
                .badLeast, at: node,
                "the section '\(section.key)' has \(count) items and asks for \(least) answers")
        }
    }

    /// The sets of answers, which items name.
    mutating func readAnswers(_ node: YAMLNode) {
        let read: [Bool]? = list(node, of: "answers") { reader, entry in reader.readAnswerSet(entry) }
        if read == nil, node.form != .list { answers = nil }
    }

    private mutating func readAnswerSet(_ node: YAMLNode) -> Bool {
        guard let values = mapping(node, keys: AnswerSetKey.self, of: "a set of answers") else { return false }
        let called = values[.set].flatMap { name($0, of: "set", as: Term<Vocabulary.Answer>.self) }
        let options = values[.options].flatMap { readOptions($0) }
        guard let called else {
            answers = nil
            return false
        }
        guard answers?[called.text] == nil else {
            report(.doubledName, at: node, "the set of answers '\(called)' stands above already")
            return false
        }
        answers?[called.text] = options ?? []
        return options != nil
    }

    private mutating func readOptions(_ node: YAMLNode) -> [InstrumentDefinition.Option]? {
        var seen: Set<AnswerCode> = []
        let options = list(node, of: "options") { reader, entry in reader.readOption(entry, after: &seen) }
        guard let options else { return nil }
        guard options.contains(where: { $0.points != nil }) else {
            report(.emptyList, at: node, "a set of answers has at least one that counts")
            return nil
        }
        return options
    }

    private mutating func readOption(
        _ node: YAMLNode, after seen: inout Set<AnswerCode>
    ) -> InstrumentDefinition.Option? {
        guard let values = mapping(node, keys: OptionKey.self, of: "an answer") else { return nil }
        let code = values[.code].flatMap { name($0, of: "code", as: AnswerCode.self) }
        let points = values[.counts].flatMap { readCounts($0) }
        let wording = values[.wording].map { line($0, of: "wording") }
        if let code, !seen.insert(code).inserted {
            report(.doubledName, at: node, "the answer '\(code)' stands above already")
            return nil
        }
        guard let code, let points, wording != .some(nil) else { return nil }
        return InstrumentDefinition.Option(code, points: points.counted, wording: wording ?? nil)
    }

    /// What an answer counts: a number, for shares 0 or 1, or `nothing`.
    private mutating func readCounts(_ node: YAMLNode) -> Counts? {
        guard let text = scalar(node, of: "counts") else { return nil }
        if text == "nothing" { return Counts(counted: nil) }
        let most = aggregate == .share ? 1 : InstrumentReader.mostPoints
        guard text.utf8.count <= 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            number <= most, let points = Points(number)
        else {
            let allowed = aggregate == .share ? "0, 1 or nothing" : "0 to \(most) or nothing"
            report(.badCount, at: node, "an answer counts \(allowed), not '\(shown(text))'")
            return nil
        }
        return Counts(counted: points)
    }

    private struct Counts {
        let counted: Points?
    }

    /// More than any answer of a questionnaire counts; it keeps sums small.
    private static let mostPoints = 99
}
