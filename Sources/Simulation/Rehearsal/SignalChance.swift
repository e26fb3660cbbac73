import Statistics

/// How likely it is that a comparison gives a signal for a site, worked out exactly: over every count that the site can have
/// and every sum that all others can have, of which the limits are made.
///
/// For a site like all others that is the exact tail: how often it is called out for nothing. For a planted one it is the
/// power: how often it is found.
package struct SignalChance: Hashable, Sendable {
    /// Of a signal below all others.
    package let below: Double
    /// Of one above.
    package let above: Double

    /// Of any.
    package var any: Double { below + above }

    /// Of the one by which a planted effect is found.
    func finding(_ effect: PlantedEffect) -> Double { effect.isBelow ? below : above }

    /// The chances of each site among all of them.
    static func of(_ looks: [RehearsedLook], beyond quantile: NormalQuantile = .z95) -> [SignalChance] {
        let all = looks.reduce(0) { $0 + $1.cases }
        return looks.map { look in
            let others = Dictionary(grouping: looks.filter { $0.site != look.site }, by: \.rate)
                .sorted { $0.key < $1.key }.map { (cases: $1.reduce(0) { $0 + $1.cases }, chance: $0) }
            return SignalChance(look, others: CountSum(others), of: all, tail: quantile.tail)
        }
    }

    init(below: Double, above: Double) { (self.below, self.above) = (below, above) }

    private init(_ look: RehearsedLook, others: CountSum, of all: Int, tail: Double) {
        guard look.cases > 0, let own = Binomial(cases: look.cases, chance: look.rate) else {
            (below, above) = (0, 0)
            return
        }
        var (below, above) = (0.0, 0.0)
        for (sum, probability) in others.parts {
            func funnel(_ count: Int) -> Binomial? {
                Binomial(cases: look.cases, chance: Double(sum + count) / Double(all))
            }
            // Signals below are those of the counts up to a bound, signals above those from a bound on.
            let low = SignalChance.first(in: 0...look.cases) { count in
                (funnel(count)?.probability(upTo: count) ?? 1) >= tail
            }
            let high = SignalChance.first(in: 0...look.cases) { count in
                (funnel(count)?.probability(from: count) ?? 1) < tail
            }
            below += probability * own.probability(upTo: low - 1)
            above += probability * own.probability(from: high)
        }
        (self.below, self.above) = (below, above)
    }

    /// The first count for which something holds that holds for all greater ones; one more than the greatest for none.
    private static func first(in counts: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (counts.lowerBound, counts.upperBound + 1)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
