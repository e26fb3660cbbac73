import CivilDate

/// The days of a period that have happened.
struct CareWindow: Hashable, Sendable {
    /// The first day that counts.
    let from: CivilDate
    /// The first day that no longer counts; the same as `from` when no day has happened yet.
    let end: CivilDate
    /// Whether days of the period lie ahead.
    let isCut: Bool

    /// - Parameter today: the day it is at the time of knowledge; it counts.
    init(_ period: CivilPeriod, today: CivilDate) {
        from = period.from
        end = max(period.from, min(period.halfOpenEnd, today.adding(days: 1)))
        isCut = end < period.halfOpenEnd
    }

    /// How many days count.
    var dayCount: Int { from.days(until: end) }

    /// The last day that counts; nil when none does.
    var through: CivilDate? { dayCount > 0 ? end.adding(days: -1) : nil }
}
