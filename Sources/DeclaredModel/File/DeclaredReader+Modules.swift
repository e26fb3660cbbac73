import Intervention
import YAMLFile

extension DeclaredReader {
    /// The parts of treatment.
    mutating func readModules(_ node: YAMLNode) -> [TreatmentModule]? {
        list(node, of: "modules") { reader, entry in reader.readModule(entry) }
    }

    /// Facts that are owed at a time.
    mutating func readDuties(_ node: YAMLNode) -> [FactDuty]? {
        list(node, of: "duties") { reader, entry in reader.readDuty(entry) }
    }

    private mutating func readModule(_ node: YAMLNode) -> TreatmentModule? {
        guard let values = mapping(node, keys: ModuleFileKey.self, of: "a module") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: ModuleKey.self, to: .module) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let about = values[.about].map { roles($0, of: "about") } ?? [.family]
        let need = values[.need].flatMap { readNeed($0) }
        let within = values[.beginWithin].map { parameter($0, of: "beginWithin") }
        let gates =
            values[.gates].map { node in
                list(node, of: "gates") { reader, entry in reader.readGate(entry) }
            } ?? []
        let done = values[.doneWhen].map { condition($0) }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let key, let title, let about, let need, within != .some(nil), let gates, done != .some(nil), let source
        else { return nil }
        return TreatmentModule(
            key, title, about: about, need: need, beginWithin: within ?? nil, gates: gates, doneWhen: done ?? nil,
            source: source)
    }

    /// `always`, `as-agreed`, or a condition: `{when: ...}`.
    private mutating func readNeed(_ node: YAMLNode) -> TreatmentModule.Need? {
        guard node.form == .text else {
            guard let values = mapping(node, keys: NeedFileKey.self, of: "'need'") else { return nil }
            return values[.when].flatMap { condition($0) }.map { .when($0) }
        }
        switch word(node, of: "need", among: NeedWord.allCases) {
        case .always: return .always
        case .asAgreed: return .asAgreed
        case nil: return nil
        }
    }

    private mutating func readGate(_ node: YAMLNode) -> Gate? {
        guard let values = mapping(node, keys: GateFileKey.self, of: "a gate") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: GateKey.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let strength = values[.strength].flatMap { word($0, of: "strength", among: Gate.Strength.allCases) }
        let when = values[.when].flatMap { condition($0) }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let key, let title, let strength, let when, let source else { return nil }
        return Gate(key, title, strength, when, source: source)
    }

    private mutating func readDuty(_ node: YAMLNode) -> FactDuty? {
        guard let values = mapping(node, keys: DutyFileKey.self, of: "a duty") else { return nil }
        let obligation = values[.obligation].flatMap { name($0, of: "obligation", as: ObligationKind.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let kind = values[.fact].flatMap { fact($0, of: "fact") }
        let fields = values[.where].map { fieldTests($0, of: kind) } ?? []
        let about = values[.about].map { roles($0, of: "about") } ?? [.family]
        let anchor = values[.from].flatMap { readAnchor($0) }
        let due = values[.due].flatMap { parameter($0, of: "due") }
        let every = values[.every].map { parameter($0, of: "every") }
        let window = values[.window].map { parameter($0, of: "window") }
        let when = values[.when].map { condition($0) }
        let late = values[.late].map { word($0, of: "late", among: Alert.Urgency.allCases) }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let obligation, let title, let kind, let fields, let about, let anchor, let due, every != .some(nil),
            window != .some(nil), when != .some(nil), late != .some(nil), let source
        else { return nil }
        return FactDuty(
            obligation, title, fact: kind, where: fields, about: about, from: anchor, due: due, every: every ?? nil,
            window: window ?? nil, when: when ?? nil, late: late ?? nil, source: source)
    }

    /// `first-session`, `closing`, `{phase: home}`, `{first: fact}` or `{each: fact}`, these two with `where`.
    private mutating func readAnchor(_ node: YAMLNode) -> FactDuty.Anchor? {
        guard node.form != .text else {
            switch word(node, of: "from", among: AnchorWord.allCases) {
            case .firstSession: return .firstSession
            case .closing: return .closing
            case nil: return nil
            }
        }
        let before = problems.count
        guard let values = mapping(node, keys: AnchorFileKey.self, of: "'from'") else { return nil }
        switch (values[.phase], values[.first], values[.each], values[.where]) {
        case (let phase?, nil, nil, nil):
            return reference(phase, of: "phase", as: PhaseID.self, to: .phase).map { .phase($0) }
        case (nil, let first?, nil, let fields):
            let kind = fact(first, of: "first")
            let tests = fields.map { fieldTests($0, of: kind) } ?? []
            return kind.flatMap { kind in tests.map { .first(kind, $0) } }
        case (nil, nil, let each?, let fields):
            let kind = fact(each, of: "each")
            let tests = fields.map { fieldTests($0, of: kind) } ?? []
            return kind.flatMap { kind in tests.map { .each(kind, $0) } }
        default:
            if problems.count == before {
                report(
                    .badAnchor, at: node,
                    "'from' is first-session, closing, {phase: ...}, {first: ...} or {each: ...}, the last two with 'where'"
                )
            }
            return nil
        }
    }
}

/// When a module is needed, where no condition says it.
private enum NeedWord: String, CaseIterable {
    case always
    case asAgreed = "as-agreed"
}

/// What a duty is counted from, where one word says it.
private enum AnchorWord: String, CaseIterable {
    case firstSession = "first-session"
    case closing
}
