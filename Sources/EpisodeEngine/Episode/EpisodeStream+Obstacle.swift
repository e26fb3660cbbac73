import CivilDate
import Intervention

extension EpisodeStream {
    package static func obstacle(
        to event: EpisodeEvent, on day: CivilDate, at facts: EpisodeFacts?, beginning: CivilDate?,
        under rules: Rulebook
    ) -> Refusal? {
        guard let facts else {
            if case .referred = event { return nil }
            return beginning.map { .beforeBeginning(day, began: $0) } ?? .notBegun
        }
        let graph = rules.graph
        switch event {
        case .referred: return .alreadyBegun
        case .screened(let screening):
            guard facts.decision == nil else { return .alreadyDecided }
            return step(screening.verdict.kind, to: screening.verdict.phase, from: facts, in: graph)
        case .treatmentStarted(let phase, _): return step(.start, to: phase, from: facts, in: graph)
        case .closed: return step(.close, to: .closed, from: facts, in: graph)
        case .phaseEntered(let phase, _):
            guard graph.allows(from: facts.phase, to: phase, by: .advance) else {
                return .illegalPhase(phase, from: facts.phase)
            }
            return nil
        // Somebody holds the papers also of a declined or closed episode; figures ask who had it on their own day.
        case .allocated, .corrected: return nil
        case .stepPlanned(let step):
            let isLegal = graph.steps.contains { $0.from == facts.phase && $0.to == step.phase }
            return phase(.accepted, orTreatmentFor: event, facts, graph)
                ?? (isLegal ? nil : .illegalPhase(step.phase, from: facts.phase))
        case .contactRecorded(let contact):
            guard !facts.contacts.contains(where: { $0.contact.id == contact.id }) else {
                return .recordedAlready(event.name)
            }
            return graph.phase(facts.phase)?.kind == .ended ? .wrongPhase(event.name, facts.phase) : nil
        case .interviewRecorded(let judged):
            // The referral may have been corrected to another model since.
            guard rules.instruments[judged.interview.instrument] != nil else {
                return .unknownInstrument(judged.interview.instrument)
            }
            guard !facts.interviews.contains(where: { $0.interview.id == judged.interview.id }) else {
                return .recordedAlready(event.name)
            }
            return phase(.accepted, orTreatmentFor: event, facts, graph)
        case .followedUp(let followUp, _): return obstacle(to: followUp, on: day, at: facts)
        case .participantJoined, .participantLeft, .factRecorded, .factWithdrawn, .moduleStarted, .moduleFinished,
            .moduleCountersigned, .moved:
            return treatmentObstacle(to: event, on: day, at: facts, under: rules)
        }
    }

    /// What was collected outside its window settles nothing: the follow-up of that month is still to come, or missed.
    private static func obstacle(to followUp: FollowUp, on day: CivilDate, at facts: EpisodeFacts) -> Refusal? {
        guard facts.closing != nil else { return .wrongPhase(.followedUp, facts.phase) }
        guard facts.startedOn != nil else { return .neverStarted }
        let isSettled = facts.followUps.contains {
            $0.followUp.month == followUp.month
                && ($0.followUp.status == .collected && $0.isInWindow || $0.on == day)
        }
        return isSettled ? .recordedAlready(.followedUp) : nil
    }

    /// A move is the ground that later decisions stand on: an episode that should not have moved moves back.
    package static func isFixed(_ name: EventName) -> Bool { name == .episodeMoved }

    package static func obstacle(
        to correction: Correction<EpisodeCommand>, of facts: EpisodeFacts
    ) -> Refusal? {
        for replacement in correction.replacements {
            guard case .refer(let referral) = replacement.command, referral.model != facts.referral.model else {
                continue
            }
            if facts.startedOn != nil || facts.closing != nil { return .modelChanged }
        }
        return nil
    }

    private static func step(
        _ kind: PhaseStep.Kind, to phase: PhaseID, from facts: EpisodeFacts, in graph: PhaseGraph
    ) -> Refusal? {
        graph.allows(from: facts.phase, to: phase, by: kind) ? nil : .illegalStep(kind, from: facts.phase)
    }

    static func phase(
        _ other: PhaseID, orTreatmentFor event: EpisodeEvent, _ facts: EpisodeFacts, _ graph: PhaseGraph
    ) -> Refusal? {
        guard facts.phase != other, graph.phase(facts.phase)?.kind != .treatment else { return nil }
        return .wrongPhase(event.name, facts.phase)
    }
}

extension Screening.Verdict {
    var kind: PhaseStep.Kind {
        switch self {
        case .accepted: .accept
        case .declined: .decline
        }
    }

    var phase: PhaseID {
        switch self {
        case .accepted: .accepted
        case .declined: .declined
        }
    }
}

extension EpisodeCommand: StreamCommand {
    package var eventName: EventName {
        switch self {
        case .refer: .referred
        case .screen: .screened
        case .allocate: .allocated
        case .startTreatment: .treatmentStarted
        case .enterPhase: .phaseEntered
        case .plan: .stepPlanned
        case .recordContact: .contactRecorded
        case .recordInterview: .interviewRecorded
        case .close: .closed
        case .followUp: .followedUp
        case .join: .participantJoined
        case .leave: .participantLeft
        case .recordFact: .factRecorded
        case .withdrawFact: .factWithdrawn
        case .startModule: .moduleStarted
        case .finishModule: .moduleFinished
        case .countersign: .moduleCountersigned
        case .move: .episodeMoved
        }
    }

    package var bringsRules: Bool {
        guard case .move = self else { return false }
        return true
    }
}
