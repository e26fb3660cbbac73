import Intervention
import YAMLFile

extension DeclaredReader {
    /// An instrument. Where the file says nothing else it is an adherence interview that no therapist may hold.
    mutating func readInstrument(_ node: YAMLNode) -> Instrument? {
        guard let values = mapping(node, keys: InstrumentKey.self, of: "an instrument") else { return nil }
        let id = values[.id].flatMap { name($0, of: "id", as: InstrumentID.self) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let measures =
            values[.measures].map { word($0, of: "measures", among: InstrumentPurpose.allCases) } ?? .adherence
        let asked = values[.respondents].flatMap { respondents($0) }
        let byPhase = values[.respondentsByPhase].map { readRespondentsByPhase($0) } ?? [:]
        let therapist =
            values[.therapistMayCollect].map { word($0, of: "therapistMayCollect", among: [Answer.yes, .no]) } ?? .no
        let schedule = readSchedule(values, at: node)
        let items = values[.items].map { whole($0, of: "items") }
        let leastAnswered = values[.leastAnswered].map { parameter($0, of: "leastAnswered") }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let id, let title, let measures, let asked, let byPhase, let therapist, schedule != .some(nil),
            items != .some(nil), leastAnswered != .some(nil), let source
        else { return nil }
        return Instrument(
            id, title, measures: measures, respondents: asked, respondentsByPhase: byPhase,
            therapistMayCollect: therapist == .yes, schedule: schedule ?? nil,
            scoring: ItemScoring(items: items ?? nil, leastAnswered: leastAnswered ?? nil), source: source
        )
    }

    private mutating func respondents(_ node: YAMLNode) -> [Respondent]? {
        list(node, of: "respondents") { reader, entry in
            reader.word(entry, of: "respondent", among: Respondent.allCases)
        }
    }

    /// `{placed: [key-worker]}`.
    private mutating func readRespondentsByPhase(_ node: YAMLNode) -> [PhaseID: [Respondent]]? {
        guard let pairs = node.pairs else {
            report(.wrongKind, at: node, "'respondentsByPhase' has phases and who is asked in each")
            return nil
        }
        var found: [PhaseID: [Respondent]] = [:]
        for (key, value) in pairs {
            let phase = reference(key, of: "respondentsByPhase", as: PhaseID.self, to: .phase)
            let asked = respondents(value)
            guard let phase, let asked else { continue }
            found[phase] = asked
        }
        return found.count == pairs.count ? found : nil
    }

    /// Nil where none is given, nil inside where it is wrong.
    private mutating func readSchedule(_ values: [InstrumentKey: YAMLNode], at node: YAMLNode) -> InterviewSchedule?? {
        switch (values[.firstAfter], values[.every]) {
        case (nil, nil): return nil
        case (let first?, let every?):
            let first = parameter(first, of: "firstAfter")
            let every = parameter(every, of: "every")
            guard let first, let every else { return .some(nil) }
            return InterviewSchedule(firstAfter: first, every: every)
        default:
            report(.badSchedule, at: node, "a schedule has both 'firstAfter' and 'every'")
            return .some(nil)
        }
    }
}
