import Intervention
import YAMLFile

extension DeclaredReader {
    /// The instruments.
    mutating func readInstruments(_ node: YAMLNode) -> [Instrument]? {
        list(node, of: "instruments") { reader, entry in reader.readInstrument(entry) }
    }

    /// The training that staff need.
    mutating func readTrainings(_ node: YAMLNode) -> [TrainingRequirement]? {
        list(node, of: "trainings") { reader, entry in reader.readTraining(entry) }
    }

    /// The outcomes asked at closing and follow-up.
    mutating func readOutcomes(_ node: YAMLNode) -> [OutcomeDefinition]? {
        list(node, of: "outcomes") { reader, entry in reader.readOutcome(entry) }
    }

    /// The closure reasons, each with its group.
    mutating func readReasons(_ node: YAMLNode) -> [ClosureReason]? {
        list(node, of: "closureReasons") { reader, entry in reader.readReason(entry) }
    }

    /// The aims.
    mutating func readTargets(_ node: YAMLNode) -> [IndicatorTarget]? {
        list(node, of: "targets") { reader, entry in reader.readTarget(entry) }
    }

    private mutating func readTraining(_ node: YAMLNode) -> TrainingRequirement? {
        guard let values = mapping(node, keys: TrainingKey.self, of: "a training") else { return nil }
        let kind = values[.kind].flatMap { name($0, of: "kind", as: TrainingKind.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let roles = values[.roles].flatMap { node in
            oneOrMore(node, of: "roles") { reader, entry in
                reader.word(entry, of: "role", among: StaffRole.allCases)
            }
        }
        let deadline = values[.by].flatMap { readDeadline($0) }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let kind, let title, let roles, let deadline, let source else { return nil }
        return TrainingRequirement(kind, title, of: Set(roles), by: deadline, source: source)
    }

    /// `first-case`, or the parameter with the months: `{months: supervisor-trained-within}`.
    private mutating func readDeadline(_ node: YAMLNode) -> TrainingRequirement.Deadline? {
        guard node.form != .text else {
            return word(node, of: "by", among: DeadlineWord.allCases).map { _ in .firstCase }
        }
        guard let values = mapping(node, keys: DeadlineKey.self, of: "'by'") else { return nil }
        return values[.months].flatMap { parameter($0, of: "months") }.map { .months($0) }
    }

    private mutating func readOutcome(_ node: YAMLNode) -> OutcomeDefinition? {
        guard let values = mapping(node, keys: OutcomeFileKey.self, of: "an outcome") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: OutcomeKey.self, to: .outcome) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let meaning = values[.meaning].flatMap { line($0, of: "meaning") }
        let base = values[.base].flatMap { word($0, of: "base", among: OutcomeBase.allCases) }
        let role = values[.role].map { word($0, of: "role", among: OutcomeRole.allCases) }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let key, let title, let meaning, let base, role != .some(nil), let source else { return nil }
        return OutcomeDefinition(
            key, title, meaning: meaning, base: base, role: (role ?? nil) ?? .ultimate, source: source)
    }

    private mutating func readReason(_ node: YAMLNode) -> ClosureReason? {
        guard let values = mapping(node, keys: ReasonKey.self, of: "a closure reason") else { return nil }
        let id = values[.id].flatMap { name($0, of: "id", as: ClosureReasonID.self) }
        let group = values[.group].flatMap { word($0, of: "group", among: ClosureGroup.allCases) }
        let title = values[.title].flatMap { line($0, of: "title") }
        guard let id, let group, let title else { return nil }
        return ClosureReason(id, group, title)
    }

    /// A target has one of `atLeast` and `below`, or both of `from` and `to`.
    private mutating func readTarget(_ node: YAMLNode) -> IndicatorTarget? {
        guard let values = mapping(node, keys: TargetKey.self, of: "a target") else { return nil }
        let indicator = values[.indicator].flatMap { word($0, of: "indicator", among: Indicator.allCases) }
        if let indicator, let node = values[.indicator] {
            names.give(indicator.rawValue, to: nil, at: node.place)
        }
        let comparison: IndicatorTarget.Comparison?
        switch (values[.atLeast], values[.below], values[.from], values[.to]) {
        case (let least?, nil, nil, nil): comparison = parameter(least, of: "atLeast").map { .atLeast($0) }
        case (nil, let below?, nil, nil): comparison = parameter(below, of: "below").map { .below($0) }
        case (nil, nil, let low?, let high?):
            let from = parameter(low, of: "from")
            let to = parameter(high, of: "to")
            comparison = from.flatMap { from in to.map { .between(from, $0) } }
        default:
            report(.badTarget, at: node, "a target has 'atLeast', or 'below', or both 'from' and 'to'")
            return nil
        }
        guard let indicator, let comparison else { return nil }
        return IndicatorTarget(indicator, comparison)
    }
}

/// By when training is completed, where one word says it.
private enum DeadlineWord: String, CaseIterable {
    case firstCase = "first-case"
}
