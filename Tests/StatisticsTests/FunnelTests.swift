import Statistics
import Testing

@Suite struct FunnelTests {
    @Test func `signals go by the exact tail`() throws {
        let limits = try #require(FunnelLimits(around: 366.0 / 414))
        func signal(_ x: Int, _ n: Int) throws -> FunnelSignal {
            limits.signal(of: try #require(Proportion(numerator: x, denominator: n)))
        }
        #expect(try signal(25, 35) == .alert)
        #expect(try signal(22, 30) == .alert)
        #expect(try signal(62, 65) == .none)
        #expect(try signal(20, 35) == .alarm)
        #expect(try signal(0, 0) == .none)
    }

    @Test(arguments: [0.0, 0.001, 0.5, 0.9, 0.999, 1.0], [1, 2, 10, 35, 400, 20_000])
    func `exact limits lie within 0 and 1, around the centre, the outer outside the inner`(
        theta: Double, cases: Int
    ) throws {
        let funnel = try #require(FunnelLimits(around: theta))
        let inner = try #require(funnel.exact(of: cases, at: .z95))
        let outer = try #require(funnel.exact(of: cases, at: .z998))
        #expect(0 <= outer.low && outer.low <= inner.low && inner.high <= outer.high && outer.high <= 1)
        #expect(inner.low <= theta + 1e-12 && theta <= inner.high + 1e-12)
    }

    @Test func `units that differ by chance alone show no overdispersion, and those that differ wildly do`() throws {
        let alike = try (0..<30).map { try #require(Proportion(numerator: 18 + $0 % 3, denominator: 38)) }
        let test = try #require(Overdispersion(alike))
        #expect(!test.isPresent)
        let wild = try (0..<30).map { try #require(Proportion(numerator: $0 % 2 == 0 ? 35 : 5, denominator: 38)) }
        #expect(try #require(Overdispersion(wild)).isPresent)
        #expect(Overdispersion([]) == nil)
    }

    @Test(arguments: [0.0, 0.03, 0.5, 0.97, 1.0], [0, 1, 7, 60, 2_000])
    func `tails of the binomial distribution make 1 together`(chance: Double, cases: Int) throws {
        let binomial = try #require(Binomial(cases: cases, chance: chance))
        for count in [0, 1, cases / 3, cases / 2, cases] {
            let all = binomial.probability(upTo: count - 1) + binomial.probability(from: count)
            #expect(abs(all - 1) < 1e-11)
        }
    }

    @Test(arguments: [(-1, 5.0), (3, 0.0), (3, .infinity)])
    func `a ratio over nothing is refused`(row: (Int, Double)) {
        #expect(StandardisedRatio(observed: row.0, expected: row.1) == nil)
    }

    @Test func `below five expected a ratio is unsteady`() throws {
        #expect(try #require(StandardisedRatio(observed: 3, expected: 4.99)).isUnsteady)
        #expect(try !#require(StandardisedRatio(observed: 3, expected: 5)).isUnsteady)
    }

    @Test(arguments: 0...40)
    func `limits of counts are never negative and hold the count`(count: Int) throws {
        for quantile in [NormalQuantile.z95, .z998] {
            let limits = try #require(CountInterval(count, at: quantile)).limits
            #expect(limits.low >= 0 && limits.low <= Double(count) && limits.high > Double(count))
        }
    }

    @Test func `nine is exact and ten is approximated`() throws {
        #expect(try #require(CountInterval(9)).method == .exact)
        #expect(try #require(CountInterval(10)).method == .byar)
        #expect(CountInterval(-1) == nil)
    }
}
