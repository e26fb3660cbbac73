import CivilDate
import EpisodeEngine
import Intervention

/// A step that a random history takes.
package enum RandomStep<Stream: EventStream>: Sendable {
    /// Something is recorded.
    case record(Engine.Entry<Stream.Command>)
    /// Something is corrected.
    case correct(Correction<Stream.Command>)
}

/// A history that is tried out on the engine.
struct Trial<Stream: EventStream> where Stream.Event: Correctable {
    let rules: Stream.Rules
    let today: CivilDate
    private(set) var history = History<Stream>()
    private(set) var steps: [RandomStep<Stream>] = []

    init(rules: Stream.Rules, today: CivilDate) {
        self.rules = rules
        self.today = today
    }

    /// Takes a step that the engine accepts; false when it does not.
    mutating func take(_ step: RandomStep<Stream>) -> Bool {
        do throws(Refusal) {
            let decision =
                switch step {
                case .record(let entry):
                    try Engine.decide(entry.command, on: entry.on, after: history, under: rules, today: today)
                case .correct(let correction):
                    try Engine.decide(correction, after: history, under: rules, today: today)
                }
            history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
            steps.append(step)
            return true
        } catch {
            return false
        }
    }
}
