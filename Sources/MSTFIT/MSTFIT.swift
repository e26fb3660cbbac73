import CivilDate
import Intervention

/// MST family integrated transitions: a young person comes home from residential care, foster care or custody.
///
/// Treatment begins while the young person is placed, goes on through graded visits home, and ends at home. The planned
/// duration is per phase: a move home that slips lengthens the phase before it and takes nothing from the one at home.
public struct MSTFIT: InterventionModel {
    /// The model.
    public init() {}

    /// `mst-fit`.
    public var id: ModelID { "mst-fit" }

    /// The first version.
    public var version: ModelVersion { ModelVersion(1) }

    /// The name that people use.
    public var title: String { "MST-FIT" }

    /// The young person with the carers of both settings.
    public var client: ClientSubject { .youngPerson }

    /// Placed, transition, home.
    public var phases: PhaseGraph { MSTFIT.graph }

    /// The questions of the model.
    public var criteria: [EligibilityCriterion] { MSTFIT.questions }

    /// What a referral must meet.
    public var requirements: [EligibilityRequirement] { MSTFIT.asks }

    /// The numbers of the model.
    public var parameters: [Parameter] { MSTFIT.allParameters }

    /// The TAM-R and the invented interview, asked of carers and, while placed, of the key worker.
    public var instruments: [Instrument] { MSTFIT.interviews }

    /// The training of every MST team.
    public var trainings: [TrainingRequirement] { MSTFIT.courses }

    /// The three outcomes of the network.
    public var outcomes: [OutcomeDefinition] { OutcomeDefinition.ofTheNetwork }

    /// The reasons of the network; being placed at the beginning of treatment is not one.
    public var closureReasons: [ClosureReason] { MSTFIT.reasons }

    /// None: the model states none that is public (`clinical.md` 6 is for standard MST only).
    public var targets: [IndicatorTarget] { [] }

    /// The usual review; see ``InterventionModel/usualReview(_:of:with:on:)``.
    public func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        try usualReview(command, of: episode, with: settings, on: day)
    }

    static let placed = PlannedDuration(least: "placed-least", most: "placed-most")
    static let home = PlannedDuration(least: "home-least", most: "home-most")

    /// Going home can be tried and fail, so transition leads back; and a young person may move home without graded
    /// visits.
    private static let graph = PhaseGraph(
        treatment: [
            Phase("placed", "Placed away from home", kind: .treatment, planned: placed),
            Phase("transition", "Transition with graded visits home", kind: .treatment),
            Phase("home", "At home", kind: .treatment, planned: home),
        ],
        advances: [
            PhaseStep(from: "placed", to: "transition", by: .advance),
            PhaseStep(from: "transition", to: "home", by: .advance),
            PhaseStep(from: "transition", to: "placed", by: .advance),
            PhaseStep(from: "placed", to: "home", by: .advance),
        ]
    )
    private static let respondents: [Respondent] = .carers + [.keyWorker]
    /// Once the child is home nobody has the care of it there but its carers (`uk.md` 2.3 rule 1).
    private static let respondentsByPhase: [PhaseID: [Respondent]] = ["home": .carers]
    private static let interviews: [Instrument] = [
        .tamR(asking: respondents, in: respondentsByPhase), .demonstration(asking: respondents, in: respondentsByPhase),
    ]
    private static let reasons = ClosureReason.usual(
        titlingPlaced: "Placed again, or in custody, because of an event during treatment"
    )
    private static let courses = TeamDuties.trainings()
}
