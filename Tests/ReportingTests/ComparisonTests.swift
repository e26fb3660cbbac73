import Statistics
import Testing

@testable import Reporting

/// The arithmetic of comparing units, against the worked example of `statistics.md` 4 and against sums made by hand.
@Suite struct ComparisonTests {
    private static func share(_ numerator: Int, _ denominator: Int) throws -> Proportion {
        try #require(Proportion(numerator: numerator, denominator: denominator))
    }

    private static func units(_ counts: [(String, Int, Int)]) throws -> [Comparison.Counted] {
        try counts.map { Comparison.Counted($0.0, try share($0.1, $0.2)) }
    }

    /// Ten units; their order is not that of their codes.
    private static let worked = [
        ("J", 62, 65), ("A", 37, 40), ("B", 28, 30), ("C", 41, 50), ("D", 19, 20), ("E", 55, 60), ("F", 22, 30),
        ("G", 44, 48), ("H", 33, 36), ("I", 25, 35),
    ]

    @Test func `the worked example has its centre, its over-dispersion and its signals by the exact tail`() throws {
        let comparison = Comparison(try Self.units(Self.worked))
        #expect(comparison.centre == (try Self.share(366, 414)))
        let test = try #require(comparison.overdispersion)
        #expect(test.isPresent)
        #expect(abs(test.tauSquared - 0.0054178485) < 1e-9)
        #expect(comparison.units.map(\.counted.code) == ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"])
        #expect(
            comparison.units.map(\.signal)
                == [.none, .none, .none, .none, .none, .alert, .none, .none, .alert, .none])
        // Limits that allow for the difference between units take both alerts away.
        #expect(comparison.units.allSatisfy { $0.wideSignal == FunnelSignal.none })
        let c = comparison.units[2]
        #expect(abs(try #require(c.wide95).low - 0.7290225813) < 1e-9)
        #expect(abs(try #require(c.wide998).high - 0.9989739179) < 1e-9)
    }

    @Test func `a unit without a case is shown and says nothing`() throws {
        let comparison = Comparison(try Self.units([("B", 0, 0), ("A", 9, 10), ("C", 8, 10)]))
        let unit = comparison.units[1]
        #expect(unit.counted.code == "B" && unit.signal == .none && unit.limits95 == nil && unit.wideSignal == nil)
        #expect(comparison.centre == (try Self.share(17, 20)))
        #expect(abs(comparison.byChance.alerts - 0.1) < 1e-9)
    }

    @Test func `nothing at all is no centre value and no limits`() throws {
        let comparison = Comparison(try Self.units([("A", 0, 0)]))
        #expect(comparison.centre?.value == nil)
        #expect(comparison.units.map(\.limits998) == [nil])
        #expect(Comparison([]).units.isEmpty)
    }

    @Test func `expected counts come from the rates of all units in each stratum and add up to what was counted`()
        throws
    {
        let (young, old) = (CaseMix(model: "mst", age: "12-13"), CaseMix(model: "mst", age: "14-15"))
        // Rates of all: 30/40 of the young, 12/40 of the old.
        let result = Standardisation([
            "A": [young: try Self.share(24, 30), old: try Self.share(2, 10)],
            "B": [young: try Self.share(6, 10), old: try Self.share(10, 30)],
        ])
        #expect(abs(try #require(result.expected["A"]) - (30 * 0.75 + 10 * 0.3)) < 1e-12)
        #expect(abs(try #require(result.expected["B"]) - (10 * 0.75 + 30 * 0.3)) < 1e-12)
        #expect(abs(result.expected.values.reduce(0, +) - 42) < 1e-12)
        let comparison = Comparison([.init("B", try Self.share(16, 40), expected: 16.5)])
        let ratio = try #require(comparison.units.first?.ratio)
        #expect(ratio.observed == 16 && !ratio.isUnsteady)
    }

    @Test
    func `strata under twenty are merged, routes first, and what is left joins the smallest that is large enough`()
        throws
    {
        func mix(_ age: String, _ prior: String, _ route: String) -> CaseMix {
            CaseMix(model: "mst", age: age, prior: prior, route: route)
        }
        let result = Standardisation([
            "A": [
                mix("12-13", "none", "police"): try Self.share(10, 20),
                // Two routes of one age and one history: together twenty.
                mix("12-13", "none", "family"): try Self.share(3, 12),
                mix("12-13", "none", "school"): try Self.share(1, 8),
                // Three cases of an age of their own, large with nothing else: they join the smallest.
                mix("16-and-over", "placed", "police"): try Self.share(3, 3),
            ]
        ])
        let merged = mix("12-13", "none", "")
        #expect(result.strata.keys.sorted() == [merged, mix("12-13", "none", "police")])
        #expect(result.strata[merged] == (try Self.share(7, 23)))
        #expect(abs(try #require(result.expected["A"]) - 17) < 1e-12)
    }

    @Test func `the same counts in another order give the same strata`() throws {
        let mixes = (0..<40).map { CaseMix(model: "mst", age: "\($0 % 4)", prior: "\($0 % 3)", route: "\($0 % 7)") }
        let strata = Dictionary(try mixes.map { ($0, try Self.share(2, 7)) }) { $1 }
        let (one, other) = (Standardisation(["A": strata]), Standardisation(["A": strata].merging([:]) { $1 }))
        #expect(one == other)
        #expect(one.strata.values.allSatisfy { $0.denominator >= Standardisation.leastCases })
    }
}
