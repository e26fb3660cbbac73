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

    /// A sentence of the models as people read it: days with the names of their months, a capital letter, a full stop.
    static func sentence(_ text: String) -> String {
        let read = text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) { match in
            CivilDate(iso: String(match.output)).map { long($0) } ?? String(match.output)
        }
        // The code of a member of staff begins as it is.
        let isCode = read.prefix { $0 != " " }.dropLast().contains(".")
        return (isCode ? read : read.capitalizedFirst) + (read.hasSuffix(".") ? "" : ".")
    }
}
