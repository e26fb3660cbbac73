import CivilDate
import Intervention

/// Standard multisystemic therapy for young people at risk of care or custody through antisocial behaviour: one phase
/// of treatment at home.
public struct StandardMST: InterventionModel {
    /// The model.
    public init() {}

    /// `mst`.
    public var id: ModelID { "mst" }

    /// The first version.
    public var version: ModelVersion { ModelVersion(1) }

    /// The name that people use.
    public var title: String { "Standard MST" }

    /// The young person with the carers.
    public var client: ClientSubject { .youngPerson }

    /// One phase of treatment.
    public var phases: PhaseGraph { StandardMST.graph }

    /// The questions of the model.
    public var criteria: [EligibilityCriterion] { StandardMST.questions }

    /// What a referral must meet.
    public var requirements: [EligibilityRequirement] { StandardMST.asks }

    /// The numbers of the model.
    public var parameters: [Parameter] { StandardMST.allParameters }

    /// The TAM-R and the invented interview, both asked of carers; the SDQ; the measures of supervisor and consultant.
    public var instruments: [Instrument] { StandardMST.interviews }

    /// The training of every MST team.
    public var trainings: [TrainingRequirement] { StandardMST.courses }

    /// The analytic process and consent.
    public var facts: [FactDefinition] { StandardMST.kinds }

    /// The weekly summary.
    public var duties: [FactDuty] { AnalyticProcess.duties }

    /// The three outcomes of the network and the six instrumental ones.
    public var outcomes: [OutcomeDefinition] { StandardMST.results }

    /// The reasons of the network.
    public var closureReasons: [ClosureReason] { StandardMST.reasons }

    /// The programme's own aims.
    public var targets: [IndicatorTarget] { StandardMST.aims }

    /// The published network averages.
    public var comparators: [Comparator] { StandardMST.networkAverages }

    /// The usual review; see ``InterventionModel/usualReview(_:of:with:on:)``.
    public func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        try usualReview(command, of: episode, with: settings, on: day)
    }

    static let treatment = PlannedDuration(least: "treatment-least", most: "treatment-most")

    private static let graph = PhaseGraph(treatment: [
        Phase("treatment", "Treatment at home", kind: .treatment, planned: treatment)
    ])
    private static let interviews: [Instrument] = [
        .tamR(asking: .carers), .demonstration(asking: .carers), .sdq(asking: .carers), .supervisorMeasure,
        .consultantMeasure,
    ]
    private static let kinds = AnalyticProcess.facts() + Consents.facts
    private static let results = OutcomeDefinition.ofTheNetwork + OutcomeDefinition.instrumental
    private static let reasons = ClosureReason.usual()
    private static let courses = TeamDuties.trainings()
}
