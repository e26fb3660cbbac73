import CivilDate
import EpisodeEngine
import Intervention

/// A history that is tried out on the engine.
package struct Trial<Stream: EventStream>: Sendable where Stream.Event: Correctable {
    let rules: Stream.Rules
    let today: CivilDate
    /// The history so far.
    package private(set) var history = History<Stream>()
    /// The steps that the engine accepted.
    package private(set) var steps: [RandomStep<Stream>] = []
    /// The events that they became, corrections among them, in order of entry.
    package private(set) var entered: [Recorded<Stream.Event>] = []

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
            let event = Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event)
            history.apply(event)
            entered.append(event)
            steps.append(step)
            return true
        } catch {
            return false
        }
    }
}
