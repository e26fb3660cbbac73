import CivilDate

/// A decision and its day.
public struct DatedScreening: Hashable, Sendable {
    /// The day, or the day of referral when it is estimated.
    public var on: CivilDate
    /// What was decided.
    public var screening: Screening

    /// A decision of a day.
    public init(on day: CivilDate, screening: Screening) {
        on = day
        self.screening = screening
    }
}

/// Who had the family from a day on.
public struct Assignment: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The team.
    public var team: TeamID
    /// The lead therapist; nil while nobody is named.
    public var therapist: StaffCode?

    /// An assignment.
    public init(from: CivilDate, team: TeamID, therapist: StaffCode?) {
        self.from = from
        self.team = team
        self.therapist = therapist
    }
}

/// A phase of treatment with its days: half-open, `until` is the first day of what follows.
public struct PhaseSpell: Hashable, Sendable {
    /// The phase.
    public var phase: PhaseID
    /// The day it was entered.
    public var from: CivilDate
    /// The day it was left; nil while it lasts.
    public var until: CivilDate?
    /// The day that leaving it is planned for, as last planned while it lasted.
    public var plannedUntil: CivilDate?
    /// Where the child lives meanwhile, as the model said on entry; nil when it did not say.
    public var setting: PhaseSetting?

    /// A spell in a phase.
    public init(
        phase: PhaseID, from: CivilDate, until: CivilDate? = nil, plannedUntil: CivilDate? = nil,
        setting: PhaseSetting? = nil
    ) {
        self.phase = phase
        self.from = from
        self.until = until
        self.plannedUntil = plannedUntil
        self.setting = setting
    }
}

/// A planned step and the day of planning.
public struct DatedPlan: Hashable, Sendable {
    /// The day of planning.
    public var on: CivilDate
    /// The step.
    public var step: PlannedStep

    /// A step planned on a day.
    public init(on day: CivilDate, step: PlannedStep) {
        on = day
        self.step = step
    }
}

/// A contact and its day.
public struct DatedContact: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The contact.
    public var contact: Contact
    /// The phase that the episode was in.
    public var phase: PhaseID

    /// A contact of a day.
    public init(on day: CivilDate, contact: Contact, phase: PhaseID) {
        on = day
        self.contact = contact
        self.phase = phase
    }
}

/// An interview on the timeline: its score, whether it counts, and the threshold that was in force on entry.
public struct ScoredInterview: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The interview.
    public var interview: Interview
    /// The score; nil when it was not completed or too few items were answered.
    public var score: AdherenceScore?
    /// Why it does not count; empty when it does or when it was not completed.
    public var flaws: [InterviewFlaw]
    /// The threshold that was in force.
    public var threshold: AdherenceThreshold
    /// The phase that the episode was in.
    public var phase: PhaseID

    /// An interview as judged.
    public init(
        on day: CivilDate, interview: Interview, score: AdherenceScore?, flaws: [InterviewFlaw],
        threshold: AdherenceThreshold, phase: PhaseID
    ) {
        on = day
        self.interview = interview
        self.score = score
        self.flaws = flaws
        self.threshold = threshold
        self.phase = phase
    }

    /// Whether figures may use it.
    public var isValid: Bool { score != nil && flaws.isEmpty }
}

/// A threshold of adherence and how a family's mean is compared with it.
public struct AdherenceThreshold: Hashable, Sendable {
    /// The threshold.
    public var score: AdherenceScore
    /// The comparison.
    public var comparison: ThresholdOperator

    /// A threshold.
    public init(score: AdherenceScore, comparison: ThresholdOperator) {
        self.score = score
        self.comparison = comparison
    }

    /// Whether the mean of scores meets the threshold, compared exactly (by multiplication, never by division).
    public func isMet(bySumOf scores: [AdherenceScore]) -> Bool {
        let sum = scores.reduce(0) { $0 + $1.billionths }
        let wanted = score.billionths * Int64(scores.count)
        return switch comparison {
        case .atLeast: sum >= wanted
        case .above: sum > wanted
        }
    }
}

/// A closing and what it depended on.
public struct DatedClosing: Hashable, Sendable {
    /// The day: the last of treatment.
    public var on: CivilDate
    /// The closing.
    public var closing: Closing
    /// The group that the reason counted in on entry.
    public var group: ClosureGroup
    /// From how long a stay an adherence interview was to be expected.
    public var interviewExpectedFrom: DayCount

    /// A closing of a day.
    public init(on day: CivilDate, closing: Closing, group: ClosureGroup, interviewExpectedFrom: DayCount) {
        on = day
        self.closing = closing
        self.group = group
        self.interviewExpectedFrom = interviewExpectedFrom
    }
}

/// A follow-up and its day.
public struct DatedFollowUp: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The follow-up.
    public var followUp: FollowUp
    /// Whether it was held in its window; figures count no other. What was recorded without a window is in it.
    public var isInWindow: Bool

    /// A follow-up of a day.
    public init(on day: CivilDate, followUp: FollowUp, isInWindow: Bool = true) {
        on = day
        self.followUp = followUp
        self.isInWindow = isInWindow
    }
}
