import CivilDate
import Intervention

extension EpisodeStream {
    static func treatmentObstacle(
        to event: EpisodeEvent, on day: CivilDate, at facts: EpisodeFacts, under rules: Rulebook
    ) -> Refusal? {
        switch event {
        case .participantJoined(let participant):
            return phase(.accepted, orTreatmentFor: event, facts, rules.graph)
                ?? obstacle(toJoining: participant, facts)
        case .participantLeft(let id):
            // On a day, who leaves does so before others join: nobody leaves on the day of joining.
            return phase(.accepted, orTreatmentFor: event, facts, rules.graph)
                ?? absence(of: .participant(id), on: day, in: facts)
        case .factRecorded(let fact, _, let steps):
            // What becomes known after the closing is recorded all the same.
            let early = facts.closing == nil ? phase(.accepted, orTreatmentFor: event, facts, rules.graph) : nil
            return early ?? obstacle(toRecording: fact, steps, on: day, at: facts, under: rules)
        case .factWithdrawn(let id):
            guard let dated = facts.facts.last(where: { $0.fact.id == id }), dated.extent == .interval,
                dated.until == nil, dated.from < day
            else { return .notWithdrawable(id) }
            return nil
        case .moduleStarted(let start, let hard, _):
            return phase(.accepted, orTreatmentFor: event, facts, rules.graph)
                ?? obstacle(toStarting: start, on: hard, day, at: facts, under: rules)
        case .moduleFinished(let finish, let hasAim):
            return phase(.accepted, orTreatmentFor: event, facts, rules.graph)
                ?? obstacle(toFinishing: finish, hasAim: hasAim, on: day, at: facts, under: rules)
        case .moduleCountersigned(let signature):
            let run = facts.moduleRuns.last { $0.id == signature.run }
            return run?.needsSignature == true ? nil : .noSignatureOwed(signature.run)
        default: return nil
        }
    }

    private static func obstacle(toJoining participant: Participant, _ facts: EpisodeFacts) -> Refusal? {
        guard participant.role.isAdded else { return .roleNotAdded(participant.role) }
        guard participant.child != facts.referral.child else { return .roleNotAdded(.index) }
        let isThere = facts.participants.contains { spell in
            let other = spell.participant
            // Who left may come back, as the same.
            if other.id == participant.id { return spell.until == nil || other != participant }
            return spell.until == nil && other.child != nil && other.child == participant.child
        }
        return isThere ? .recordedAlready(.participantJoined) : nil
    }

    /// Why nobody of that id takes part on the day, or nil.
    static func absence(of subject: FactSubject, on day: CivilDate, in facts: EpisodeFacts) -> Refusal? {
        guard case .participant(let id) = subject else { return nil }
        let isThere = facts.participants.contains { $0.participant.id == id && $0.lasts(on: day) }
        return isThere ? nil : .unknownParticipant
    }

    /// The hard gates that a module began on are asked again, so that nobody can take away by a correction what a
    /// stated rule demands. Gates that the model did not have when it began are not: a newer version changes no
    /// beginning.
    static func obstacle(
        toStarting start: ModuleStart, on hard: [GateKey], _ day: CivilDate, at facts: EpisodeFacts,
        under rules: Rulebook
    ) -> Refusal? {
        guard let module = rules.treatment.modules[start.module] else { return .unknownModule(start.module) }
        if let absence = absence(of: start.about, on: day, in: facts) { return absence }
        guard let role = facts.role(of: start.about), module.about.contains(role) else {
            return .moduleNotFor(start.module)
        }
        let isThere = facts.moduleRuns.contains { run in
            run.id == start.run || run.module == start.module && run.about == start.about && run.until == nil
        }
        guard !isThere else { return .recordedAlready(.moduleStarted) }
        let context = ConditionContext(facts, about: start.about, under: rules, on: day)
        return rules.treatment.hardGates(of: start.module)
            .first { hard.contains($0.key) && !$0.condition.holds(in: context) }
            .map { .gateClosed(start.module, $0.key, saying: $0.title) }
    }

    private static func obstacle(
        toFinishing finish: ModuleFinish, hasAim: Bool, on day: CivilDate, at facts: EpisodeFacts,
        under rules: Rulebook
    ) -> Refusal? {
        guard let run = facts.moduleRuns.last(where: { $0.id == finish.run }), run.until == nil else {
            return .notRunning(finish.run)
        }
        guard hasAim, let aim = rules.treatment.modules[run.module]?.doneWhen else { return nil }
        let context = ConditionContext(facts, about: run.about, under: rules, on: day)
        return aim.holds(in: context) ? nil : .notDone(run.module)
    }
}
