import CivilDate
import Intervention

extension EpisodeStream {
    package static func judge(
        _ command: EpisodeCommand, on day: CivilDate, at facts: EpisodeFacts?, under rules: Rulebook
    ) throws(Refusal) -> (event: EpisodeEvent, advisories: [Advisory]) {
        let event = try event(for: command, on: day, at: facts, under: rules)
        return (event, try rules.model.review(command, of: facts, with: rules.settings, on: day))
    }

    private static func event(
        for command: EpisodeCommand, on day: CivilDate, at facts: EpisodeFacts?, under rules: Rulebook
    ) throws(Refusal) -> EpisodeEvent {
        switch command {
        case .refer(let referral):
            guard referral.model == rules.modelID else { throw .modelChanged }
            return .referred(referral, rules.modelVersion)
        case .screen(let screening): return .screened(screening)
        case .allocate(let allocation): return .allocated(allocation)
        case .startTreatment:
            guard let first = rules.graph.target(from: .accepted, by: .start) else {
                throw .illegalStep(.start, from: facts?.phase ?? .referred)
            }
            return .treatmentStarted(first)
        case .enterPhase(let phase):
            guard rules.graph.phase(phase) != nil else { throw .unknownPhase(phase) }
            return .phaseEntered(phase)
        case .plan(let step):
            guard rules.graph.phase(step.phase) != nil else { throw .unknownPhase(step.phase) }
            guard step.plannedOn >= day else { throw .plannedBeforePlanning(step.plannedOn) }
            return .stepPlanned(step)
        case .recordContact(let contact): return .contactRecorded(contact)
        case .recordInterview(let interview):
            return .interviewRecorded(try judge(interview, under: rules))
        case .close(let closing):
            guard let group = rules.closureGroups[closing.reason] else {
                throw .unknownClosureReason(closing.reason)
            }
            try check(closing.outcomes, under: rules)
            return .closed(closing, group, interviewExpectedFrom: rules.interviewExpectedFrom)
        case .followUp(let followUp):
            guard followUp.status == .collected || followUp.outcomes.isEmpty else {
                throw .answerDoesNotMatchResult
            }
            try check(followUp.outcomes, under: rules)
            return .followedUp(followUp)
        }
    }

    private static func check(_ outcomes: [OutcomeKey: Answer], under rules: Rulebook) throws(Refusal) {
        if let unknown = outcomes.keys.filter({ !rules.outcomes.contains($0) }).min() {
            throw .unknownOutcome(unknown)
        }
    }

    private static func judge(
        _ interview: Interview, under rules: Rulebook
    ) throws(Refusal) -> JudgedInterview {
        guard let rule = rules.instruments[interview.instrument] else {
            throw .unknownInstrument(interview.instrument)
        }
        let isCompleted = interview.result == .completed
        guard isCompleted == (interview.response != nil), !isCompleted || interview.respondent != nil else {
            throw .answerDoesNotMatchResult
        }
        var judged = JudgedInterview(
            interview: interview, score: nil, flaws: [], threshold: rules.threshold,
            therapistMayCollect: rule.therapistMayCollect
        )
        guard isCompleted else { return judged }
        judged.score = try score(of: interview.response, under: rule)
        if judged.score == nil { judged.flaws.append(.tooFewItems) }
        if let respondent = interview.respondent, !rule.respondents.contains(respondent) {
            judged.flaws.append(.respondentNotAsked)
        }
        judged.flaws.sort()
        return judged
    }

    /// The score, or nil when too few items were answered.
    private static func score(
        of response: Interview.Response?, under rule: Rulebook.InstrumentRule
    ) throws(Refusal) -> AdherenceScore? {
        switch response {
        case nil: return nil
        case .score(let score): return score
        case .items(let items):
            if let wanted = rule.items, wanted != items.count {
                throw .wrongNumberOfItems(given: items.count, wanted: wanted)
            }
            let answered = items.count { $0 != .notAnswered }
            let isEnough =
                Int64(answered) * AdherenceScore.whole >= rule.leastAnswered.billionths * Int64(items.count)
            guard isEnough else { return nil }
            return AdherenceScore(counted: items.count { $0 == .one }, ofAnswered: answered)
        }
    }
}
