import CivilDate

/// Days as people read them.
enum DayText {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `1 January 2025`.
    static func long(_ day: CivilDate) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

    /// `1 January 2025 to 31 December 2025`.
    static func long(_ period: CivilPeriod) -> String { "\(long(period.from)) to \(long(period.through))" }
}
