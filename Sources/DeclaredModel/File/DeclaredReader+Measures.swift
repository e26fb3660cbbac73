import Intervention
import YAMLFile

extension DeclaredReader {
    /// The instruments. The family's own therapist may hold none of them.
    mutating func readInstruments(_ node: YAMLNode) -> [Instrument]? {
        list(node, of: "instruments") { reader, entry in reader.readInstrument(entry) }
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

    private mutating func readInstrument(_ node: YAMLNode) -> Instrument? {
        guard let values = mapping(node, keys: InstrumentKey.self, of: "an instrument") else { return nil }
        let id = values[.id].flatMap { name($0, of: "id", as: InstrumentID.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let respondents = values[.respondents].flatMap {
            list($0, of: "respondents") { reader, entry in
                reader.word(entry, of: "respondent", among: Respondent.allCases)
            }
        }
        let firstAfter = values[.firstAfter].flatMap { parameter($0, of: "firstAfter") }
        let every = values[.every].flatMap { parameter($0, of: "every") }
        let items = values[.items].map { whole($0, of: "items") }
        let leastAnswered = values[.leastAnswered].flatMap { parameter($0, of: "leastAnswered") }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let id, let title, let respondents, let firstAfter, let every, let leastAnswered, let source,
            items != .some(nil)
        else { return nil }
        return Instrument(
            id, title, respondents: respondents, schedule: InterviewSchedule(firstAfter: firstAfter, every: every),
            scoring: ItemScoring(items: items ?? nil, leastAnswered: leastAnswered), source: source
        )
    }

    private mutating func readOutcome(_ node: YAMLNode) -> OutcomeDefinition? {
        guard let values = mapping(node, keys: OutcomeFileKey.self, of: "an outcome") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: OutcomeKey.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let meaning = values[.meaning].flatMap { line($0, of: "meaning") }
        let base = values[.base].flatMap { word($0, of: "base", among: [OutcomeBase.opportunity, .allClosures]) }
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
