/// The difference of two shares with Newcombe's hybrid of their Wilson limits.
package struct ProportionDifference: Hashable, Sendable {
    /// The first share less the second, from -1 to 1.
    package let value: Double
    /// Its limits.
    package let limits: Interval

    /// The difference, or nil when either has no value.
    package init?(_ first: Proportion, _ second: Proportion, at quantile: NormalQuantile = .z95) {
        guard let one = first.value, let other = second.value, let ones = first.wilson(at: quantile),
            let others = second.wilson(at: quantile)
        else { return nil }
        func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        value = one - other
        limits = Interval(
            low: value - reach(one - ones.low, others.high - other),
            high: value + reach(ones.high - one, other - others.low))
    }
}
