import RealModule

/// Where shares of a number of cases lie by chance alone when all of them come from one share.
package struct FunnelLimits: Hashable, Sendable {
    /// The share of all together, from 0 to 1: sum over sum, never a mean of shares.
    package let centre: Double

    /// Limits around a share, or nil when it lies outside 0 to 1.
    package init?(around centre: Double) {
        guard centre >= 0, centre <= 1 else { return nil }
        self.centre = centre
    }

    /// The limits for so many cases, from the binomial distribution and interpolated between counts (Spiegelhalter 2005): the
    /// ones that are drawn. Where next to nothing can happen by chance, interpolation would leave the centre outside; they
    /// always hold it. Nil for fewer than one case.
    package func exact(of cases: Int, at quantile: NormalQuantile) -> Interval? {
        guard cases > 0, let binomial = Binomial(cases: cases, chance: centre) else { return nil }
        let low = FunnelLimits.limit(of: binomial, where: { $0.probability(upTo: $1) >= quantile.tail }) {
            ($0.probability(upTo: $1) - quantile.tail) / $0.probability(of: $1)
        }
        let high = FunnelLimits.limit(of: binomial, where: { $0.probability(from: $1 + 1) <= quantile.tail }) {
            (quantile.tail - $0.probability(from: $1 + 1)) / $0.probability(of: $1)
        }
        return Interval(low: min(low, centre), high: max(high, centre))
    }

    /// The least count for which something holds, less the part by which it holds too well, over the cases.
    private static func limit(
        of binomial: Binomial, where holds: (Binomial, Int) -> Bool, part: (Binomial, Int) -> Double
    ) -> Double {
        var (low, high) = (0, binomial.cases)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(binomial, middle) { high = middle } else { low = middle + 1 }
        }
        return min(1, max(0, (Double(low) - part(binomial, low)) / Double(binomial.cases)))
    }

    /// The limits that the normal distribution gives, kept within 0 and 1. At the size of one team they cry wolf: of average
    /// sites with ten cases, thirteen in a thousand fall below the limit for one in a thousand. Only for comparison.
    package func normal(of cases: Int, at quantile: NormalQuantile) -> Interval? {
        guard cases > 0 else { return nil }
        let reach = quantile.z * (centre * (1 - centre) / Double(cases)).squareRoot()
        return Interval(low: max(0, centre - reach), high: min(1, centre + reach))
    }

    /// What a unit's share says, by the exact tail of the binomial distribution.
    package func signal(of share: Proportion) -> FunnelSignal {
        guard let binomial = Binomial(cases: share.denominator, chance: centre), share.denominator > 0 else {
            return .none
        }
        let (below, above) = (
            binomial.probability(upTo: share.numerator), binomial.probability(from: share.numerator)
        )
        return FunnelSignal(tail: min(below, above))
    }
}

/// What a unit's distance from all others says.
package enum FunnelSignal: String, CaseIterable, Hashable, Sendable {
    /// No more than chance.
    case none
    /// Beyond the 95 % limits: look.
    case alert
    /// Beyond the 99.8 % limits: the outlier procedure begins.
    case alarm

    /// By the probability of being so far off, or farther, on that side.
    package init(tail: Double) {
        self =
            tail < NormalQuantile.z998.tail ? .alarm : tail < NormalQuantile.z95.tail ? .alert : .none
    }
}
