/// A total over a count: days over closures, family scores over families.
package struct Mean: Hashable, Sendable {
    /// The exact sum.
    package let total: Fraction

    /// 0 or more; with 0 there is no value.
    package let count: Int

    /// A mean, or nil when the count is negative, or when there is a total of nothing.
    package init?(total: Fraction, count: Int) {
        guard count > 0 || count == 0 && total == .zero else { return nil }
        self.total = total
        self.count = count
    }

    /// A mean of whole numbers, or nil when the total or the count is negative, or when there is a total of nothing.
    package init?(total: Int, count: Int) {
        guard let total = Fraction(Int128(total), over: 1) else { return nil }
        self.init(total: total, count: count)
    }

    /// The exact value; nil over a count of 0.
    package var fraction: Fraction? { total.divided(by: count) }

    /// The value, unrounded; nil over a count of 0.
    package var value: Double? { fraction?.value }

    /// The value with so many decimals, rounded half up from the exact value; nil over a count of 0.
    package func rounded(to decimals: Decimals) -> String? { fraction?.rounded(to: decimals) }
}
