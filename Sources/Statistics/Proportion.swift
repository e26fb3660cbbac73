/// So many of so many. Groups are pooled by adding their counts, never by averaging percentages.
package struct Proportion: Hashable, Sendable {
    /// 0 to `denominator`.
    package let numerator: Int

    /// 0 or more; with 0 there is no value.
    package let denominator: Int

    /// A proportion, or nil when a count is negative or the numerator is greater than the denominator.
    package init?(numerator: Int, denominator: Int) {
        guard numerator >= 0, numerator <= denominator else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The exact value from 0 to 1; nil over a denominator of 0, which is not the same as none of some.
    package var fraction: Fraction? { Fraction(Int128(numerator), over: Int128(denominator)) }

    /// The value from 0 to 1, unrounded; nil over a denominator of 0.
    package var value: Double? { fraction?.value }

    /// The value in per cent with one decimal, rounded half up from the counts: `81.6`; nil over a denominator of 0.
    package var percent: String? {
        Fraction(Int128(numerator) * 100, over: Int128(denominator))?.rounded(to: .one)
    }

    /// Both together; nil only beyond the range of a count.
    package func pooled(with other: Proportion) -> Proportion? {
        let numerators = numerator.addingReportingOverflow(other.numerator)
        let denominators = denominator.addingReportingOverflow(other.denominator)
        guard !numerators.overflow, !denominators.overflow else { return nil }
        return Proportion(numerator: numerators.partialValue, denominator: denominators.partialValue)
    }
}
