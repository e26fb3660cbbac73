import Intervention
import YAMLFile

extension DeclaredReader {
    /// More than any model needs. With aliases a short file can hold a condition without end.
    private static let mostDeep = 8

    /// A condition: what gates, needs, guards and duties are written in.
    mutating func condition(_ node: YAMLNode, depth: Int = 1) -> Condition? {
        guard depth <= DeclaredReader.mostDeep, conditionsLeft > 0 else {
            if !saysTooDeep {
                report(.badCondition, at: node, "a condition has at most \(DeclaredReader.mostDeep) levels")
            }
            saysTooDeep = true
            return nil
        }
        conditionsLeft -= 1
        let before = problems.count
        guard let values = mapping(node, keys: ConditionFileKey.self, of: "a condition") else { return nil }
        let kinds = ConditionFileKey.allCases.filter { $0 != .in && values[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first, let value = values[kind] else {
            if problems.count == before {
                report(
                    .badCondition, at: node,
                    "a condition says one thing: all, any, not, recorded, everyone, tracker, running, completed or phase"
                )
            }
            return nil
        }
        if kind != .tracker, let states = values[.in] {
            report(.badCondition, at: states, "'in' belongs to 'tracker'")
        }
        return read(kind, value, states: values[.in], at: node, depth: depth)
    }

    private mutating func read(
        _ kind: ConditionFileKey, _ value: YAMLNode, states: YAMLNode?, at node: YAMLNode, depth: Int
    ) -> Condition? {
        switch kind {
        case .all: return parts(value, of: "all", depth).map { .all($0) }
        case .any: return parts(value, of: "any", depth).map { .any($0) }
        case .not: return condition(value, depth: depth + 1).map { .not($0) }
        case .recorded: return recorded(value).map { .recorded($0) }
        case .everyone: return everyone(value)
        case .tracker, .in: return tracker(value, states: states, at: node)
        case .running: return module(value, of: "running").map { .running($0) }
        case .completed: return module(value, of: "completed").map { .completed($0) }
        case .phase:
            return oneOrMore(value, of: "phase") { reader, entry in
                reader.reference(entry, of: "phase", as: PhaseID.self, to: .phase)
            }.map { .phase($0) }
        }
    }

    private mutating func parts(_ node: YAMLNode, of key: String, _ depth: Int) -> [Condition]? {
        let parts = list(node, of: key) { reader, entry in reader.condition(entry, depth: depth + 1) }
        guard let parts, !parts.isEmpty else {
            if parts != nil { report(.badCondition, at: node, "'\(key)' has at least one condition") }
            return nil
        }
        return parts
    }

    private mutating func module(_ node: YAMLNode, of key: String) -> ModuleKey? {
        reference(node, of: key, as: ModuleKey.self, to: .module)
    }

    private mutating func tracker(_ node: YAMLNode, states: YAMLNode?, at place: YAMLNode) -> Condition? {
        let key = reference(node, of: "tracker", as: TrackerKey.self, to: .tracker)
        guard let states else {
            report(.badCondition, at: place, "'tracker' has 'in' beside it: the states that it may be in")
            return nil
        }
        let path = key.map { [$0.text] } ?? [""]
        let named = oneOrMore(states, of: "in") { reader, entry in
            reader.reference(entry, of: "in", as: TrackerStateKey.self, to: .state, in: path)
        }
        return key.flatMap { key in named.map { .tracker(key, in: $0) } }
    }

    /// A test of facts: a kind alone, or a kind with what else is asked.
    private mutating func recorded(_ node: YAMLNode) -> FactTest? {
        if node.form == .text { return fact(node, of: "recorded").map { FactTest($0) } }
        guard let values = mapping(node, keys: FactTestFileKey.self, of: "'recorded'") else { return nil }
        let whose = values[.whose].map { readWhose($0) } ?? .same
        let test = factTest(
            values[.fact], fields: values[.where], within: values[.within], sinceLast: values[.sinceLast],
            current: values[.current])
        guard var test, let whose else { return nil }
        test.whose = whose
        return test
    }

    private mutating func everyone(_ node: YAMLNode) -> Condition? {
        guard let values = mapping(node, keys: EveryoneFileKey.self, of: "'everyone'") else { return nil }
        let named = values[.roles].flatMap { roles($0, of: "roles") }
        let test = factTest(
            values[.fact], fields: values[.where], within: values[.within], sinceLast: values[.sinceLast],
            current: values[.current])
        guard let named, let test else { return nil }
        return .everyone(named, test)
    }

    private mutating func factTest(
        _ kind: YAMLNode?, fields: YAMLNode?, within: YAMLNode?, sinceLast: YAMLNode?, current: YAMLNode?
    ) -> FactTest? {
        let kind = kind.flatMap { fact($0, of: "fact") }
        let fields = fields.map { fieldTests($0, of: kind) } ?? []
        let within = within.map { parameter($0, of: "within") }
        let sinceLast = sinceLast.map { fact($0, of: "sinceLast") }
        let current = current.map {
            reference($0, of: "current", as: FieldKey.self, to: .field, in: [kind?.text ?? ""])
        }
        guard let kind, let fields, within != .some(nil), sinceLast != .some(nil), current != .some(nil) else {
            return nil
        }
        return FactTest(kind, fields, within: within ?? nil, sinceLast: sinceLast ?? nil, current: current ?? nil)
    }

    private mutating func readWhose(_ node: YAMLNode) -> FactTest.Whose? {
        guard node.form == .text, let text = node.text else { return roles(node, of: "whose").map { .of($0) } }
        switch text {
        case "same": return .same
        case "anybody": return .anybody
        default:
            report(
                .unknownWord, at: node,
                "'\(shown(text))' is no whose; there are same, anybody, and a list of roles such as [carer]")
            return nil
        }
    }

    /// What fields must hold: `{result: [negative], taken: yes}`.
    /// - Parameter fact: the kind that the fields are of; nil when that is what is wrong.
    mutating func fieldTests(_ node: YAMLNode, of fact: FactKind?) -> [FieldTest]? {
        guard let pairs = node.pairs else {
            report(.wrongKind, at: node, "'where' has fields and the words that they may hold: {result: [negative]}")
            return nil
        }
        let owner = [fact?.text ?? ""]
        let tests = pairs.map { key, value -> FieldTest? in
            let field = reference(key, of: "where", as: FieldKey.self, to: .field, in: owner)
            let path = owner + [field?.text ?? ""]
            let words = oneOrMore(value, of: "where") { reader, entry in
                reader.reference(entry, of: "where", as: ChoiceCode.self, to: .word, in: path)
            }
            return field.flatMap { field in words.map { FieldTest(field, in: $0) } }
        }
        let whole = tests.compactMap { $0 }
        return whole.count == tests.count ? whole : nil
    }
}
