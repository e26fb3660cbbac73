/// The limits of an interval.
package struct Interval: Hashable, Sendable {
    /// The lower limit.
    package let low: Double

    /// The upper limit, not below the lower.
    package let high: Double
}
