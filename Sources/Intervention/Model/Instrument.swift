/// Something that is measured by asking: keys, schedule and scoring. Item texts are licensed and never here.
public struct Instrument: Hashable, Sendable {
    /// The id: `tam-r`.
    public var id: InstrumentID
    /// The name that people use.
    public var title: String
    /// Whose answers count.
    public var respondents: [Respondent]
    /// Whether the family's own therapist may hold it. For adherence never: the guidelines forbid the therapist's
    /// presence.
    public var therapistMayCollect: Bool
    /// When it is due.
    public var schedule: InterviewSchedule
    /// How items become a score.
    public var scoring: ItemScoring
    /// Where all this comes from.
    public var source: String

    /// An instrument.
    public init(
        _ id: InstrumentID, _ title: String, respondents: [Respondent], therapistMayCollect: Bool = false,
        schedule: InterviewSchedule, scoring: ItemScoring, source: String
    ) {
        self.id = id
        self.title = title
        self.respondents = respondents
        self.therapistMayCollect = therapistMayCollect
        self.schedule = schedule
        self.scoring = scoring
        self.source = source
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

/// How the items of an instrument become a score: the share of answered items that count 1.
public struct ItemScoring: Hashable, Sendable {
    /// How many items it has; nil when its licence holder alone knows.
    public var items: Int?
    /// The parameter with the least share of items that must be answered.
    public var leastAnswered: ParameterKey

    /// A scoring.
    public init(items: Int?, leastAnswered: ParameterKey) {
        self.items = items
        self.leastAnswered = leastAnswered
    }
}
