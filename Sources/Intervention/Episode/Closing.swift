/// The end of an episode, with the answers given at it.
public struct Closing: Hashable, Sendable {
    /// One of the model's closure reasons.
    public var reason: ClosureReasonID
    /// What was answered of the model's outcomes. An outcome that is not here was not asked, which counts as unknown.
    public var outcomes: [OutcomeKey: Answer]

    /// A closing.
    public init(reason: ClosureReasonID, outcomes: [OutcomeKey: Answer] = [:]) {
        self.reason = reason
        self.outcomes = outcomes
    }
}

/// A follow-up so many months after closing.
public struct FollowUp: Hashable, Sendable {
    /// Which of the follow-ups it is.
    public var month: FollowUpMonth
    /// What became of it.
    public var status: FollowUpStatus
    /// What was answered; empty unless it was collected.
    public var outcomes: [OutcomeKey: Answer]

    /// A follow-up.
    public init(month: FollowUpMonth, status: FollowUpStatus, outcomes: [OutcomeKey: Answer] = [:]) {
        self.month = month
        self.status = status
        self.outcomes = outcomes
    }
}

/// Months after closing that a follow-up is held (`clinical.md` 3.5: 6, 12 and 18).
public enum FollowUpMonth: Int, CaseIterable, Hashable, Comparable, Sendable {
    case six = 6
    case twelve = 12
    case eighteen = 18

    /// Earlier months come first.
    public static func < (lhs: FollowUpMonth, rhs: FollowUpMonth) -> Bool {
        lhs.rawValue < rhs.rawValue
    }
}
