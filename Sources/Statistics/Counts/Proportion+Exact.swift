extension Proportion {
    /// The exact interval of Clopper and Pearson, which is wider than it has to be; nil over a denominator of 0. It is for
    /// comparison only: what is printed is ``wilson(at:)``.
    package func exact(at quantile: NormalQuantile = .z95) -> Interval? {
        guard denominator > 0 else { return nil }
        let tail = quantile.tail
        func chance(where isReached: @escaping (Binomial) -> Double) -> Double {
            Root.between(0, 1) { p in
                Binomial(cases: denominator, chance: p).map { isReached($0) - tail } ?? .nan
            }
        }
        let low = numerator == 0 ? 0 : chance { $0.probability(from: numerator) }
        let high = numerator == denominator ? 1 : chance { $0.probability(upTo: numerator) }
        return Interval(low: low, high: high)
    }
}
