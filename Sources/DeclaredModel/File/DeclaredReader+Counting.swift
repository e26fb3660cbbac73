import Intervention
import YAMLFile

extension DeclaredReader {
    /// The figures of the model's own.
    mutating func readCountedMeasures(_ node: YAMLNode) -> [Measure]? {
        list(node, of: "measures") { reader, entry in reader.readMeasure(entry) }
    }

    private mutating func readMeasure(_ node: YAMLNode) -> Measure? {
        guard let values = mapping(node, keys: MeasureFileKey.self, of: "a measure") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: MeasureKey.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let meaning = values[.meaning].flatMap { line($0, of: "meaning") }
        let base = values[.over].flatMap { word($0, of: "over", among: MeasureBase.allCases) }
        let counts = values[.counting].flatMap { readCount($0) }
        let unknowns =
            values[.unknowns].map { word($0, of: "unknowns", among: Measure.Unknowns.allCases) } ?? .apart
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let key, let title, let meaning, let base, let counts, let unknowns, let source else { return nil }
        return Measure(
            key, title, meaning: meaning, over: base, counting: counts, unknowns: unknowns, source: source)
    }

    /// `started`, `moved-home`, `{placedAgain: ...}`, `{outcome: ...}` with or without `months`, `{happened: ...}` with
    /// or without `where`, `{turned: ..., from: ..., to: ...}` with or without `provision`, or `{children: ...,
    /// field: ...}`.
    private mutating func readCount(_ node: YAMLNode) -> MeasureCount? {
        guard node.form != .text else {
            switch word(node, of: "counting", among: CountWord.allCases) {
            case .started: return .started
            case .movedHome: return .movedHome
            case nil: return nil
            }
        }
        let before = problems.count
        guard let values = mapping(node, keys: CountFileKey.self, of: "'counting'") else { return nil }
        if let count = readCount(values) { return count }
        if problems.count == before {
            report(
                .badCount, at: node,
                "'counting' is started, moved-home, {placedAgain: ...}, {outcome: ...}, {outcome: ..., months: 6}, "
                    + "{happened: ...}, {turned: ..., from: ..., to: ...} or {children: ..., field: ...}")
        }
        return nil
    }

    private mutating func readCount(_ values: [CountFileKey: YAMLNode]) -> MeasureCount? {
        switch Set(values.keys) {
        case [.outcome]: return values[.outcome].flatMap { outcome($0) }.map { .outcome($0) }
        case [.outcome, .months]:
            let key = values[.outcome].flatMap { outcome($0) }
            let month = values[.months].flatMap { followUpMonth($0) }
            return key.flatMap { key in month.map { .followUp(key, $0) } }
        case [.placedAgain]:
            return values[.placedAgain].flatMap { fact($0, of: "placedAgain") }.map { .placedAgain($0) }
        case [.happened], [.happened, .where]:
            let kind = values[.happened].flatMap { fact($0, of: "happened") }
            let fields = values[.where].map { fieldTests($0, of: kind) } ?? []
            return kind.flatMap { kind in fields.map { .happened(kind, $0) } }
        case [.turned, .from, .to], [.turned, .from, .to, .provision]:
            let kind = values[.turned].flatMap { fact($0, of: "turned") }
            let from = values[.from].flatMap { fieldTests($0, of: kind) }
            let to = values[.to].flatMap { fieldTests($0, of: kind) }
            let provision = values[.provision].map { provisionStatus($0, of: kind) } ?? .some(nil)
            guard let kind, let from, let to, let provision else { return nil }
            return .turned(kind, from: from, to: to, provision: provision)
        case [.children, .field]:
            let kind = values[.children].flatMap { fact($0, of: "children") }
            let field = values[.field].flatMap {
                reference($0, of: "field", as: FieldKey.self, to: .field, in: [kind?.text ?? ""])
            }
            return kind.flatMap { kind in field.map { .children(kind, $0) } }
        default: return nil
        }
    }

    /// What provision by social care says beside a fact; nil, with a problem, when it cannot be read.
    private mutating func provisionStatus(_ node: YAMLNode, of fact: FactKind?) -> ProvisionStatus?? {
        guard let values = mapping(node, keys: ProvisionFileKey.self, of: "'provision'") else { return nil }
        let owner = [fact?.text ?? ""]
        let kind = values[.kind].flatMap { word($0, of: "kind", among: ProvisionKind.allCases) }
        let field = values[.field].flatMap { reference($0, of: "field", as: FieldKey.self, to: .field, in: owner) }
        let path = owner + [field?.text ?? ""]
        let words = [ProvisionFileKey.during, .after, .inCare].map { key in
            values[key].flatMap { reference($0, of: key.rawValue, as: ChoiceCode.self, to: .word, in: path) }
        }
        guard let kind, let field, let during = words[0], let after = words[1], let inCare = words[2] else {
            return nil
        }
        return ProvisionStatus(kind, field: field, during: during, after: after, inCare: inCare)
    }

    private mutating func outcome(_ node: YAMLNode) -> OutcomeKey? {
        reference(node, of: "outcome", as: OutcomeKey.self, to: .outcome)
    }

    private mutating func followUpMonth(_ node: YAMLNode) -> FollowUpMonth? {
        guard let number = whole(node, of: "months") else { return nil }
        guard let month = FollowUpMonth(rawValue: number) else {
            let all = FollowUpMonth.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
            report(.badNumber, at: node, "follow-ups are held after \(all) months, not \(number)")
            return nil
        }
        return month
    }
}

/// What a measure counts, where one word says it.
private enum CountWord: String, CaseIterable {
    case started
    case movedHome = "moved-home"
}
