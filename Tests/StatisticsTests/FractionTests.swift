import Statistics
import Testing

@Suite struct FractionTests {
    @Test func `equal values are equal whatever they were made from`() {
        #expect(Fraction(90, over: 100) == Fraction(9, over: 10))
        #expect(Fraction(0, over: 7) == .zero)
    }

    @Test func `a negative numerator or a denominator of 0 or less is refused`() {
        #expect(Fraction(-1, over: 2) == nil)
        #expect(Fraction(1, over: 0) == nil)
        #expect(Fraction(1, over: -2) == nil)
    }

    @Test func `order is that of the values even where products overflow`() throws {
        let large = try #require(Fraction(.max, over: .max - 1))
        let larger = try #require(Fraction(.max - 1, over: .max - 2))

        #expect(large < larger)
        #expect(!(larger < large))
        #expect(!(large < large))
    }

    @Test func `order looks at the whole of a product`() throws {
        // Crosswise these are 2 to the power of 128, whose lower half is 0, and 1.
        let huge = try #require(Fraction(1 << 126, over: 1))
        let small = try #require(Fraction(1, over: 4))

        #expect(small < huge)
        #expect(!(huge < small))
    }

    @Test func `addition finds the common denominator`() throws {
        let sixth = try #require(Fraction(1, over: 6))
        let tenth = try #require(Fraction(1, over: 10))

        #expect(sixth.adding(tenth) == Fraction(4, over: 15))
    }

    @Test func `a sum that cannot be held is nil`() throws {
        let first = try #require(Fraction(1, over: .max))
        let second = try #require(Fraction(1, over: .max - 1))
        let huge = try #require(Fraction(.max, over: 1))

        #expect(first.adding(second) == nil)
        #expect(huge.adding(huge) == nil)
    }

    @Test func `a hundred thousand family means of up to forty interviews can be summed`() throws {
        var total = Fraction.zero
        for family in 0..<100_000 {
            let mean = try #require(Fraction(610_000_001, over: 1_000_000_000 * Int128(family % 40 + 1)))
            total = try #require(total.adding(mean))
        }

        #expect(total.value > 0)
    }

    @Test func `division by a count`() throws {
        let half = try #require(Fraction(1, over: 2))

        #expect(half.divided(by: 3) == Fraction(1, over: 6))
        #expect(half.divided(by: 0) == nil)
        #expect(half.divided(by: -3) == nil)
    }

    @Test func `rounding carries into the whole`() throws {
        #expect(try #require(Fraction(9999, over: 1000)).rounded(to: .two) == "10.00")
        #expect(try #require(Fraction(9994, over: 1000)).rounded(to: .two) == "9.99")
        #expect(try #require(Fraction(1, over: 2)).rounded(to: .none) == "1")
    }

    @Test func `rounding does not overflow`() throws {
        #expect(try #require(Fraction(.max - 1, over: .max)).rounded(to: .two) == "1.00")
        #expect(try #require(Fraction(1, over: .max)).rounded(to: .two) == "0.00")
        #expect(try #require(Fraction(.max, over: 1)).rounded(to: .one) == "\(Int128.max).0")
    }

    @Test func `rounding agrees with whole numbers for every thousandth`() throws {
        for thousandths in 0...20_000 {
            let fraction = try #require(Fraction(Int128(thousandths), over: 1000))
            let tenths = (thousandths + 50) / 100
            #expect(fraction.rounded(to: .one) == "\(tenths / 10).\(tenths % 10)")
        }
    }
}
