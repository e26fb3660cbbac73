import CivilDate

/// One licensed way of treating a family, from referral to follow-up.
///
/// A model is a value: the same questions get the same answers on any machine. It knows no clock, no file and no
/// database. Its laws are checked by ``ModelConformance``: `homeward model check` runs them on every registered model.
///
/// - A model is a `struct` (or another value) whose members answer the same each time.
/// - Every number it depends on is one of its ``parameters``, with unit, bounds and source.
/// - Every step that an episode may take stands in ``phases``; nothing is legal by default.
/// - An id is never reused, and a version never changes once an episode began under it.
public protocol InterventionModel: Sendable {
    /// The id: `mst-can`.
    var id: ModelID { get }
    /// The version.
    var version: ModelVersion { get }
    /// The name that people use.
    var title: String { get }
    /// Who is treated.
    var client: ClientSubject { get }
    /// The numbers and choices that the model depends on.
    var parameters: [Parameter] { get }
    /// The questions that are asked of a referral.
    var criteria: [EligibilityCriterion] { get }
    /// What a referral must meet, all of it.
    var requirements: [EligibilityRequirement] { get }
    /// The phases and every legal step between them.
    var phases: PhaseGraph { get }
    /// What the model records beyond the common words of an episode.
    var facts: [FactDefinition] { get }
    /// State machines over those facts.
    var trackers: [Tracker] { get }
    /// The parts of treatment, with what must be so for each to begin.
    var modules: [TreatmentModule] { get }
    /// Facts that are owed at a time.
    var duties: [FactDuty] { get }
    /// The instruments, the adherence interview among them.
    var instruments: [Instrument] { get }
    /// The outcomes asked at closing and follow-up, each with the base that it is counted on.
    var outcomes: [OutcomeDefinition] { get }
    /// The figures that reports count for this model beside the network's table and the model's outcomes.
    var measures: [Measure] { get }
    /// The closure reasons and the group each counts in.
    var closureReasons: [ClosureReason] { get }
    /// The training that the model asks of a team's staff.
    var trainings: [TrainingRequirement] { get }
    /// What the model states as its aim for an indicator. An indicator without one has no target.
    var targets: [IndicatorTarget] { get }
    /// Published figures to read one's own beside.
    var comparators: [Comparator] { get }

    /// Whether the model is right for a referral, with every reason. Pure: the same answers and day give the same verdict.
    func screen(
        _ profile: Profile, _ answers: ReferralAnswers, with settings: ModelSettings, on day: CivilDate
    ) -> Eligibility

    /// What the model has to say of a command that the engine finds legal.
    /// - Returns: advice for the person who records it; never an obstacle.
    /// - Throws: the rule that forbids it.
    func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory]

    /// What is owed in an episode, by a day: everything that was or is due through it, and what comes next.
    func obligations(
        of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation]

    /// What somebody should look at in an episode, on a day.
    /// - Parameter obligations: what ``obligations(of:with:through:)`` gives of the episode and the day, derived once.
    func alerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert]

    /// What is owed by a team, by a day: everything that was or is due through it, and what comes next.
    func obligations(
        of team: TeamSituation, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation]

    /// What somebody should look at in a team, on a day.
    func alerts(for team: TeamSituation, with settings: ModelSettings, on day: CivilDate) -> [Alert]
}

extension InterventionModel {
    /// No published figures.
    public var comparators: [Comparator] { [] }

    /// No training.
    public var trainings: [TrainingRequirement] { [] }

    /// No figures beside those of its outcomes.
    public var measures: [Measure] { [] }

    /// No questions but the age.
    public var criteria: [EligibilityCriterion] { [] }

    /// Nothing but the age.
    public var requirements: [EligibilityRequirement] { [] }

    /// Nothing beyond the common words.
    public var facts: [FactDefinition] { [] }

    /// Nothing to track.
    public var trackers: [Tracker] { [] }

    /// No parts that are told apart.
    public var modules: [TreatmentModule] { [] }

    /// No facts that are owed at a time.
    public var duties: [FactDuty] { [] }

    /// Judges by ages, questions and requirements.
    public func screen(
        _ profile: Profile, _ answers: ReferralAnswers, with settings: ModelSettings, on day: CivilDate
    ) -> Eligibility {
        usualScreening(profile, answers, with: settings, on: day)
    }

    /// The obligations that every MST model has.
    public func obligations(
        of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        usualObligations(of: episode, with: settings, through: day)
    }

    /// The alerts that every MST model has.
    public func alerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        usualAlerts(for: episode, owing: obligations, with: settings, on: day)
    }

    /// What somebody should look at in an episode, for those who do not ask what is owed as well.
    public func alerts(for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        let obligations = obligations(of: episode, with: settings, through: day)
        return alerts(for: episode, owing: obligations, with: settings, on: day)
    }

    /// The obligations that every MST team has.
    public func obligations(
        of team: TeamSituation, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        usualObligations(of: team, with: settings, through: day)
    }

    /// The alerts that every MST team has.
    public func alerts(for team: TeamSituation, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        usualAlerts(for: team, with: settings, on: day)
    }

    /// Nothing to say.
    public func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        []
    }
}

/// Who a model treats.
public enum ClientSubject: String, Hashable, Sendable {
    /// The young person with the carers.
    case youngPerson = "young-person"
    /// The whole family, so that modules attach to a person.
    case wholeFamily = "whole-family"
}

/// Advice to the person who records something: a sentence, and a code to count it by. Never an obstacle.
public struct Advisory: Hashable, Sendable {
    /// What the advice is about: `age-outside-range`.
    public var code: String
    /// One sentence with the value and what would be usual.
    public var sentence: String

    /// Advice.
    public init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}
