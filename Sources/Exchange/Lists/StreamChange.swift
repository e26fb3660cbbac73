import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// What is asked of a stream: a correction of what stands, then entries of what is new.
struct StreamChange<Stream: StoredStream> {
    /// What stands and did not happen so.
    var replacements: [Correction<Stream.Command>.Replacement] = []
    /// What stands and did not happen.
    var withdrawals: [StreamSeq] = []
    /// What happened and does not stand yet, in order.
    var entries: [Engine.Entry<Stream.Command>] = []

    /// Whether nothing is asked.
    var isEmpty: Bool { !needsCorrection && entries.isEmpty }

    /// Whether something that stands did not happen so.
    var needsCorrection: Bool { !replacements.isEmpty || !withdrawals.isEmpty }

    /// The correction that is asked for.
    func correction(because narrative: NarrativeReference?) -> Correction<Stream.Command> {
        Correction(
            cause: .fileImport, narrative: narrative, replacements: replacements, withdrawals: withdrawals
        )
    }

    /// Asks for something more.
    mutating func add(_ other: StreamChange) {
        replacements += other.replacements
        withdrawals += other.withdrawals
        entries += other.entries
    }

    /// Asks the engine, and applies what it decides to the history.
    /// - Returns: what the rules have to say.
    func decide(
        on history: inout History<Stream>, under rules: Stream.Rules, today: CivilDate
    ) throws(Refusal) -> [Advisory] {
        var decided = history
        var advice: [Advisory] = []
        if needsCorrection {
            let decision = try Engine.decide(
                correction(because: nil), after: decided, under: rules, today: today
            )
            advice += decision.advisories
            decided.apply(decision)
        }
        if !entries.isEmpty {
            for decision in try Engine.decide(entries, after: decided, under: rules, today: today) {
                advice += decision.advisories
                decided.apply(decision)
            }
        }
        history = decided
        return advice
    }
}

extension History {
    fileprivate mutating func apply(_ decision: Decision<Stream.Event>) {
        apply(Recorded(seq: head.next, occurredOn: decision.occurredOn, event: decision.event))
    }
}
