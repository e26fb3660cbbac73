/// Everything that a model declares, as a plain value: to be shown, and to be compared with another version of it.
public struct ModelDescription: Hashable, Sendable {
    /// The id.
    public let id: ModelID
    /// The version.
    public let version: ModelVersion
    /// The name that people use.
    public let title: String
    /// Who is treated.
    public let client: ClientSubject
    /// The phases and every legal step.
    public let phases: PhaseGraph
    /// The numbers and choices.
    public let parameters: [Parameter]
    /// The instruments.
    public let instruments: [Instrument]
    /// The outcomes.
    public let outcomes: [OutcomeDefinition]
    /// The questions asked of a referral.
    public let criteria: [EligibilityCriterion]
    /// What a referral must meet.
    public let requirements: [EligibilityRequirement]
    /// The aims.
    public let targets: [IndicatorTarget]
    /// The published figures.
    public let comparators: [Comparator]
    /// The closure reasons.
    public let closureReasons: [ClosureReason]

    /// What a model declares.
    public init(_ model: any InterventionModel) {
        id = model.id
        version = model.version
        title = model.title
        client = model.client
        phases = model.phases
        parameters = model.parameters
        instruments = model.instruments
        outcomes = model.outcomes
        criteria = model.criteria
        requirements = model.requirements
        targets = model.targets
        comparators = model.comparators
        closureReasons = model.closureReasons
    }

    /// The parameter of a key, or nil.
    func parameter(_ key: ParameterKey) -> Parameter? { parameters.first { $0.key == key } }
}
