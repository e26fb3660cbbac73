/// An exact fraction, not negative: what a share or a mean is before it is shown or compared with a target.
///
/// Targets are compared with fractions, never with what is printed, so 90 of 100 meets 90 % and 899 of 1,000 does not.
package struct Fraction: Hashable, Sendable {
    /// 0 or more, without a common divisor with the denominator.
    package let numerator: Int128

    /// 1 or more.
    package let denominator: Int128

    /// A fraction, or nil when the numerator is negative or the denominator is not positive.
    package init?(_ numerator: Int128, over denominator: Int128) {
        guard numerator >= 0, denominator > 0 else { return nil }
        let divisor = Fraction.divisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    private init(reduced numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// No part at all.
    package static let zero = Fraction(reduced: 0, over: 1)

    /// The nearest number of double precision, for what needs no exactness: a value in JSON, a point on a chart.
    package var value: Double { Double(numerator) / Double(denominator) }

    /// The sum, or nil when it has more digits than an exact fraction can hold (beyond any register: sums of billions
    /// of billionths fit).
    package func adding(_ other: Fraction) -> Fraction? {
        let shared = Fraction.divisor(denominator, other.denominator)
        let own = numerator.multipliedReportingOverflow(by: other.denominator / shared)
        let others = other.numerator.multipliedReportingOverflow(by: denominator / shared)
        let sum = own.partialValue.addingReportingOverflow(others.partialValue)
        let common = (denominator / shared).multipliedReportingOverflow(by: other.denominator)
        guard !own.overflow, !others.overflow, !sum.overflow, !common.overflow else { return nil }
        return Fraction(sum.partialValue, over: common.partialValue)
    }

    /// The fraction divided by a count of at least 1; nil for any other count or when it cannot be held.
    package func divided(by count: Int) -> Fraction? {
        let product = denominator.multipliedReportingOverflow(by: Int128(count))
        guard !product.overflow else { return nil }
        return Fraction(numerator, over: product.partialValue)
    }

    private static func divisor(_ first: Int128, _ second: Int128) -> Int128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

extension Fraction: Comparable {
    package static func < (lhs: Fraction, rhs: Fraction) -> Bool {
        let left = lhs.numerator.multipliedFullWidth(by: rhs.denominator)
        let right = rhs.numerator.multipliedFullWidth(by: lhs.denominator)
        return (left.high, left.low) < (right.high, right.low)
    }
}
