import RealModule

/// How many of a number of cases something happens to, each by the same chance.
package struct Binomial: Hashable, Sendable {
    /// Cases, 0 or more.
    package let cases: Int
    /// The chance of each, from 0 to 1.
    package let chance: Double

    /// A distribution, or nil for fewer than 0 cases or a chance outside 0 to 1.
    package init?(cases: Int, chance: Double) {
        guard cases >= 0, chance >= 0, chance <= 1 else { return nil }
        self.cases = cases
        self.chance = chance
    }

    /// The probability of exactly so many.
    package func probability(of count: Int) -> Double {
        guard count >= 0, count <= cases else { return 0 }
        if chance == 0 { return count == 0 ? 1 : 0 }
        if chance == 1 { return count == cases ? 1 : 0 }
        let (n, k) = (Double(cases), Double(count))
        let ways = Double.logGamma(n + 1) - Double.logGamma(k + 1) - Double.logGamma(n - k + 1)
        return Double.exp(ways + k * Double.log(chance) + (n - k) * Double.log(onePlus: -chance))
    }

    /// The probability of so many or fewer, summed from the smaller end.
    package func probability(upTo count: Int) -> Double {
        guard count >= 0 else { return 0 }
        guard count < cases else { return 1 }
        return Double(count) < Double(cases) * chance ? below(count) : 1 - above(count + 1)
    }

    /// The probability of so many or more, summed from the smaller end.
    package func probability(from count: Int) -> Double {
        guard count > 0 else { return 1 }
        guard count <= cases else { return 0 }
        return Double(count) > Double(cases) * chance ? above(count) : 1 - below(count - 1)
    }

    private func below(_ count: Int) -> Double {
        var term = probability(of: count)
        var sum = term
        var k = count
        while k > 0, term > sum * Double.ulpOfOne / 16 {
            term *= Double(k) / Double(cases - k + 1) * ((1 - chance) / chance)
            sum += term
            k -= 1
        }
        return min(1, sum)
    }

    private func above(_ count: Int) -> Double {
        var term = probability(of: count)
        var sum = term
        var k = count
        while k < cases, term > sum * Double.ulpOfOne / 16 {
            term *= Double(cases - k) / Double(k + 1) * (chance / (1 - chance))
            sum += term
            k += 1
        }
        return min(1, sum)
    }
}
