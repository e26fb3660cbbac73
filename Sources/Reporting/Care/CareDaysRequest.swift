import CivilDate

/// A question to the report of days in care.
package struct CareDaysRequest: Hashable, Sendable {
    /// Whose children.
    package let scope: ReportScope
    /// The days that are asked for.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The time of knowledge: days after its own have not happened yet.
    package let moment: Instant

    /// A question.
    /// - Parameter now: the time that `knownAt` is compared with.
    /// - Throws: ``ReportFault`` for a period that ends before it begins, and for a time of knowledge to come.
    package init(
        scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil, now: Instant
    ) throws(ReportFault) {
        let common = try IndicatorRequest(scope: scope, from: from, through: through, knownAt: knownAt, now: now)
        self.scope = common.scope
        period = common.period
        self.knownAt = common.knownAt
        moment = knownAt ?? now
    }
}

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
