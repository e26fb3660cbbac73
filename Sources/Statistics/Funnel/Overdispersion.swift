import RealModule

/// Whether units differ by more than chance and a few outliers explain, and limits that allow for it (Spiegelhalter's
/// multiplicative test and additive random effect, on the arcsine scale).
package struct Overdispersion: Hashable, Sendable {
    /// The share of all units together.
    package let centre: Double
    /// How far each unit lies from it, in standard errors, in the order of the units.
    package let deviations: [Double]
    /// Between which deviations nothing is pulled in: the tenth and ninetieth percentile.
    package let bounds: Interval
    /// The mean squared deviation after pulling in; about 1 when chance explains all.
    package let phi: Double
    /// The same without pulling in.
    package let rawPhi: Double
    /// The variance between units beyond chance, on the arcsine scale; 0 when there is none.
    package let tauSquared: Double

    /// Whether there is more difference than chance explains.
    package var isPresent: Bool { tauSquared > 0 }

    /// The test over units with at least one case each; nil for fewer than two of them.
    package init?(_ units: [Proportion]) {
        let units = units.filter { $0.denominator > 0 }
        let cases = units.reduce(0) { $0 + $1.denominator }
        guard units.count >= 2 else { return nil }
        let centre = Double(units.reduce(0) { $0 + $1.numerator }) / Double(cases)
        let middle = Overdispersion.angle(centre)
        let deviations = units.map { unit in
            (Overdispersion.angle(Double(unit.numerator) / Double(unit.denominator)) - middle)
                * 2 * Double(unit.denominator).squareRoot()
        }
        let sorted = deviations.sorted()
        let bounds = Interval(
            low: Overdispersion.quantile(Overdispersion.pulledIn, of: sorted),
            high: Overdispersion.quantile(1 - Overdispersion.pulledIn, of: sorted))
        let count = Double(units.count)
        let phi =
            deviations.reduce(0) { sum, z in
                let kept = min(bounds.high, max(bounds.low, z))
                return sum + kept * kept
            } / count
        // The weight of a unit is one over its variance: four times its cases.
        let weights = units.map { 4 * Double($0.denominator) }
        let sum = weights.reduce(0, +)
        let spread = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
        self.centre = centre
        self.deviations = deviations
        self.bounds = bounds
        self.phi = phi
        rawPhi = deviations.reduce(0) { $0 + $1 * $1 } / count
        tauSquared = phi > (count - 1) / count && spread > 0 ? (count * phi - (count - 1)) / spread : 0
    }

    /// The limits for so many cases that allow for the difference between units; nil for fewer than one case.
    package func limits(of cases: Int, at quantile: NormalQuantile) -> Interval? {
        guard cases > 0 else { return nil }
        let reach = quantile.z * (1 / (4 * Double(cases)) + tauSquared).squareRoot()
        let middle = Overdispersion.angle(centre)
        func share(_ angle: Double) -> Double {
            let sine = Double.sin(min(Double.pi / 2, max(0, angle)))
            return sine * sine
        }
        return Interval(low: share(middle - reach), high: share(middle + reach))
    }

    /// The part that is pulled in at either end: a tenth.
    private static let pulledIn = 0.1

    private static func angle(_ share: Double) -> Double { Double.asin(share.squareRoot()) }

    /// The quantile of sorted numbers with a straight line between neighbours (type 7 of Hyndman and Fan).
    private static func quantile(_ part: Double, of sorted: [Double]) -> Double {
        let place = part * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
