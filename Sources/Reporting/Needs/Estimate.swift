/// A figure that nobody knows exactly: low, middle and high, and who says so.
package struct Estimate: Hashable, Sendable {
    /// Below it is not expected.
    package let low: Double
    /// The best guess.
    package let middle: Double
    /// Above it is not expected.
    package let high: Double

    /// An estimate, or nil unless 0 <= low <= middle <= high.
    package init?(low: Double, middle: Double, high: Double) {
        guard low >= 0, low <= middle, middle <= high, high.isFinite else { return nil }
        self.init(ordered: low, middle, high)
    }

    private init(ordered low: Double, _ middle: Double, _ high: Double) {
        self.low = low
        self.middle = middle
        self.high = high
    }

    /// Whether a quotient by it has a value.
    var isPositive: Bool { low > 0 }

    /// Both lows, both middles and both highs multiplied: the range if everything is low or high together.
    static func * (lhs: Estimate, rhs: Estimate) -> Estimate {
        Estimate(ordered: lhs.low * rhs.low, lhs.middle * rhs.middle, lhs.high * rhs.high)
    }

    /// The low over the high, and the high over the low; of something positive only.
    static func / (lhs: Estimate, rhs: Estimate) -> Estimate {
        Estimate(ordered: lhs.low / rhs.high, lhs.middle / rhs.middle, lhs.high / rhs.low)
    }

    /// The estimate a number of times.
    static func * (lhs: Estimate, rhs: Double) -> Estimate {
        Estimate(ordered: lhs.low * rhs, lhs.middle * rhs, lhs.high * rhs)
    }

    /// Whole ones: as many as are needed.
    var roundedUp: Estimate { Estimate(ordered: low.rounded(.up), middle.rounded(.up), high.rounded(.up)) }
}
