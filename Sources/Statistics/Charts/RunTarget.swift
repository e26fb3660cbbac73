/// Whether a process as it runs will meet a target.
package enum RunTarget: String, CaseIterable, Hashable, Sendable {
    /// The target lies outside the limits on the good side: it will be met.
    case met
    /// It lies outside on the other side: it will not be met unless something changes.
    case missed
    /// It lies between the limits: now met, now missed, by chance.
    case hitAndMiss = "hit-and-miss"

    /// - Parameter isHighGood: whether more is better.
    package init(_ target: Double, of chart: RunChart, isHighGood: Bool) {
        let limits = chart.limits
        if target >= limits.low, target <= limits.high {
            self = .hitAndMiss
        } else {
            self = (target < limits.low) == isHighGood ? .met : .missed
        }
    }
}
