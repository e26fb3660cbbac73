extension SimulationParameter {
    /// What is taken from the share that completes, at one site.
    static let plantedBelow = Self("planted-outlier-below", 0.25, .points, decided)
    /// What is added to it at another.
    static let plantedAbove = Self("planted-outlier-above", 0.1, .points, decided)
    /// How far sites lie to either side of the share without new arrests: evenly spread, all of them.
    static let plantedSpread = Self("planted-spread", 0.13, .points, decided)
    /// What is added to the share of unknown answers, at one site.
    static let plantedMissing = Self("planted-missing-answers", 0.35, .points, decided)

    /// What a rehearsal plants.
    package static let planted: [SimulationParameter] = [plantedBelow, plantedAbove, plantedSpread, plantedMissing]

    private static let decided = "decided for the rehearsal"
}
