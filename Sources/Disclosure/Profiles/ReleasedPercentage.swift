/// A percentage as it may be printed: of counts as they are printed, never of true ones.
package struct ReleasedPercentage: Sendable, Hashable, CustomStringConvertible {
    private let steps: Int
    private let decimals: Int

    /// The percentage of two printed counts, a half rounded up.
    /// - Returns: Nil when one of them is withheld, the denominator is too small for the profile, or rounding has made
    /// the   numerator the larger one.
    package init?(_ numerator: Int?, of denominator: Int?, by profile: DisclosureProfile) {
        guard let numerator, let denominator, denominator > 0, denominator >= profile.fewestForPercentage,
            numerator >= 0, numerator <= denominator
        else { return nil }
        decimals = profile.decimals
        let whole = (0..<decimals).reduce(100) { product, _ in product * 10 }
        steps = (2 * whole * numerator + denominator) / (2 * denominator)
    }

    package var description: String {
        guard decimals > 0 else { return "\(steps)%" }
        let digits = String(repeating: "0", count: max(0, decimals + 1 - String(steps).count)) + String(steps)
        return "\(digits.dropLast(decimals)).\(digits.suffix(decimals))%"
    }
}
