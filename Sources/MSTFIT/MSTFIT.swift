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

    /// The TAM-R and the invented interview, asked of carers and, while placed, of the key worker; the SDQ; the measures
    /// of supervisor and consultant.
    public var instruments: [Instrument] { MSTFIT.interviews }

    /// The training of every MST team.
    public var trainings: [TrainingRequirement] { MSTFIT.courses }

    /// The analytic process, with the target that a goal works on, consent, and what the move home brings.
    public var facts: [FactDefinition] { MSTFIT.kinds }

    /// Skills, motivation, relapse prevention, transition, and coaching of those who have the care while placed.
    public var modules: [TreatmentModule] { MSTFIT.parts }

    /// Summaries, weekly skills while placed, and the plans around the move home.
    public var duties: [FactDuty] { MSTFIT.owed }

    /// The three outcomes of the network, `at_home` over all who started, and the six instrumental ones.
    public var outcomes: [OutcomeDefinition] { MSTFIT.results }

    /// The four denominators of the way home, reported together.
    public var measures: [Measure] { MSTFIT.figures }

    /// The reasons of the network; being placed at the beginning of treatment is not one.
    public var closureReasons: [ClosureReason] { MSTFIT.reasons }

    /// None: the model states none that is public (`clinical.md` 6 is for standard MST only).
    public var targets: [IndicatorTarget] { [] }

    /// The usual review, and advice on a goal of a lower target while one of a higher target is open.
    public func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        try usualReview(command, of: episode, with: settings, on: day)
            + MSTFIT.adviceOnTargets(command, of: episode, on: day)
    }

    static let placed = PlannedDuration(least: "placed-least", most: "placed-most")
    static let home = PlannedDuration(least: "home-least", most: "home-most")

    /// Going home can be tried and fail, so transition leads back; and a young person may move home without graded
    /// visits.
    private static let graph = PhaseGraph(
        treatment: [
            Phase("placed", "Placed away from home", kind: .treatment, planned: placed, setting: .away),
            Phase("transition", "Transition with graded visits home", kind: .treatment, setting: .between),
            Phase("home", "At home", kind: .treatment, planned: home, setting: .home),
        ],
        advances: [
            PhaseStep(from: "placed", to: "transition", by: .advance),
            PhaseStep(from: "transition", to: "home", by: .advance),
            PhaseStep(from: "transition", to: "placed", by: .advance),
            PhaseStep(from: "placed", to: "home", by: .advance),
        ]
    )
    private static let respondents: [Respondent] = .carers + [.keyWorker]
    private static let atHome: [PhaseID: [Respondent]] = ["home": .carers]
    private static let interviews: [Instrument] = [
        .tamR(asking: respondents, in: atHome), .demonstration(asking: respondents, in: atHome),
        .sdq(asking: respondents), .supervisorMeasure, .consultantMeasure,
    ]
    private static let kinds = AnalyticProcess.facts(addingToGoals: [target]) + Consents.facts + transitions + skills
    private static let owed = AnalyticProcess.duties + transitionDuties
    private static let results = ultimate + OutcomeDefinition.instrumental
    private static let reasons = ClosureReason.usual(
        titlingPlaced:
            "Placed again after the move home, or placed anew without a plan, because of an event in treatment"
    )
    private static let courses = TeamDuties.trainings()
}
