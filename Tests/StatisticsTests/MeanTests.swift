import Statistics
import Testing

@Suite struct MeanTests {
    @Test func `nothing has no mean`() throws {
        let mean = try #require(Mean(total: 0, count: 0))

        #expect(mean.value == nil)
        #expect(mean.rounded(to: .one) == nil)
    }

    @Test(arguments: [(1, 0), (-1, 3), (0, -1)])
    func `a mean that cannot be is refused`(parts: (Int, Int)) {
        #expect(Mean(total: parts.0, count: parts.1) == nil)
    }

    @Test(
        arguments: [
            (49, 4, "12.3", "12"), (2569, 20, "128.5", "128"), (642, 5, "128.4", "128"), (25, 2, "12.5", "13"),
            (999, 10, "99.9", "100"), (1, 3, "0.3", "0"), (0, 7, "0.0", "0"), (19_999, 200, "100.0", "100"),
        ]
    )
    func `days are rounded half up from the exact mean`(row: (Int, Int, String, String)) throws {
        let mean = try #require(Mean(total: row.0, count: row.1))

        #expect(mean.rounded(to: .one) == row.2)
        #expect(mean.rounded(to: .none) == row.3)
    }

    /// `published.md` P8: 100 and 140 pass, 99.9 and 140.1 fail.
    @Test(arguments: [(1000, true), (1400, true), (999, false), (1401, false)])
    func `the window of the stay includes its ends and is compared unrounded`(row: (Int, Bool)) throws {
        let value = try #require(Mean(total: row.0, count: 10)?.fraction)
        let least = try #require(Fraction(100, over: 1))
        let most = try #require(Fraction(140, over: 1))

        #expect((least <= value && value <= most) == row.1)
    }

    @Test func `a mean of family means is exact`() throws {
        // Families with 1, 3 and 7 interviews, each with a mean of a third: a sum that binary fractions miss.
        let third = try #require(Fraction(1, over: 3))
        var total = Fraction.zero
        for _ in 0..<3 { total = try #require(total.adding(third)) }

        let mean = try #require(Mean(total: total, count: 3))

        #expect(total == Fraction(1, over: 1))
        #expect(mean.fraction == third)
        #expect(mean.rounded(to: .two) == "0.33")
    }

    @Test(arguments: [(605, false), (610, true), (615, true)])
    func `an adherence score meets its threshold unrounded`(row: (Int, Bool)) throws {
        let value = try #require(Fraction(Int128(row.0), over: 1000))
        let threshold = try #require(Fraction(610_000_000, over: 1_000_000_000))

        #expect((value >= threshold) == row.1)
    }

    @Test(arguments: [(605, "0.61"), (610, "0.61"), (604, "0.60"), (1000, "1.00"), (995, "1.00"), (72, "0.07")])
    func `scores are shown with two decimals`(row: (Int, String)) throws {
        let value = try #require(Fraction(Int128(row.0), over: 1000))

        #expect(value.rounded(to: .two) == row.1)
    }
}
