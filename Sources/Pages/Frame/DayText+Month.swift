import CivilDate

extension DayText {
    /// `March 2012`.
    static func month(_ month: CivilMonth) -> String { "\(months[month.month - 1]) \(month.year)" }
}
