/// Something that is measured by asking: who is asked, when, and what of it counts. Item texts are licensed and never here.
public struct Instrument: Hashable, Sendable {
    /// The id: `tam-r`.
    public var id: InstrumentID
    /// The name that people use.
    public var title: String
    /// What it measures, and so what its answers are used for.
    public var measures: InstrumentPurpose
    /// Whose answers count; empty for the measures that staff fill in.
    public var respondents: [Respondent]
    /// Whose answers count while an episode is in a phase, where that is fewer than ``respondents``: a key worker is asked
    /// while the child is placed, and no longer at home.
    public var respondentsByPhase: [PhaseID: [Respondent]]
    /// Whether therapists may hold it: the family's own, or one of the same team for a colleague. For adherence never: the
    /// guidelines forbid both.
    public var therapistMayCollect: Bool
    /// When it is due; nil when it follows no schedule of the family's own.
    public var schedule: InterviewSchedule?
    /// How items become a score.
    public var scoring: ItemScoring
    /// Where all this comes from.
    public var source: String

    /// An instrument.
    public init(
        _ id: InstrumentID, _ title: String, measures: InstrumentPurpose = .adherence, respondents: [Respondent],
        respondentsByPhase: [PhaseID: [Respondent]] = [:], therapistMayCollect: Bool = false,
        schedule: InterviewSchedule?, scoring: ItemScoring, source: String
    ) {
        self.id = id
        self.title = title
        self.measures = measures
        self.respondents = respondents
        self.respondentsByPhase = respondentsByPhase
        self.therapistMayCollect = therapistMayCollect
        self.schedule = schedule
        self.scoring = scoring
        self.source = source
    }
}

/// What an instrument measures.
public enum InstrumentPurpose: String, CaseIterable, Hashable, Sendable {
    /// How faithfully the family was treated, as the family tells it: the adherence interview.
    case adherence
    /// Strengths and difficulties of a young person.
    case difficulties
    /// How supervision is done, as the therapists see it.
    case supervision
    /// How consultation is done, as therapists and supervisor see it.
    case consultation

    /// Whether staff fill it in about a colleague, so that raters have to be protected.
    public var isRatedByStaff: Bool {
        switch self {
        case .supervision, .consultation: true
        case .adherence, .difficulties: false
        }
    }
}

/// When interviews are due: the first so many days after the first session, then at an interval until closing.
public struct InterviewSchedule: Hashable, Sendable {
    /// The parameter with the days from the first session to the first due day.
    public var firstAfter: ParameterKey
    /// The parameter with the days from one due day to the next.
    public var every: ParameterKey

    /// A schedule.
    public init(firstAfter: ParameterKey, every: ParameterKey) {
        self.firstAfter = firstAfter
        self.every = every
    }
}

/// What a model knows of the scoring of an instrument; the items themselves stand in its ``InstrumentDefinition``.
public struct ItemScoring: Hashable, Sendable {
    /// How many items it has; nil when its licence holder alone knows.
    public var items: Int?
    /// The parameter with the least share of items that must be answered; nil when the definition alone says it.
    public var leastAnswered: ParameterKey?

    /// A scoring.
    public init(items: Int?, leastAnswered: ParameterKey?) {
        self.items = items
        self.leastAnswered = leastAnswered
    }
}

extension InterventionModel {
    /// The adherence interviews: the instruments whose answers are scored for the figures.
    public var adherenceInstruments: [Instrument] { instruments.filter { $0.measures == .adherence } }
}
