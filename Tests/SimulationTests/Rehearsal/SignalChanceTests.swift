import Statistics
import Testing

@testable import Simulation

@Suite struct SignalChanceTests {
    @Test func `the chance of a signal is what adding up every outcome gives`() throws {
        let looks = [(1, 9, 0.8), (2, 7, 0.8), (3, 8, 0.4)].map {
            RehearsedLook(site: $0, cases: $1, rate: $2, effect: nil)
        }
        // Every outcome of the three sites, judged as a comparison judges them.
        var (below, above) = ([0.0, 0, 0], [0.0, 0, 0])
        let counts = try looks.map { try #require(Binomial(cases: $0.cases, chance: $0.rate)) }
        for a in 0...9 {
            for b in 0...7 {
                for c in 0...8 {
                    let probability =
                        counts[0].probability(of: a) * counts[1].probability(of: b) * counts[2].probability(of: c)
                    let shares = [(a, 9), (b, 7), (c, 8)].compactMap { Proportion(numerator: $0, denominator: $1) }
                    let said = RehearsedComparison(shares)
                    for place in 0..<3 where said.signals[place] != .none {
                        if said.isBelow[place] { below[place] += probability } else { above[place] += probability }
                    }
                }
            }
        }
        let chances = SignalChance.of(looks)
        for place in 0..<3 {
            #expect(abs(chances[place].below - below[place]) < 1e-10)
            #expect(abs(chances[place].above - above[place]) < 1e-10)
        }
        #expect(chances[2].below > 0.05)
    }

    @Test func `a site without cases gives no signal, and takes nothing from the others`() {
        let looks = [RehearsedLook(site: 1, cases: 0, rate: 0.5, effect: nil)]
        #expect(SignalChance.of(looks) == [SignalChance(below: 0, above: 0)])
    }

    @Test func `sums of counts have all their probability`() {
        let sum = CountSum([(400, 0.9), (30, 0.2), (0, 0.5), (5, 1)])
        #expect(abs(sum.parts.reduce(0) { $0 + $1.probability } - 1) < 1e-11)
        #expect(abs(sum.parts.reduce(0) { $0 + Double($1.sum) * $1.probability } - 371) < 1e-8)
    }
}
