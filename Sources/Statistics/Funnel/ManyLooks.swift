/// How many signals chance alone gives when many units are compared by many indicators.
package struct ManyLooks: Hashable, Sendable {
    /// Comparisons that are made: units times indicators.
    package let comparisons: Int

    /// Looks, or nil for fewer than none.
    package init?(units: Int, indicators: Int) {
        let (product, overflow) = units.multipliedReportingOverflow(by: indicators)
        guard units >= 0, indicators >= 0, !overflow else { return nil }
        comparisons = product
    }

    /// How many lie beyond limits by chance, over both sides.
    package func expected(beyond quantile: NormalQuantile) -> Double { Double(comparisons) * 2 * quantile.tail }
}
