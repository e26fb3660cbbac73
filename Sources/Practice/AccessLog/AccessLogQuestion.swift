import Accounts
import CivilDate
import Intervention

/// Which looks somebody wants to see, in the words of a site. What is nil does not matter.
package struct AccessLogQuestion: Hashable, Sendable {
    /// What was looked at.
    package enum Subject: Hashable, Sendable {
        /// An episode, by the site's reference.
        case episode(EpisodeRef)
        /// A child, and the child's episodes.
        case child(ChildNaming)
        /// A child or another person by id, and the episodes that they take part in; they may be on record no more.
        case person(PersonID)
    }

    /// By whom.
    package var account: AccountCode?
    /// At what.
    package var subject: Subject?
    /// What was done.
    package var action: Action?
    /// Whether it was seen or refused.
    package var outcome: Look.Outcome?
    /// From this day on: at the site, of the network in UTC.
    package var from: CivilDate?
    /// Through this day.
    package var through: CivilDate?
    /// Only what was opened in an emergency, and seen by that.
    package var onlyBreakGlass = false
    /// After this place: how a long answer is read in parts.
    package var after: Arrival?
    /// How many looks a part has at most; no part has more than ``AccessLogPart/mostLooks``.
    package var atMost = AccessLogPart.mostLooks

    /// Everything.
    package init() {}

    /// How many looks a part has at most, as far as a part may have so many.
    var most: Int { min(max(atMost, 1), AccessLogPart.mostLooks) }

    /// The question as the store's filter, without what was looked at.
    /// - Parameter midnight: the instant at which a day begins.
    func filter(_ midnight: (CivilDate) -> Instant) -> LookFilter {
        var filter = LookFilter()
        (filter.account, filter.action, filter.outcome) = (account, action, outcome)
        filter.onlyBreakGlass = onlyBreakGlass
        filter.from = from.map(midnight)
        filter.until = through.map { midnight($0.adding(days: 1)) }
        if let after { filter.after = after }
        return filter
    }
}

/// A part of the access log, in the order in which looks arrived.
package struct AccessLogPart: Hashable, Sendable {
    /// How many looks a part has at most.
    package static let mostLooks = 1000

    /// The looks.
    package let looks: [LookEntry]
    /// What to ask for next with `after`; nil when there is no more.
    package let next: Arrival?

    /// - Parameter found: one more than a part has, if there is one.
    init(_ found: [LookEntry], atMost most: Int) {
        looks = Array(found.prefix(most))
        next = found.count > most ? looks.last?.arrival : nil
    }
}
