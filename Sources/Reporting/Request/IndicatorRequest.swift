import CivilDate

/// A question to the programme's indicator table, or to the report of referrals.
package struct IndicatorRequest: Hashable, Sendable {
    /// What it is about.
    package let scope: ReportScope
    /// The days that count: closings by the day of closing, decisions by the day of decision.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The time of knowledge: what falls due later is not due yet.
    package let moment: Instant

    /// A question.
    /// - Parameter now: the time that `knownAt` is compared with.
    /// - Throws: ``ReportFault`` for a period that ends before it begins, and for a time of knowledge to come.
    package init(
        scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil, now: Instant
    ) throws(ReportFault) {
        guard let period = CivilPeriod(from: from, through: through) else {
            throw .periodReversed(from: from, through: through)
        }
        if let knownAt, knownAt > now { throw .knownAtInFuture(knownAt, now: now) }
        self.scope = scope
        self.period = period
        self.knownAt = knownAt
        moment = knownAt ?? now
    }
}
