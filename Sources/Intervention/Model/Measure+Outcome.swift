extension Measure {
    /// The figure of an outcome at closing, over the closures that its definition names.
    public init(of outcome: OutcomeDefinition) {
        let base: (over: MeasureBase, unknowns: Unknowns) =
            switch outcome.base {
            case .opportunity: (.opportunity, .apart)
            case .allClosures: (.closed, .apart)
            case .started: (.started, .kept)
            }
        self.init(
            MeasureKey(outcome.key), outcome.title, meaning: outcome.meaning, over: base.over,
            counting: .outcome(outcome.key), unknowns: base.unknowns, source: outcome.source
        )
    }
}

extension MeasureKey {
    /// The key of an outcome's figure.
    public init(_ outcome: OutcomeKey) { self.init(of: outcome) }
}

extension InterventionModel {
    /// The figures of the instrumental outcomes.
    public var instrumentalMeasures: [Measure] {
        outcomes.filter { $0.role == .instrumental }.map { Measure(of: $0) }
    }

    /// The figures that the network's table has not: the model's further ultimate outcomes, then its measures.
    public var ownMeasures: [Measure] {
        let common = Set(OutcomeDefinition.ofTheNetwork.map(\.key))
        let further = outcomes.filter { $0.role == .ultimate && !common.contains($0.key) }
        return further.map { Measure(of: $0) } + measures
    }
}
