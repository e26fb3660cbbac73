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
    /// What is recorded beyond the common words.
    public let facts: [FactDefinition]
    /// State machines over those facts.
    public let trackers: [Tracker]
    /// The parts of treatment.
    public let modules: [TreatmentModule]
    /// Facts that are owed at a time.
    public let duties: [FactDuty]
    /// The training that staff need.
    public let trainings: [TrainingRequirement]
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
    /// The figures of the model's own.
    public let measures: [Measure]
    /// The closure reasons.
    public let closureReasons: [ClosureReason]

    /// What sites set instead of the standard values; empty where no database was asked.
    public let overrides: [SettingOverride]

    /// What a model declares.
    /// - Parameter overrides: what sites set, in the order in which it is to be shown.
    public init(_ model: any InterventionModel, overrides: [SettingOverride] = []) {
        self.overrides = overrides
        facts = model.facts
        trackers = model.trackers
        modules = model.modules
        duties = model.duties
        trainings = model.trainings
        id = model.id
        version = model.version
        title = model.title
        client = model.client
        phases = model.phases
        parameters = model.parameters
        instruments = model.instruments
        outcomes = model.outcomes
        measures = model.measures
        criteria = model.criteria
        requirements = model.requirements
        targets = model.targets
        comparators = model.comparators
        closureReasons = model.closureReasons
    }

    /// The parameter of a key, or nil.
    func parameter(_ key: ParameterKey) -> Parameter? { parameters.first { $0.key == key } }
}
