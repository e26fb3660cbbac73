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

    /// What the rules have to say of a change.
    struct Advice {
        /// Of the correction.
        var correction: [Advisory] = []
        /// Of each entry.
        var entries: [[Advisory]] = []

        /// All of it.
        var all: [Advisory] { correction + entries.joined() }
    }

    /// Asks the engine, and applies what it decides to the history.
    func decide(
        on history: inout History<Stream>, under rules: Stream.Rules, today: CivilDate
    ) throws(Refusal) -> Advice {
        var decided = history
        var advice = Advice()
        if needsCorrection {
            let decision = try Engine.decide(
                correction(because: nil), after: decided, under: rules, today: today
            )
            advice.correction = decision.advisories
            decided.apply([decision])
        }
        if !entries.isEmpty {
            let decisions = try Engine.decide(entries, after: decided, under: rules, today: today)
            advice.entries = decisions.map(\.advisories)
            decided.apply(decisions)
        }
        history = decided
        return advice
    }
}

extension History {
    fileprivate mutating func apply(_ decisions: [Decision<Stream.Event>]) {
        var seq = head
        apply(
            decisions.map { decision in
                seq = seq.next
                return Recorded(seq: seq, occurredOn: decision.occurredOn, event: decision.event)
            })
    }
}
