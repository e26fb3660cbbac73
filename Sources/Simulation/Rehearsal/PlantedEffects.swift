/// What is planted into a rehearsed network, so that a comparison can show whether it finds it: two sites that truly differ
/// in how many complete treatment, one indicator in which all sites differ, and one site that leaves answers out.
package struct PlantedEffects: Hashable, Sendable {
    /// The site, counted from 1, where fewer complete treatment.
    package let low: Int
    /// The site where more do.
    package let high: Int
    /// The site where answers are missing.
    package let missing: Int
    /// What chance begins with.
    package let seed: UInt64

    /// Effects at three different sites of a network.
    /// - Parameter sites: how many there are; 3 or more.
    package init(seed: UInt64, sites: Int) {
        var dice = Dice(seed: seed, PlantedEffects.path)
        var left = Array(1...max(3, sites))
        func draw() -> Int { left.remove(at: dice.whole(0...(left.count - 1))) }
        self.seed = seed
        (low, high, missing) = (draw(), draw(), draw())
    }

    /// What is planted at a site that is to be found by a question; nil for nothing.
    package func effect(of site: Int, in question: RehearsedQuestion) -> PlantedEffect? {
        switch (question, site) {
        case (.completed, low): .outlierBelow
        case (.completed, high): .outlierAbove
        case (.answered, missing): .missingData
        default: nil
        }
    }

    /// The true share of a site.
    package func rate(of site: Int, in question: RehearsedQuestion) -> Double {
        question.rate + difference(of: site, in: question)
    }

    /// By how much a site's true share differs from that of all others.
    func difference(of site: Int, in question: RehearsedQuestion) -> Double {
        switch effect(of: site, in: question) {
        case .outlierBelow: -SimulationParameter.plantedBelow.value
        case .outlierAbove: SimulationParameter.plantedAbove.value
        case .missingData: -SimulationParameter.plantedMissing.value
        case nil:
            question == .noNewArrests
                ? SimulationParameter.plantedSpread.value * Spread(seed: seed, trait: 5).value(of: site) : 0
        }
    }

    private static let path: UInt64 = 0x504C_414E_54
}

/// One thing that is planted at one site.
package enum PlantedEffect: String, CaseIterable, Hashable, Sendable {
    case outlierBelow = "true outlier, below"
    case outlierAbove = "true outlier, above"
    case missingData = "missing data"

    /// On which side of all others a comparison must see it.
    var isBelow: Bool { self != .outlierAbove }
}
