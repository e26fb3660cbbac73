import CivilDate

/// All that is known of an episode on its timeline: what a model may look at, and what every projection is made from.
///
/// The facts are folded from the events that stand, in the order of the days on which they happened. Nothing here says
/// in which order they were entered.
public struct EpisodeFacts: Hashable, Sendable {
    /// The referral.
    public package(set) var referral: Referral
    /// The day of referral.
    public package(set) var referredOn: CivilDate
    /// The phase that the episode is in at the end of its timeline.
    public package(set) var phase: PhaseID
    /// The decision, once there is one.
    public package(set) var decision: DatedScreening?
    /// Who had the family and from when, in order; the first begins on the day of referral.
    public package(set) var assignments: [Assignment]
    /// The day of the first session.
    public package(set) var startedOn: CivilDate?
    /// The phases of treatment, in order.
    public package(set) var spells: [PhaseSpell]
    /// The steps that were planned, in order of planning.
    public package(set) var plans: [DatedPlan]
    /// The contacts, by day, then by id.
    public package(set) var contacts: [DatedContact]
    /// The adherence interviews, by day, then by id.
    public package(set) var interviews: [ScoredInterview]
    /// The closing, once there is one.
    public package(set) var closing: DatedClosing?
    /// The follow-ups, by day.
    public package(set) var followUps: [DatedFollowUp]
    /// Who takes part beside the index child, by first day, then by id.
    public package(set) var participants: [ParticipantSpell]
    /// What the model records, by day, then in order of entry.
    public package(set) var facts: [DatedFact]
    /// The states that trackers moved to, in the order of the facts that moved them.
    public package(set) var trackerSpells: [TrackerSpell]
    /// The modules that were begun, by day, then by id.
    public package(set) var moduleRuns: [ModuleRun]

    /// The day on which the episode moved to the versions that it runs under; nil while it runs under those that it began
    /// under.
    public package(set) var movedOn: CivilDate?

    /// The facts of an episode that is no more than referred.
    package init(referral: Referral, on day: CivilDate) {
        self.referral = referral
        referredOn = day
        phase = .referred
        assignments = [Assignment(from: day, team: referral.team, therapist: nil)]
        spells = []
        plans = []
        contacts = []
        interviews = []
        followUps = []
        participants = []
        facts = []
        trackerSpells = []
        moduleRuns = []
    }

    /// The day of which the episode has the values of its site's settings: that of the referral, or of the last move.
    public var settingsDay: CivilDate { movedOn ?? referredOn }

    /// Who has the family at the end of the timeline.
    public var assignment: Assignment? { assignments.last }

    /// Who had the family at the end of a day; nil before the referral.
    public func assignment(on day: CivilDate) -> Assignment? {
        assignments.last { $0.from <= day }
    }

    /// Days from the first session to the closing by plain subtraction; nil while either is not known.
    public var stay: DayCount? {
        guard let startedOn, let closing else { return nil }
        return DayCount(startedOn.days(until: closing.on))
    }

    /// The interviews that count.
    public var validInterviews: [ScoredInterview] { interviews.filter(\.isValid) }
}

/// A number of days.
public struct DayCount: Hashable, Comparable, Sendable {
    /// The number itself; not negative for a stay.
    public let number: Int

    /// So many days.
    public init(_ number: Int) {
        self.number = number
    }

    /// Fewer days come first.
    public static func < (lhs: DayCount, rhs: DayCount) -> Bool {
        lhs.number < rhs.number
    }
}
