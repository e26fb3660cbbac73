import Intervention
import YAMLFile

extension DeclaredReader {
    /// The sets that the file includes; what they name can be used like the file's own.
    mutating func readInclude(_ node: YAMLNode) -> SharedSet {
        var seen: Set<SharedSet.Name> = []
        let names = list(node, of: "include") { reader, entry -> SharedSet.Name? in
            guard let name = reader.word(entry, of: "set", among: SharedSet.Name.allCases) else { return nil }
            guard seen.insert(name).inserted else {
                reader.report(.doubledName, at: entry, "'\(name.rawValue)' is included already")
                return nil
            }
            return name
        }
        let shared = SharedSet.all(of: names ?? [])
        give(shared)
        return shared
    }

    private mutating func give(_ shared: SharedSet) {
        for parameter in shared.parameters { names.give(parameter.key.text, to: .parameter, at: nil) }
        for criterion in shared.criteria { names.give(criterion.key.text, to: .question, at: nil) }
        for fact in shared.facts { give(fact) }
        for tracker in shared.trackers {
            names.give(tracker.key.text, to: .tracker, at: nil)
            for state in tracker.states { names.give(state.key.text, to: .state, in: [tracker.key.text], at: nil) }
        }
        for outcome in shared.outcomes { names.give(outcome.key.text, to: .outcome, at: nil) }
        for module in shared.modules { names.give(module.key.text, to: .module, at: nil) }
    }

    private mutating func give(_ fact: FactDefinition) {
        names.give(fact.kind.text, to: .fact, at: nil)
        for field in fact.fields {
            names.give(field.key.text, to: .field, in: [fact.kind.text], at: nil)
            let words: [String] =
                switch field.content {
                case .choice(let words): words.map(\.text)
                case .answer: Answer.allCases.map(\.rawValue)
                default: []
                }
            for word in words { names.give(word, to: .word, in: [fact.kind.text, field.key.text], at: nil) }
        }
    }
}
