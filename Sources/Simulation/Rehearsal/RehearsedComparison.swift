import Statistics

/// What a comparison says of the sites: the same arithmetic as the report's.
struct RehearsedComparison {
    /// The signal of each site, in their order.
    let signals: [FunnelSignal]
    /// Whether each lies below all together.
    let isBelow: [Bool]
    /// The test of over-dispersion; nil for fewer than two sites with cases.
    let overdispersion: Overdispersion?

    init(_ shares: [Proportion]) {
        let cases = shares.reduce(0) { $0 + $1.denominator }
        let centre = cases > 0 ? Double(shares.reduce(0) { $0 + $1.numerator }) / Double(cases) : 0
        let limits = FunnelLimits(around: centre)
        signals = shares.map { limits?.signal(of: $0) ?? .none }
        isBelow = shares.map { ($0.value ?? centre) < centre }
        overdispersion = Overdispersion(shares)
    }
}
