/// How many of some cases something happens to, each by a chance of its own.
package struct PoissonBinomial: Hashable, Sendable {
    /// The probability of 0, of 1, and so on to all of them.
    package let probabilities: [Double]
    /// The sum of the chances: what is expected.
    package let expected: Double
    /// The sum of p (1 - p).
    package let variance: Double

    /// A distribution; nil when a chance lies outside 0 to 1. It is worked out exactly, case by case.
    package init?(_ chances: [Double]) {
        guard chances.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
        var probabilities = [1.0]
        probabilities.reserveCapacity(chances.count + 1)
        for chance in chances {
            probabilities.append(0)
            for count in stride(from: probabilities.count - 1, through: 1, by: -1) {
                probabilities[count] = probabilities[count] * (1 - chance) + probabilities[count - 1] * chance
            }
            probabilities[0] *= 1 - chance
        }
        self.probabilities = probabilities
        expected = chances.reduce(0, +)
        variance = chances.reduce(0) { $0 + $1 * (1 - $1) }
    }

    /// The probability of so many or fewer.
    package func probability(upTo count: Int) -> Double { sum(of: probabilities.prefix(max(0, count + 1))) }

    /// The probability of so many or more.
    package func probability(from count: Int) -> Double { sum(of: probabilities.dropFirst(max(0, count))) }

    /// How many standard deviations a count lies from what is expected; nil where nothing can vary. Below about 30 cases
    /// the exact tail says more.
    package func deviations(of count: Int) -> Double? {
        variance > 0 ? (Double(count) - expected) / variance.squareRoot() : nil
    }

    private func sum(of part: ArraySlice<Double>) -> Double { min(1, part.reduce(0, +)) }
}
