/// What a job does about dates that passed while nothing ran: every one ends as run, or as skipped with the reason.
package enum CatchUp: Hashable, Sendable {
    /// Each is done, the oldest first; those further back than so many days before the newest are skipped.
    case all(atMostDays: Int)
    /// Only the newest is done, for what it makes is news; the others are skipped.
    case newest
    /// A date whose own day has passed is skipped.
    case none

    /// The policy in words, for lists.
    package var sentence: String {
        switch self {
        case .all(let days): "every missed date of the last \(days) days is done, the oldest first"
        case .newest: "of missed dates only the newest is done"
        case .none: "a missed date is not done"
        }
    }
}
