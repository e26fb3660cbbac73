import CivilDate

/// Says what is wrong with a text that should be a day or a month, without giving the text back.
enum CalendarText {
    /// The first year that the record takes; an earlier one is a slip of the pen (`0025` for `2025`).
    static let firstYear = 1900

    /// A sentence about a text that is no day.
    static func sentence(forDay text: String) -> String {
        let parts = digitGroups(text)
        if parts.map(\.count) == [4, 2, 2] && text.utf8.count == 10 && separators(text) == "--" {
            return "there is no such day in the calendar"
        }
        if let last = parts.last, parts.count == 3, last.count == 4 {
            return "a day is written YYYY-MM-DD: the year comes first"
        }
        if CivilDate(iso: text.prefix(10)) != nil {
            return "a day is written YYYY-MM-DD, with nothing after it"
        }
        return "a day is written YYYY-MM-DD"
    }

    /// A sentence about a text that is no month.
    static func sentence(forMonth text: String) -> String {
        if CivilDate(iso: text) != nil {
            return "a month is written YYYY-MM: leave the day of birth out"
        }
        if digitGroups(text).map(\.count) == [4, 2] && separators(text) == "-" {
            return "there is no such month in the calendar"
        }
        return "a month is written YYYY-MM"
    }

    private static func digitGroups(_ text: String) -> [Substring] {
        text.split { !$0.isASCII || !$0.isNumber }
    }

    private static func separators(_ text: String) -> String {
        text.filter { !$0.isASCII || !$0.isNumber }
    }
}
