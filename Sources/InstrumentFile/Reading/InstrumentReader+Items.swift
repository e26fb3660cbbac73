import Intervention
import YAMLFile

extension InstrumentReader {
    /// The items in the order in which they are asked; at least one.
    mutating func readItems(_ node: YAMLNode) -> [InstrumentDefinition.Item]? {
        var seen: Set<ItemKey> = []
        let items = list(node, of: "items") { reader, entry in reader.readItem(entry, after: &seen) }
        if items?.isEmpty == true {
            report(.emptyList, at: node, "an instrument has at least one item")
            return nil
        }
        return items
    }

    private mutating func readItem(
        _ node: YAMLNode, after seen: inout Set<ItemKey>
    ) -> InstrumentDefinition.Item? {
        guard let values = mapping(node, keys: ItemFileKey.self, of: "an item") else { return nil }
        let key = values[.key].flatMap { readItemKey($0, after: &seen) }
        let section = values[.section].map { readSectionName($0) }
        let options = values[.answers].flatMap { readSetName($0) }
        let reversed = values[.reversed].map { word($0, of: "reversed", among: Truth.allCases) }
        let wording = values[.wording].map { line($0, of: "wording") }
        guard let key, let options, section != .some(nil), reversed != .some(nil), wording != .some(nil) else {
            return nil
        }
        return InstrumentDefinition.Item(
            key, section: section ?? nil, isReversed: reversed == .true, options: options, wording: wording ?? nil
        )
    }

    private mutating func readItemKey(_ node: YAMLNode, after seen: inout Set<ItemKey>) -> ItemKey? {
        guard let key = name(node, of: "key", as: ItemKey.self) else { return nil }
        guard seen.insert(key).inserted else {
            report(.doubledName, at: node, "the item '\(key)' stands above already; each item has a key of its own")
            return nil
        }
        return key
    }

    /// The key of a section that the file has.
    private mutating func readSectionName(_ node: YAMLNode) -> SectionKey? {
        guard let key = name(node, of: "section", as: SectionKey.self), let sections else { return nil }
        guard sections.contains(key) else {
            report(.unknownName, at: node, unknown(key.text, "section", among: sections.map(\.text)))
            return nil
        }
        return key
    }

    private mutating func readSetName(_ node: YAMLNode) -> [InstrumentDefinition.Option]? {
        guard let text = scalar(node, of: "answers"), let answers else { return nil }
        guard let options = answers[text] else {
            report(.unknownName, at: node, unknown(text, "set of answers", among: Array(answers.keys)))
            return nil
        }
        return options
    }

    /// The totals over sections.
    mutating func readTotals(_ node: YAMLNode) -> [ScoringPlan.Total]? {
        var seen = sections ?? []
        return list(node, of: "totals") { reader, entry in reader.readTotal(entry, after: &seen) }
    }

    private mutating func readTotal(_ node: YAMLNode, after seen: inout Set<SectionKey>) -> ScoringPlan.Total? {
        guard aggregate != .share else {
            report(.badCount, at: node, "shares are not added up; totals are for 'aggregate: sum'")
            return nil
        }
        guard let values = mapping(node, keys: TotalKey.self, of: "a total") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: SectionKey.self) }
        let parts = values[.sections].flatMap {
            list($0, of: "sections") { reader, entry in reader.readSectionName(entry) }
        }
        if let key, !seen.insert(key).inserted {
            report(.doubledName, at: node, "'\(key)' is a section or a total above already")
        }
        guard let key, let parts else { return nil }
        return ScoringPlan.Total(key, of: parts)
    }

    func unknown(_ name: String, _ what: String, among names: [String]) -> String {
        let nearest = NearestWord.to(name, among: names.sorted()).map { "; the nearest is '\($0)'" } ?? ""
        return "there is no \(what) '\(shown(name))'\(nearest)"
    }
}

/// A truth value as it is written.
private enum Truth: String, CaseIterable {
    case `true`
    case `false`
}
