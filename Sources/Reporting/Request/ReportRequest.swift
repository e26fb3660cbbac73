import CivilDate

/// What every report is asked: about whom, which days, and as known when.
package struct ReportRequest: Hashable, Sendable {
    /// What it is about.
    package let scope: ReportScope
    /// The days that count; of what they are days is the report's to say.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The time of knowledge: days after its own have not happened, and what falls due later is not due yet.
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

    private init(_ request: ReportRequest, scope: ReportScope) {
        self.scope = scope
        period = request.period
        knownAt = request.knownAt
        moment = request.moment
    }

    /// The same question, for reports that know no sections: several models are added up.
    var addingUp: ReportRequest { ReportRequest(self, scope: scope.addingUp) }
}
