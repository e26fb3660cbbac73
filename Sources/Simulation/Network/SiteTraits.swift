/// How a site differs from the network's average.
struct SiteTraits: Hashable, Sendable {
    /// Added to the share that completes treatment.
    let completion: Double
    /// Added to the share of families at the threshold.
    let adherence: Double
    /// Added to the share of referrals that is declined.
    let declining: Double
    /// What a stay is multiplied with.
    let stay: Double
    /// Added to the share without new arrests.
    let arrests: Double
    /// Added to the share of unknown answers.
    let unknown: Double

    /// - Parameter planted: what a rehearsal plants, in the place of the site's own difference; nil for none.
    init(of site: Int, seed: UInt64, planted: PlantedEffects?) {
        func points(_ parameter: SimulationParameter, _ trait: UInt64) -> Double {
            parameter.value * Spread(seed: seed, trait: trait).value(of: site)
        }
        completion = planted?.difference(of: site, in: .completed) ?? points(.siteCompletion, 0)
        adherence = points(.siteAdherence, 1)
        declining = points(.siteDeclining, 2)
        stay = 1 + points(.siteStay, 3)
        arrests = planted?.difference(of: site, in: .noNewArrests) ?? 0
        unknown = -(planted?.difference(of: site, in: .answered) ?? 0)
    }
}
