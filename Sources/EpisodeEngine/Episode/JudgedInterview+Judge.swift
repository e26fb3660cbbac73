import CivilDate
import Intervention

extension JudgedInterview {
    /// An interview as the rules of the day see it.
    init(judging interview: Interview, on day: CivilDate, under rules: Rulebook) throws(Refusal) {
        guard let rule = rules.instruments[interview.instrument] else {
            throw .unknownInstrument(interview.instrument)
        }
        let isCompleted = interview.result == .completed
        guard isCompleted == (interview.response != nil), !isCompleted || interview.respondent != nil else {
            throw .answerDoesNotMatchResult
        }
        self.init(
            interview: interview, score: nil, flaws: [], threshold: rules.threshold,
            therapistMayCollect: rule.therapistMayCollect
        )
        guard isCompleted else { return }
        let definition = rules.definitions[interview.instrument]
        score = try JudgedInterview.score(of: interview, by: rule, definition)
        if case .items = interview.response { basis = definition.map { .definition($0.version) } ?? .instrument }
        if score == nil { flaws.append(.tooFewItems) }
        if let respondent = interview.respondent {
            if rule.asks(respondent) {
                unaskedPhases = rule.phases(withoutAsking: respondent)
            } else {
                flaws.append(.respondentNotAsked)
            }
        }
        if !rule.therapistMayCollect, case .staff(let code) = interview.collector {
            collectorTeams = rules.therapists.teams(of: code, on: day)
        }
        flaws.sort()
    }

    /// The score, or nil when too few items were answered.
    private static func score(
        of interview: Interview, by rule: InstrumentRule, _ definition: InstrumentDefinition?
    ) throws(Refusal) -> AdherenceScore? {
        switch interview.response {
        case nil: nil
        case .score(let score): score
        case .items(let items): try rule.score(of: items, by: definition)
        }
    }
}
