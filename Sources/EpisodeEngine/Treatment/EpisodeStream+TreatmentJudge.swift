import CivilDate
import Intervention

extension EpisodeStream {
    static func treatmentEvent(
        for command: EpisodeCommand, on day: CivilDate, at facts: EpisodeFacts?, under rules: Rulebook
    ) throws(Refusal) -> EpisodeEvent {
        guard let facts else { throw .notBegun }
        switch command {
        case .join(let participant): return .participantJoined(participant)
        case .leave(let id): return .participantLeft(id)
        case .recordFact(let fact):
            guard let definition = rules.treatment.facts[fact.kind] else { throw .unknownFact(fact.kind) }
            let steps = facts.role(of: fact.about).map { rules.treatment.steps(of: fact, about: $0) }
            return .factRecorded(fact, definition.extent, steps: steps ?? [])
        case .withdrawFact(let id): return .factWithdrawn(id)
        case .startModule(let start): return try event(for: start, on: day, at: facts, under: rules)
        case .finishModule(let finish):
            let run = facts.moduleRuns.first { $0.id == finish.run }
            let aim = run.flatMap { rules.treatment.modules[$0.module]?.doneWhen }
            return .moduleFinished(finish, hasAim: finish.ending == .completed && aim != nil)
        case .countersign(let signature): return .moduleCountersigned(signature)
        case .move(let move):
            // Judged once: what is entered late, a closing among it, is no reason against a move that was made.
            let isOpen = rules.graph.phase(facts.phase)?.kind != .ended
            guard isOpen, move.model == rules.modelVersion, move.settings == rules.settings.version else {
                throw .notMovable
            }
            return .moved(move)
        default: throw .notBegun
        }
    }

    /// Soft gates are asked once, on entry: the event keeps which were not met, and the reason for going on.
    private static func event(
        for start: ModuleStart, on day: CivilDate, at facts: EpisodeFacts, under rules: Rulebook
    ) throws(Refusal) -> EpisodeEvent {
        guard let module = rules.treatment.modules[start.module] else { throw .unknownModule(start.module) }
        let hard = rules.treatment.hardGates(of: start.module).map(\.key)
        if let refusal = obstacle(toStarting: start, on: hard, day, at: facts, under: rules) { throw refusal }
        let context = ConditionContext(facts, about: start.about, under: rules, on: day)
        let unmet = module.gates.filter { $0.strength == .soft && !$0.condition.holds(in: context) }.map(\.key)
        guard unmet.isEmpty || start.override != nil else { throw .gateNeedsReason(start.module, unmet) }
        var start = start
        if unmet.isEmpty { start.override = nil }
        return .moduleStarted(start, on: hard, unmet: unmet)
    }

    /// A reason that was given although nothing stood in the way is not kept.
    static func reasonNotNeeded(by command: EpisodeCommand, _ event: EpisodeEvent) -> [Advisory] {
        guard case .startModule(let asked) = command, asked.override != nil,
            case .moduleStarted(let start, _, _) = event, start.override == nil
        else { return [] }
        return [
            Advisory(
                code: "reason-not-needed",
                sentence: "all gates of the module '\(start.module)' are met, so the reason is not kept"
            )
        ]
    }
}

extension ConditionContext {
    init(_ facts: EpisodeFacts, about subject: FactSubject, under rules: Rulebook, on day: CivilDate) {
        self.init(
            facts, about: subject, settings: rules.settings, trackers: rules.treatment.trackers, on: day
        )
    }
}
