import Intervention
import YAMLFile

extension DeclaredReader {
    /// The questions of a referral.
    mutating func readCriteria(_ node: YAMLNode) -> [EligibilityCriterion]? {
        list(node, of: "criteria") { reader, entry in reader.readCriterion(entry) }
    }

    /// What a referral must meet, all of it.
    mutating func readRequirements(_ node: YAMLNode) -> [EligibilityRequirement]? {
        list(node, of: "requirements") { reader, entry in reader.readRequirement(entry) }
    }

    private mutating func readCriterion(_ node: YAMLNode) -> EligibilityCriterion? {
        guard let values = mapping(node, keys: CriterionFileKey.self, of: "a question") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: CriterionKey.self, to: .question) }
        let question = values[.question].flatMap { line($0, of: "question") }
        let effect = values[.effect].flatMap {
            word($0, of: "effect", among: EligibilityCriterion.Effect.allCases)
        }
        let source = values[.source].flatMap { line($0, of: "source") }
        let within = values[.within].map { parameter($0, of: "within") }
        guard let key, let question, let effect, let source, within != .some(nil) else { return nil }
        return EligibilityCriterion(key, question, effect, within: within ?? nil, source: source)
    }

    private mutating func readRequirement(_ node: YAMLNode) -> EligibilityRequirement? {
        guard let values = mapping(node, keys: RequirementKey.self, of: "a requirement") else { return nil }
        let title = values[.title].flatMap { line($0, of: "title") }
        if let title, let node = values[.title] { names.give(title, to: nil, at: node.place) }
        let ways = values[.ways].flatMap { list($0, of: "ways") { reader, entry in reader.readWay(entry) } }
        guard let title, let ways else { return nil }
        return EligibilityRequirement(title, ways)
    }

    private mutating func readWay(_ node: YAMLNode) -> EligibilityRequirement.Way? {
        guard let values = mapping(node, keys: WayKey.self, of: "a way") else { return nil }
        let criteria = values[.criteria].flatMap {
            list($0, of: "criteria") { reader, entry in
                reader.reference(entry, of: "criteria", as: CriterionKey.self, to: .question)
            }
        }
        let atLeast = values[.atLeast].map { parameter($0, of: "atLeast") }
        let choice = values[.when].map { readChoice($0) }
        guard let criteria, atLeast != .some(nil), choice != .some(nil) else { return nil }
        return EligibilityRequirement.Way(criteria, atLeast: atLeast ?? nil, when: choice ?? nil)
    }

    private mutating func readChoice(_ node: YAMLNode) -> EligibilityRequirement.Choice? {
        guard let values = mapping(node, keys: ChoiceKey.self, of: "'when'") else { return nil }
        let setting = values[.parameter].flatMap { parameter($0, of: "parameter") }
        let words = values[.values].flatMap {
            list($0, of: "values") { reader, entry in reader.line(entry, of: "values") }
        }
        guard let setting, let words else { return nil }
        return EligibilityRequirement.Choice(setting, in: words)
    }
}
