import CivilDate

/// A week of treatment: the first begins on the day of the first session.
public struct TreatmentWeek: Hashable, Comparable, Sendable {
    /// The number, from 1.
    public let number: Int

    /// The week of a number, or nil for one under 1.
    public init?(_ number: Int) {
        guard number >= 1 else { return nil }
        self.number = number
    }

    /// The week that a day lies in, or nil before the first session.
    public init?(of day: CivilDate, since startedOn: CivilDate) {
        guard startedOn <= day else { return nil }
        number = startedOn.days(until: day) / TreatmentWeek.length + 1
    }

    /// Earlier weeks come first.
    public static func < (lhs: TreatmentWeek, rhs: TreatmentWeek) -> Bool { lhs.number < rhs.number }

    /// The first day.
    public func firstDay(since startedOn: CivilDate) -> CivilDate {
        startedOn.adding(days: (number - 1) * TreatmentWeek.length)
    }

    /// The last day.
    public func lastDay(since startedOn: CivilDate) -> CivilDate {
        firstDay(since: startedOn).adding(days: TreatmentWeek.length - 1)
    }

    /// The week after.
    public var next: TreatmentWeek { TreatmentWeek(after: self) }

    private init(after week: TreatmentWeek) { number = week.number + 1 }

    private static let length = 7
}
