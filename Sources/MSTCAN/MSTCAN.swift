import CivilDate
import Intervention

/// MST for child abuse and neglect: the whole family is treated, for longer and in smaller caseloads.
public struct MSTCAN: InterventionModel {
    /// The model.
    public init() {}

    /// `mst-can`.
    public var id: ModelID { "mst-can" }

    /// The first version.
    public var version: ModelVersion { ModelVersion(1) }

    /// The name that people use.
    public var title: String { "MST-CAN" }

    /// All adults and children of the family.
    public var client: ClientSubject { .wholeFamily }

    /// One phase of treatment.
    public var phases: PhaseGraph { MSTCAN.graph }

    /// The questions of the model.
    public var criteria: [EligibilityCriterion] { MSTCAN.questions }

    /// What a referral must meet.
    public var requirements: [EligibilityRequirement] { MSTCAN.asks }

    /// The numbers of the model.
    public var parameters: [Parameter] { MSTCAN.allParameters }

    /// The model's own adherence interview and the invented one, both asked of carers; the SDQ; the measures of
    /// supervisor and consultant.
    public var instruments: [Instrument] { MSTCAN.interviews }

    /// The training of every MST team, and the model's own.
    public var trainings: [TrainingRequirement] { MSTCAN.courses }

    /// The analytic process and consent, and what the model records of safety, substance use, modules and protection.
    public var facts: [FactDefinition] { MSTCAN.kinds }

    /// The relapse agreement of each adult, and the protection status of each child.
    public var trackers: [Tracker] { MSTCAN.machines }

    /// The parts of treatment with their gates.
    public var modules: [TreatmentModule] { MSTCAN.parts }

    /// Summaries, the safety plan and its reviews, tests, and where each child lives at the end.
    public var duties: [FactDuty] { MSTCAN.owed }

    /// The three outcomes of the network and the six instrumental ones.
    public var outcomes: [OutcomeDefinition] { MSTCAN.results }

    /// Re-abuse three ways, the protection plan, and each child's home.
    public var measures: [Measure] { MSTCAN.figures }

    /// The reasons of the network.
    public var closureReasons: [ClosureReason] { MSTCAN.reasons }

    /// None: the model states none that is public (`clinical.md` 6 is for standard MST only).
    public var targets: [IndicatorTarget] { [] }

    /// The usual review; see ``InterventionModel/usualReview(_:of:with:on:)``.
    public func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        try usualReview(command, of: episode, with: settings, on: day)
    }

    static let treatment = PlannedDuration(least: "treatment-least", most: "treatment-most")

    private static let graph = PhaseGraph(treatment: [
        Phase("treatment", "Treatment of the family", kind: .treatment, planned: treatment)
    ])
    private static let interviews: [Instrument] = [
        .tamCAN(asking: .carers), .demonstration(asking: .carers), .sdq(asking: .carers), .supervisorMeasure,
        .consultantMeasure,
    ]
    private static let kinds =
        AnalyticProcess.facts() + Consents.facts + safety + work + clarification + substanceUse + lapses + protection
    private static let machines = [relapse, protectionTracker]
    private static let owed = AnalyticProcess.duties + safetyDuties + testDuties + protectionDuties
    private static let results = OutcomeDefinition.ofTheNetwork + OutcomeDefinition.instrumental
    private static let reasons = ClosureReason.usual()
}
