/// What was observed over what was expected of a like network: indirect standardisation.
package struct StandardisedRatio: Hashable, Sendable {
    /// Events, 0 or more.
    package let observed: Int
    /// What the network's rates would have given, over 0.
    package let expected: Double

    /// A ratio, or nil when fewer than 0 were observed or nothing was expected.
    package init?(observed: Int, expected: Double) {
        guard observed >= 0, expected > 0, expected.isFinite else { return nil }
        self.observed = observed
        self.expected = expected
    }

    /// The ratio; 1 where as many were observed as expected.
    package var value: Double { Double(observed) / expected }

    /// The limits of the observed count over what is expected.
    package func limits(at quantile: NormalQuantile = .z95) -> Interval? {
        CountInterval(observed, at: quantile).map {
            Interval(low: $0.limits.low / expected, high: $0.limits.high / expected)
        }
    }

    /// Whether too little was expected for the ratio to say much: below 5, as public-health practice has it.
    package var isUnsteady: Bool { expected < StandardisedRatio.leastExpected }

    /// The least that should be expected.
    package static let leastExpected = 5.0
}
