import RealModule

/// The interval of a count of events that come one by one, with how it was worked out.
package struct CountInterval: Hashable, Sendable {
    /// How limits are worked out.
    package enum Method: String, CaseIterable, Hashable, Sendable {
        /// From the Poisson distribution itself: below 10, where Byar's lower limit can be negative.
        case exact
        /// Byar's approximation.
        case byar
    }

    /// The limits, 0 or more.
    package let limits: Interval
    /// How they were worked out.
    package let method: Method

    /// The interval of a count; nil for one below 0.
    /// - Parameter quantile: how wide.
    package init?(_ count: Int, at quantile: NormalQuantile = .z95) {
        guard count >= 0 else { return nil }
        method = count < CountInterval.leastForByar ? .exact : .byar
        limits =
            method == .exact
            ? CountInterval.exact(count, at: quantile) : CountInterval.byar(count, at: quantile)
    }

    /// From how many on the approximation serves.
    private static let leastForByar = 10

    /// The limits that the Poisson distribution gives; exact for every count from 0 on.
    package static func exact(_ count: Int, at quantile: NormalQuantile = .z95) -> Interval {
        let tail = quantile.tail
        let k = Double(count)
        let low = count == 0 ? 0 : Root.between(0, k) { IncompleteGamma.lower(k, $0) - tail }
        let high = Root.above(k) { IncompleteGamma.upper(k + 1, $0) - tail }
        return Interval(low: low, high: high)
    }

    /// Byar's limits, for a count of 1 or more.
    static func byar(_ count: Int, at quantile: NormalQuantile) -> Interval {
        func limit(_ k: Double, _ z: Double) -> Double {
            let part = 1 - 1 / (9 * k) + z / (3 * k.squareRoot())
            return k * part * part * part
        }
        return Interval(low: limit(Double(count), -quantile.z), high: limit(Double(count) + 1, quantile.z))
    }
}
