import RealModule

/// A risk-adjusted cumulative sum: an early warning that events come more often, or less often, than cases let expect.
package struct CumulativeSum: Hashable, Sendable {
    /// The odds ratio that is looked for; over 0 and not 1.
    package let oddsRatio: Double
    /// The sum after each case.
    package private(set) var values: [Double] = []

    /// A sum that stands at 0; nil for an odds ratio that asks for nothing.
    package init?(oddsRatio: Double) {
        guard oddsRatio > 0, oddsRatio != 1, oddsRatio.isFinite else { return nil }
        self.oddsRatio = oddsRatio
    }

    /// What a case adds; nil for a risk outside 0 to 1.
    package func weight(event: Bool, risk: Double) -> Double? {
        guard risk >= 0, risk <= 1 else { return nil }
        return (event ? Double.log(oddsRatio) : 0) - Double.log(1 - risk + oddsRatio * risk)
    }

    /// Takes a case in; false for a risk outside 0 to 1, and nothing changes.
    @discardableResult
    package mutating func add(event: Bool, risk: Double) -> Bool {
        guard let weight = weight(event: event, risk: risk) else { return false }
        values.append(max(0, (values.last ?? 0) + weight))
        return true
    }
}
