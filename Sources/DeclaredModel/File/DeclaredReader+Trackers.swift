import Intervention
import YAMLFile

extension DeclaredReader {
    /// State machines over the facts.
    mutating func readTrackers(_ node: YAMLNode) -> [Tracker]? {
        list(node, of: "trackers") { reader, entry in reader.readTracker(entry) }
    }

    private mutating func readTracker(_ node: YAMLNode) -> Tracker? {
        guard let values = mapping(node, keys: TrackerFileKey.self, of: "a tracker") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: TrackerKey.self, to: .tracker) }
        let path = [key?.text ?? ""]
        let title = values[.title].flatMap { line($0, of: "title") }
        let about = values[.about].map { roles($0, of: "about") } ?? [.family]
        let states = values[.states].flatMap { node in
            list(node, of: "states") { reader, entry in reader.readState(entry, in: path) }
        }
        let start = values[.start].flatMap { state($0, of: "start", in: path) }
        let moves = values[.moves].flatMap { node in
            list(node, of: "moves") { reader, entry in reader.readMove(entry, in: path) }
        }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let key, let title, let about, let states, let start, let moves, let source else { return nil }
        return Tracker(key, title, about: about, states: states, start: start, moves: moves, source: source)
    }

    private mutating func state(_ node: YAMLNode, of key: String, in path: [String]) -> TrackerStateKey? {
        reference(node, of: key, as: TrackerStateKey.self, to: .state, in: path)
    }

    private mutating func readState(_ node: YAMLNode, in path: [String]) -> TrackerState? {
        guard let values = mapping(node, keys: StateFileKey.self, of: "a state") else { return nil }
        let key = values[.key].flatMap {
            name($0, of: "key", as: TrackerStateKey.self, to: .state, in: path)
        }
        let title = values[.title].flatMap { line($0, of: "title") }
        let urgency = values[.urgency].map { word($0, of: "urgency", among: Alert.Urgency.allCases) }
        guard let key, let title, urgency != .some(nil) else { return nil }
        return TrackerState(key, title, urgency ?? nil)
    }

    private mutating func readMove(_ node: YAMLNode, in path: [String]) -> TrackerMove? {
        guard let values = mapping(node, keys: MoveFileKey.self, of: "a move") else { return nil }
        let from = values[.from].flatMap { node in
            oneOrMore(node, of: "from") { reader, entry in reader.state(entry, of: "from", in: path) }
        }
        let to = values[.to].flatMap { state($0, of: "to", in: path) }
        let kind = values[.fact].flatMap { fact($0, of: "fact") }
        let fields = values[.where].map { fieldTests($0, of: kind) } ?? []
        let guards =
            values[.guards].map { node in
                list(node, of: "guards") { reader, entry in reader.readGuard(entry, of: kind, in: path) }
            } ?? []
        guard let from, let to, let kind, let fields, let guards else { return nil }
        return TrackerMove(from: from, to: to, on: kind, where: fields, guards: guards)
    }

    /// A guard is a link to a fact, or a condition with the sentence that is said when it is not met.
    private mutating func readGuard(_ node: YAMLNode, of kind: FactKind?, in path: [String]) -> TrackerMove.Guard? {
        let before = problems.count
        guard let values = mapping(node, keys: GuardFileKey.self, of: "a guard") else { return nil }
        if let link = values[.link], let since = values[.sinceEntering], values[.when] == nil, values[.saying] == nil {
            let field = reference(link, of: "link", as: FieldKey.self, to: .field, in: [kind?.text ?? ""])
            // The fields are those of whichever fact is linked: the laws look at them.
            let fields = values[.where].map { linkedTests($0) } ?? []
            let entered = state(since, of: "sinceEntering", in: path)
            let alike = values[.alike].flatMap { term($0, of: "alike", as: FieldKey.self) }
            guard let field, let fields, let entered else { return nil }
            return .link(field, fields, sinceEntering: entered, alike: alike)
        }
        if let when = values[.when], let saying = values[.saying], values[.link] == nil, values[.where] == nil,
            values[.sinceEntering] == nil, values[.alike] == nil
        {
            let condition = condition(when)
            let sentence = line(saying, of: "saying")
            return condition.flatMap { condition in sentence.map { .condition(condition, saying: $0) } }
        }
        if problems.count == before {
            report(.badGuard, at: node, "a guard has 'link' and 'sinceEntering', or 'when' and 'saying'")
        }
        return nil
    }

    private mutating func linkedTests(_ node: YAMLNode) -> [FieldTest]? {
        // No fact of an empty name is known, so the names of fields are left to the laws.
        fieldTests(node, of: nil)
    }
}
