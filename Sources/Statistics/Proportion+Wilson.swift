extension Proportion {
    /// The Wilson score interval; nil over a denominator of 0.
    ///
    /// The limits lie from 0 to 1. The lower one is exactly 0 for none of some and the upper one exactly 1 for all of
    /// them, where arithmetic would leave dust.
    /// - Parameter quantile: how wide; ``NormalQuantile/z95`` beside every printed share.
    package func wilson(at quantile: NormalQuantile = .z95) -> Interval? {
        guard denominator > 0 else { return nil }
        let total = Double(denominator)
        let counted = Double(numerator)
        let squared = quantile.z * quantile.z
        let others = Double(denominator - numerator)
        let reach = quantile.z * (squared + 4 * counted * (others / total)).squareRoot()
        let centre = 2 * counted + squared
        let width = 2 * (total + squared)
        let low = numerator == 0 ? 0 : max(0, (centre - reach) / width)
        let high = numerator == denominator ? 1 : min(1, (centre + reach) / width)
        return Interval(low: low, high: high)
    }
}
