import Statistics

/// How several counts add up that each come from a binomial distribution. What is less likely than one in 10^15 is left out.
struct CountSum {
    /// The sums that can be, in their order, with their probabilities.
    private(set) var parts: [(sum: Int, probability: Double)] = [(0, 1)]

    /// The sum over groups of so many cases with a chance each.
    init(_ groups: [(cases: Int, chance: Double)]) {
        for group in groups {
            guard group.cases > 0, let binomial = Binomial(cases: group.cases, chance: group.chance) else { continue }
            add((0...group.cases).map { ($0, binomial.probability(of: $0)) }.filter { $0.1 > CountSum.least })
        }
    }

    private mutating func add(_ others: [(Int, Double)]) {
        guard let first = parts.first, let last = parts.last, let least = others.first, let most = others.last else {
            return
        }
        let offset = first.sum + least.0
        var sums = [Double](repeating: 0, count: last.sum + most.0 - offset + 1)
        for (sum, probability) in parts {
            for (count, other) in others { sums[sum + count - offset] += probability * other }
        }
        parts = sums.enumerated().map { ($0 + offset, $1) }.filter { $0.1 > CountSum.least }
    }

    private static let least = 1e-15
}
