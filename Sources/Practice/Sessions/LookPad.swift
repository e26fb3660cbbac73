import Accounts
import Postgres

/// What a use case notes for the access log while it runs; the gate writes it in the same transaction, so that nothing is
/// seen without an entry.
package final class LookPad: Sendable {
    private struct Notes {
        var target: Look.Target?
        var rows: Int?
        var further: [Look] = []
    }

    private let notes = Guarded(Notes())

    init() {}

    /// Says what the action turned out to be about.
    package func target(_ target: Look.Target) { notes.withLock { $0.target = target } }

    /// Says how many rows it gave.
    package func rows(_ count: Int) { notes.withLock { $0.rows = count } }

    /// Adds a look of its own: at each person of an answer, or one that was refused within it.
    package func add(_ look: Look) { notes.withLock { $0.further.append(look) } }

    /// All that is to be written for an action.
    func looks(_ action: Action, _ admission: Admission) -> [Look] {
        let notes = notes.withLock { $0 }
        let own = Look(
            action, at: notes.target ?? admission.target, as: admission.claim.relation,
            coverFor: admission.claim.coverFor, rows: notes.rows)
        return (Policy.traits(of: action).isLooked ? [own] : []) + notes.further
    }
}
