import CivilDate

/// A day of the calendar as a form asks for it: in three fields.
package enum DateParts {
    /// What the fields are called.
    static let labels = ["Day", "Month", "Year"]

    /// The names of the three fields of a date, in the order of the page.
    package static func names(_ name: String) -> [String] { ["\(name)-day", "\(name)-month", "\(name)-year"] }

    /// What stands in the fields of a day: `31 3 2026`.
    package static func text(_ day: CivilDate) -> String { "\(day.day) \(day.month) \(day.year)" }

    /// What is wrong with a date.
    package enum Fault: Error, Hashable, Sendable {
        /// Nothing was typed in these of the three fields, by their places.
        case missing([Int])
        /// There is no such day, month or year, by its place.
        case impossible(Int)
    }

    /// Reads a day. A month may be a number, a name or the first three letters of one.
    package static func read(day: String, month: String, year: String) throws(Fault) -> CivilDate {
        let missing = [day, month, year].enumerated().filter { $0.element.isEmpty }.map(\.offset)
        guard missing.isEmpty else { throw .missing(missing) }
        guard let dayNumber = Int(day), (1...31).contains(dayNumber) else { throw .impossible(0) }
        guard let monthNumber = number(ofMonth: month) else { throw .impossible(1) }
        guard year.utf8.count == 4, let yearNumber = Int(year), (1900...2999).contains(yearNumber) else {
            throw .impossible(2)
        }
        guard let date = CivilDate(year: yearNumber, month: monthNumber, day: dayNumber) else { throw .impossible(0) }
        return date
    }

    private static func number(ofMonth text: String) -> Int? {
        if let number = Int(text) { return (1...12).contains(number) ? number : nil }
        let wanted = text.lowercased()
        guard wanted.count >= 3 else { return nil }
        return DayText.months.firstIndex { $0.lowercased().hasPrefix(wanted) }.map { $0 + 1 }
    }
}
