import CivilDate
import Intervention

extension EpisodeStream {
    package static func judge(
        _ command: EpisodeCommand, on day: CivilDate, at facts: EpisodeFacts?, under rules: Rulebook
    ) throws(Refusal) -> (event: EpisodeEvent, advisories: [Advisory]) {
        let event = try event(for: command, on: day, at: facts, under: rules)
        var advisories = reasonNotNeeded(by: command, event)
        advisories += try rules.model.review(command, of: facts, with: rules.settings, on: day)
        switch command {
        case .refer(let referral): advisories += try rules.licensing.judge(referral.team, on: day)
        // Before the first session a family that goes to another team begins with that one.
        case .allocate(let allocation) where facts?.startedOn == nil && facts?.assignment?.team != allocation.team:
            advisories += try rules.licensing.judge(allocation.team, on: day)
        default: break
        }
        return (event, advisories)
    }

    package static func rules(_ rules: Rulebook, correcting history: History<EpisodeStream>) -> Rulebook {
        let beginnings = history.standing.compactMap { recorded -> Licensing.Beginning? in
            switch recorded.event {
            case .referred(let referral, _): .init(team: referral.team, day: recorded.occurredOn)
            case .allocated(let allocation): .init(team: allocation.team, day: recorded.occurredOn)
            default: nil
            }
        }
        return rules.knowing(rules.licensing.beside(Set(beginnings)))
    }

    /// An interview is scored by the definition that it was scored by, not by one that the site has loaded since.
    package static func rules(_ rules: Rulebook, replacing event: EpisodeEvent) throws(Refusal) -> Rulebook {
        guard case .interviewRecorded(let judged) = event, let basis = judged.basis else { return rules }
        var rules = rules
        rules.definitions = try rules.definitions.scoring(judged.interview.instrument, by: basis)
        return rules
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
            return .treatmentStarted(first, setting: rules.graph.phase(first)?.setting)
        case .enterPhase(let id):
            guard let phase = rules.graph.phase(id) else { throw .unknownPhase(id) }
            return .phaseEntered(id, setting: phase.setting)
        case .plan(let step):
            guard rules.graph.phase(step.phase) != nil else { throw .unknownPhase(step.phase) }
            guard step.plannedOn >= day else { throw .plannedBeforePlanning(step.plannedOn) }
            return .stepPlanned(step)
        case .recordContact(let contact): return .contactRecorded(contact)
        case .recordInterview(let interview):
            return .interviewRecorded(try JudgedInterview(judging: interview, on: day, under: rules))
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
            return .followedUp(followUp, window: rules.settings.followUpWindow)
        case .join, .leave, .recordFact, .withdrawFact, .startModule, .finishModule, .countersign, .move:
            return try treatmentEvent(for: command, on: day, at: facts, under: rules)
        }
    }

    private static func check(_ outcomes: [OutcomeKey: Answer], under rules: Rulebook) throws(Refusal) {
        if let unknown = outcomes.keys.filter({ !rules.outcomes.contains($0) }).min() {
            throw .unknownOutcome(unknown)
        }
    }
}
