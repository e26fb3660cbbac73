/// A run of figures with the limits and signals of the XmR chart by the rules of NHS England's "Making data count".
package struct RunChart: Hashable, Sendable {
    /// The figures in their order.
    package let values: [Double]
    /// Their mean.
    package let mean: Double
    /// The mean of the moving ranges that the limits are made of.
    package let meanRange: Double
    /// The moving ranges that screening left out, by the place of their later figure, from 0.
    package let screened: [Int]

    /// A chart; nil of fewer than two figures.
    /// - Parameter screening: whether ranges at or beyond their own limit are left out, once. The spreadsheet that is used
    ///   most does not, so whoever prints the chart names the choice.
    package init?(_ values: [Double], screening: Bool = false) {
        guard values.count >= 2 else { return nil }
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        let first = RunChart.mean(ranges)
        let cut = first * RunChart.rangeFactor
        let isScreened = screening && first > 0
        let kept = ranges.filter { !isScreened || $0 < cut }
        self.values = values
        mean = RunChart.mean(values)
        meanRange = RunChart.mean(kept)
        screened = isScreened ? ranges.indices.filter { ranges[$0] >= cut }.map { $0 + 1 } : []
    }

    /// Three standard deviations to either side, by the mean range.
    package var limits: Interval { limits(3) }

    /// Two standard deviations to either side.
    package var nearLimits: Interval { limits(2) }

    /// Below twelve figures limits are a trial.
    package var isTrial: Bool { values.count < RunChart.leastPoints }

    private func limits(_ deviations: Double) -> Interval {
        let reach = RunChart.factor * deviations / 3 * meanRange
        return Interval(low: mean - reach, high: mean + reach)
    }

    /// What 3 / d2 comes to for ranges of two (1.128), rounded as the rules have it.
    private static let factor = 2.66
    /// The upper limit of ranges of two over their mean (D4).
    private static let rangeFactor = 3.267
    /// As the rules have it.
    private static let leastPoints = 12

    private static func mean(_ numbers: [Double]) -> Double {
        numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
    }
}
