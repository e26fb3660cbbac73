/// How far a score must move for the move to be more than the instrument's own unsteadiness (Jacobson and Truax).
package struct ReliableChange: Hashable, Sendable {
    /// The standard error of one measurement.
    package let errorOfMeasurement: Double
    /// The standard error of a difference of two.
    package let errorOfDifference: Double
    /// The least change that is reliable, in points of the score.
    package let least: Double

    /// From the scores' standard deviation and the instrument's reliability; nil for a deviation that is not over 0 or a
    /// reliability outside 0 to 1.
    package init?(deviation: Double, reliability: Double) {
        guard deviation > 0, reliability >= 0, reliability < 1 else { return nil }
        errorOfMeasurement = deviation * (1 - reliability).squareRoot()
        errorOfDifference = 2.0.squareRoot() * errorOfMeasurement
        least = ReliableChange.width * errorOfDifference
    }

    /// What a change says.
    package enum Verdict: String, CaseIterable, Hashable, Sendable {
        case improved, unchanged, deteriorated
    }

    /// What the change from one score to another says; a change of exactly the least is reliable.
    /// - Parameter isHighGood: whether more points are better.
    package func verdict(from first: Double, to last: Double, isHighGood: Bool) -> Verdict {
        let gain = isHighGood ? last - first : first - last
        return gain >= least ? .improved : gain <= -least ? .deteriorated : .unchanged
    }

    /// As the index is defined: 1.96, not the longer number.
    private static let width = 1.96
}
