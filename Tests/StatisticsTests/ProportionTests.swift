import Statistics
import Testing

@Suite struct ProportionTests {
    @Test(arguments: [(-1, 5), (6, 5), (1, 0), (0, -1), (-2, -1)])
    func `counts that cannot be are refused`(counts: (Int, Int)) {
        #expect(Proportion(numerator: counts.0, denominator: counts.1) == nil)
    }

    @Test func `none of none has no value and nothing to print`() throws {
        let proportion = try #require(Proportion(numerator: 0, denominator: 0))

        #expect(proportion.value == nil)
        #expect(proportion.fraction == nil)
        #expect(proportion.percent == nil)
    }

    @Test func `none of two is 0.0 per cent`() throws {
        let proportion = try #require(Proportion(numerator: 0, denominator: 2))

        #expect(proportion.value == 0)
        #expect(proportion.percent == "0.0")
    }

    /// `published.md` P1: one provider's calendar year 2015 as counts.
    @Test(
        arguments: [
            (363, "81.6"), (17, "3.8"), (65, "14.6"), (377, "84.7"), (364, "81.8"), (371, "83.4"),
        ]
    )
    func `the published table comes out of its counts`(row: (Int, String)) throws {
        let proportion = try #require(Proportion(numerator: row.0, denominator: 445))

        #expect(proportion.percent == row.1)
    }

    @Test(
        arguments: [
            (49, 400, "12.3"), (1, 800, "0.1"), (3, 800, "0.4"), (1, 2000, "0.1"), (1, 2001, "0.0"),
            (1999, 2000, "100.0"), (1997, 2000, "99.9"), (3, 8, "37.5"), (1, 3, "33.3"), (2, 3, "66.7"),
            (69, 71, "97.2"), (70, 71, "98.6"),
            (5, 5, "100.0"),
        ]
    )
    func `per cent are rounded half up from the counts`(row: (Int, Int, String)) throws {
        let proportion = try #require(Proportion(numerator: row.0, denominator: row.1))

        #expect(proportion.percent == row.2)
    }

    @Test func `every half is rounded up`() throws {
        for tenth in 0..<1000 {
            let proportion = try #require(Proportion(numerator: 2 * tenth + 1, denominator: 2000))
            let wanted = "\((tenth + 1) / 10).\((tenth + 1) % 10)"
            #expect(proportion.percent == wanted)
        }
    }

    @Test func `pooling adds the counts`() throws {
        let first = try #require(Proportion(numerator: 3, denominator: 4))
        let second = try #require(Proportion(numerator: 2, denominator: 6))

        let pooled = try #require(first.pooled(with: second))

        #expect(pooled.percent == "50.0")
        #expect(pooled == Proportion(numerator: 5, denominator: 10))
    }

    @Test func `counts as large as they come are printed without overflow`() throws {
        let half = try #require(Proportion(numerator: .max / 2, denominator: .max))
        let all = try #require(Proportion(numerator: .max, denominator: .max))

        #expect(half.percent == "50.0")
        #expect(all.percent == "100.0")
        #expect(all.pooled(with: all) == nil)
    }

    @Test func `a strict target is missed by exactly its value`() throws {
        let value = try #require(Proportion(numerator: 5, denominator: 100)?.fraction)
        let target = try #require(Fraction(50_000_000, over: 1_000_000_000))

        #expect(!(value < target))
        #expect(value >= target)
    }
}
