import CivilDate

/// Something that somebody should look at, as of a day. Like an obligation it is derived, never recorded.
public struct Alert: Hashable, Sendable {
    /// How pressing it is.
    public enum Urgency: String, CaseIterable, Hashable, Comparable, Sendable {
        /// Worth knowing.
        case notice
        /// Somebody should act this week.
        case warning
        /// Somebody should act today.
        case urgent

        /// Less pressing comes first.
        public static func < (lhs: Urgency, rhs: Urgency) -> Bool {
            lhs.weight < rhs.weight
        }

        private var weight: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .urgent: 2
            }
        }
    }

    /// What it is about.
    public var code: AlertCode
    /// How pressing it is.
    public var urgency: Urgency
    /// The first day on which it was so.
    public var since: CivilDate
    /// One sentence with the value and what would be usual. It names days, numbers and codes, never a person. It says
    /// since when, never how long ago: it reads the same on every day on which nothing happened.
    public var sentence: String

    /// An alert.
    public init(_ code: AlertCode, _ urgency: Urgency, since: CivilDate, _ sentence: String) {
        self.code = code
        self.urgency = urgency
        self.since = since
        self.sentence = sentence
    }
}

extension AlertCode {
    /// The family has not been met for longer than the model allows.
    public static let noContact: AlertCode = "no-contact"
    /// An adherence interview is open or was missed, its due day is past by more than its usual window, and none was held
    /// since.
    public static let interviewLate: AlertCode = "interview-late"
    /// It is time to plan the ending.
    public static let planForEnding: AlertCode = "plan-for-ending"
    /// The supervisor should review how long treatment has lasted.
    public static let stayReview: AlertCode = "stay-review"
    /// Treatment has lasted longer than the programme aims at.
    public static let stayLong: AlertCode = "stay-long"
    /// Treatment has lasted so long that it needs a written reason.
    public static let stayTooLong: AlertCode = "stay-too-long"
    /// A phase has lasted longer than planned.
    public static let phaseLong: AlertCode = "phase-longer-than-planned"
    /// The family was met less often in a week than the model asks.
    public static let fewContacts: AlertCode = "few-contacts"
    /// Treatment goes on without the consent that it needs.
    public static let consentMissing: AlertCode = "consent-missing"
    /// The day that a step was planned for has passed, and the step was not made.
    public static let plannedStepPassed: AlertCode = "planned-step-passed"

    /// What is owed and late: its kind with `-late` behind it.
    static func late(_ kind: ObligationKind) -> AlertCode { AlertCode(unchecked: "\(kind)-late") }

    /// A state of a tracker that somebody should look at.
    public static func state(_ state: TrackerStateKey, of tracker: TrackerKey) -> AlertCode {
        AlertCode(unchecked: "\(tracker)-\(state)")
    }
}
