import CivilDate

/// The days around its due day on which a follow-up can be held: a closing day is asked about later, not at once.
public struct FollowUpWindow: Hashable, Sendable {
    /// Days before the due day from which it can be held; at least 0.
    public var opensBefore: DayCount
    /// Days after the due day through which it can be held; at least 0.
    public var closesAfter: DayCount

    /// A window.
    public init(opensBefore: DayCount, closesAfter: DayCount) {
        self.opensBefore = opensBefore
        self.closesAfter = closesAfter
    }

    /// The day that a follow-up is due: by calendar month from the closing, at the latest on the month's last day.
    public static func dueDay(of month: FollowUpMonth, after closedOn: CivilDate) -> CivilDate {
        closedOn.adding(months: month.rawValue)
    }

    /// The first day of a follow-up's window.
    public func opensOn(_ month: FollowUpMonth, after closedOn: CivilDate) -> CivilDate {
        FollowUpWindow.dueDay(of: month, after: closedOn).adding(days: -opensBefore.number)
    }

    /// The last day of a follow-up's window.
    public func lastDay(_ month: FollowUpMonth, after closedOn: CivilDate) -> CivilDate {
        FollowUpWindow.dueDay(of: month, after: closedOn).adding(days: closesAfter.number)
    }

    /// Whether a follow-up of a day is held in its window.
    public func holds(_ day: CivilDate, of month: FollowUpMonth, after closedOn: CivilDate) -> Bool {
        opensOn(month, after: closedOn) <= day && day <= lastDay(month, after: closedOn)
    }
}

extension ModelSettings {
    /// The window of follow-ups; nil for a model without one.
    public var followUpWindow: FollowUpWindow? {
        guard let before = whole(.followUpOpensBefore), let after = whole(.followUpClosesAfter) else { return nil }
        return FollowUpWindow(opensBefore: DayCount(before), closesAfter: DayCount(after))
    }
}
