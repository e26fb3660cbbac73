import CivilDate
import Intervention

/// An invented model for a child who cannot sleep at home: first the nights are settled, then they are kept so.
///
/// It shows what a site writes for a model of its own, and stands for no treatment that anybody gives.
public struct Lantern: InterventionModel {
    /// The model.
    public init() {}

    /// The id: never reused for another model.
    public var id: ModelID { "lantern" }
    /// The first version.
    public var version: ModelVersion { ModelVersion(1) }
    /// The name that people use.
    public var title: String { "Lantern" }
    /// The child with whoever has the care.
    public var client: ClientSubject { .youngPerson }
    /// Settling, then keeping.
    public var phases: PhaseGraph { Self.graph }
    /// The numbers that the model depends on.
    public var parameters: [Parameter] { Self.allParameters }
    /// What is asked of a referral.
    public var criteria: [EligibilityCriterion] { Self.questions }
    /// What a referral must meet.
    public var requirements: [EligibilityRequirement] { Self.asks }
    /// A plan for the nights, and a log of them.
    public var facts: [FactDefinition] { Self.records }
    /// How the nights stand.
    public var trackers: [Tracker] { Self.tracked }
    /// Sitting with the child.
    public var modules: [TreatmentModule] { Self.parts }
    /// The plan within days, a log every week.
    public var duties: [FactDuty] { Self.owed }
    /// The invented interview.
    public var instruments: [Instrument] { Self.interviews }
    /// The outcomes of the network, and one of its own.
    public var outcomes: [OutcomeDefinition] { Self.asked }
    /// The reasons of the network.
    public var closureReasons: [ClosureReason] { Self.reasons }
    /// None.
    public var targets: [IndicatorTarget] { [] }

    static let settling = PlannedDuration(least: "settling-least", most: "settling-most")
    static let keeping = PlannedDuration(least: "keeping-least", most: "keeping-most")

    private static let graph = PhaseGraph(
        treatment: [
            Phase("settling", "Nights are settled", kind: .treatment, planned: settling),
            Phase("keeping", "Nights are kept settled", kind: .treatment, planned: keeping),
        ],
        advances: [PhaseStep(from: "settling", to: "keeping", by: .advance)]
    )
    private static let questions = [
        EligibilityCriterion("wakes-at-night", "Does the child wake at night?", .includes, source: invented),
        EligibilityCriterion("no-bed", "Has the child no bed of its own?", .needsAdvice, source: invented),
    ]
    private static let asks = [EligibilityRequirement("disturbed nights", [.init(["wakes-at-night"])])]
    private static let interviews: [Instrument] = [.demonstration(asking: .carers)]
    private static let reasons = ClosureReason.usual()
    private static let asked =
        OutcomeDefinition.ofTheNetwork + [
            OutcomeDefinition(
                "sleeps", "Sleeps through", meaning: "The child sleeps through most nights of a week.",
                base: .opportunity, source: invented
            )
        ]

    static let invented = "invented [I]"

    /// A gate may be hard only where a source that anybody can read states the rule; here it stands for the model's own.
    static let manual = "the manual of the invented model, which states the rule [V]"
}
