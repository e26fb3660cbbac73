import Reporting
import Statistics

/// What the report's comparison says of sites that have places and no codes.
struct RehearsedComparison {
    /// The signal of each site, in their order.
    let signals: [FunnelSignal]
    /// Whether each lies below all together.
    let isBelow: [Bool]
    /// The test of over-dispersion; nil for fewer than two sites with cases.
    let overdispersion: Overdispersion?

    init(_ shares: [Proportion]) {
        // A comparison sorts by code: codes of one length keep the order.
        let comparison = Comparison(
            shares.enumerated().map { place, share in Comparison.Counted("\(1000 + place)", share) })
        let centre = comparison.centre?.value ?? 0
        signals = comparison.units.map(\.signal)
        isBelow = comparison.units.map { ($0.counted.share.value ?? centre) < centre }
        overdispersion = comparison.overdispersion
    }
}
