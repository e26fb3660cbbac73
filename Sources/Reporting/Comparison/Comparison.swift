import Statistics

/// Units beside each other: a funnel with exact limits around what all of them come to, whether they differ by more than
/// chance, and what their case-mix would have let expect (statistics.md 3 and 4). It is arithmetic over counts and knows no
/// database.
package struct Comparison: Hashable, Sendable {
    /// What was counted of a unit.
    package struct Counted: Hashable, Sendable {
        /// Its code: units are shown by it and never by rank.
        package let code: String
        /// So many of so many.
        package let share: Proportion
        /// Of those, the cases of teams that had worked for less than twelve months; they are in the share.
        package let young: Proportion?
        /// How many the rates of all units would give for its case-mix; nil where nobody worked it out.
        package let expected: Double?

        /// Counts of a unit.
        package init(_ code: String, _ share: Proportion, young: Proportion? = nil, expected: Double? = nil) {
            self.code = code
            self.share = share
            self.young = young
            self.expected = expected
        }
    }

    /// A unit with what its distance from all others says.
    package struct Unit: Hashable, Sendable {
        /// What was counted.
        package let counted: Counted
        /// The exact limits of 95 % for its number of cases; nil without a case.
        package let limits95: Interval?
        /// The exact limits of 99.8 %; nil without a case.
        package let limits998: Interval?
        /// What it says by the exact tail; without a case nothing.
        package let signal: FunnelSignal
        /// The limits that allow for the difference between units; nil where there is no more of it than chance.
        package let wide95: Interval?
        /// The same of 99.8 %.
        package let wide998: Interval?
        /// Observed over expected; nil where nothing is expected.
        package let ratio: StandardisedRatio?

        /// What it says by the limits that allow for the difference between units; nil where there are none.
        package var wideSignal: FunnelSignal? {
            guard let wide95, let wide998, let value = counted.share.value else { return nil }
            if value < wide998.low || value > wide998.high { return .alarm }
            return value < wide95.low || value > wide95.high ? .alert : FunnelSignal.none
        }

        /// The share of all units times observed over expected, at most 1; nil where nothing is expected.
        package func adjusted(to centre: Double) -> Double? { ratio.map { min(1, centre * $0.value) } }
    }

    /// All units together: their sum over their sum, never a mean of shares.
    package let centre: Proportion?
    /// The test of over-dispersion; nil for fewer than two units with a case.
    package let overdispersion: Overdispersion?
    /// The units by code.
    package let units: [Unit]

    /// A comparison.
    package init(_ counted: [Counted]) {
        let shares = counted.map(\.share)
        centre = Proportion(
            numerator: shares.reduce(0) { $0 + $1.numerator }, denominator: shares.reduce(0) { $0 + $1.denominator })
        let overdispersion = Overdispersion(shares)
        self.overdispersion = overdispersion
        let funnel = centre?.value.flatMap { FunnelLimits(around: $0) }
        units = counted.sorted { $0.code < $1.code }.map {
            Unit($0, in: funnel, overdispersion.flatMap { $0.isPresent ? $0 : nil })
        }
    }

    /// How many signals of 95 % and of 99.8 % chance alone gives among so many units with a case.
    package var byChance: (alerts: Double, alarms: Double) {
        let cases = units.count { $0.counted.share.denominator > 0 }
        let looks = ManyLooks(units: cases, indicators: 1)
        return (looks?.expected(beyond: .z95) ?? 0, looks?.expected(beyond: .z998) ?? 0)
    }
}

extension Comparison.Unit {
    /// - Parameters:
    ///   - funnel: nil where there is no case at all.
    ///   - overdispersion: nil where chance explains all.
    fileprivate init(
        _ counted: Comparison.Counted, in funnel: FunnelLimits?, _ overdispersion: Overdispersion?
    ) {
        let cases = counted.share.denominator
        self.counted = counted
        limits95 = funnel?.exact(of: cases, at: .z95)
        limits998 = funnel?.exact(of: cases, at: .z998)
        signal = funnel?.signal(of: counted.share) ?? .none
        wide95 = overdispersion?.limits(of: cases, at: .z95)
        wide998 = overdispersion?.limits(of: cases, at: .z998)
        ratio = counted.expected.flatMap { StandardisedRatio(observed: counted.share.numerator, expected: $0) }
    }
}
