import CivilDate
import Intervention

/// An invented model for a child who cannot sleep at home: first the nights are settled, then they are kept so.
///
/// It shows what a site writes for a model of its own, and stands for no treatment that anybody gives.
public struct Lantern: InterventionModel {
    /// The model.
    public init() {}

    public var id: ModelID { "lantern" }
    public var version: ModelVersion { ModelVersion(1) }
    public var title: String { "Lantern" }
    public var client: ClientSubject { .youngPerson }
    public var phases: PhaseGraph { Self.graph }
    public var parameters: [Parameter] { Self.allParameters }
    public var criteria: [EligibilityCriterion] { Self.questions }
    public var requirements: [EligibilityRequirement] { Self.asks }
    public var facts: [FactDefinition] { Self.records }
    public var trackers: [Tracker] { Self.tracked }
    public var modules: [TreatmentModule] { Self.parts }
    public var duties: [FactDuty] { Self.owed }
    public var instruments: [Instrument] { Self.interviews }
    public var outcomes: [OutcomeDefinition] { Self.asked }
    public var closureReasons: [ClosureReason] { Self.reasons }
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
}
