import CivilDate
import Intervention

/// Reads one row's cells into types and tells everything that is wrong with it at once.
struct RegisterRowReader {
    let site: RegisterSite
    let place: ImportPlace
    let cells: RegisterCells

    private(set) var problems: [ImportProblem] = []
    private(set) var advisories: [ImportAdvisory] = []

    init(site: RegisterSite, place: ImportPlace, cells: RegisterCells) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    /// The row, or nil when anything is wrong with it.
    mutating func read() -> RegisterRow? {
        let draft = readCells()
        checkTeam(draft)
        checkDays(draft)
        checkDecision(draft)
        checkClosing(draft)
        checkProfile(draft)
        problems.sort { left, right in Self.position(left) < Self.position(right) }
        guard problems.isEmpty else { return nil }
        return draft.row
    }

    mutating func report(_ code: ImportProblemCode, _ column: RegisterColumn, _ sentence: String) {
        problems.append(ImportProblem(code, at: place, column: column.rawValue, sentence))
    }

    mutating func advise(_ code: ImportAdvisoryCode, _ column: RegisterColumn) {
        advisories.append(ImportAdvisory(code, at: place, column: column.rawValue))
    }

    /// The text of a column, when there is one that may be looked at further.
    mutating func text(_ column: RegisterColumn) -> String? {
        guard let text = cells[column] else {
            if column.isRequired { report(.missingValue, column, "every row has a value here; fill it in") }
            return nil
        }
        guard text.first?.isWhitespace != true, text.last?.isWhitespace != true else {
            report(.surroundingSpace, column, "the value begins or ends with a space; take the space away")
            return nil
        }
        return text
    }

    /// The code of a thing that the site names: no space, because a value with a space looks like somebody's name.
    mutating func siteCode<Thing>(_ column: RegisterColumn) -> SiteGiven<Thing>? {
        guard let text = text(column) else { return nil }
        guard !text.contains(where: \.isWhitespace) else {
            report(
                .looksLikeAName, column,
                "there is a space in it, so it looks like a name; names have no place in a register, use a code"
            )
            return nil
        }
        guard let code = SiteGiven<Thing>(text) else {
            report(
                .invalidCode, column,
                "a code is 1 to 32 letters, digits, dots, hyphens and underscores, with a letter or digit first"
            )
            return nil
        }
        return code
    }

    /// A word of a short list, which the sentence can give whole.
    mutating func word<Word: CaseIterable & RawRepresentable<String>>(
        _ column: RegisterColumn, list: CodeList
    ) -> Word? {
        guard let text = text(column) else { return nil }
        guard let word = Word(rawValue: text) else {
            let codes = list.codes.map(\.code).joined(separator: ", ")
            report(.unknownCode, column, "the value is none of \(codes) (`homeward codes \(list.name)`)")
            return nil
        }
        return word
    }

    /// A day of the calendar.
    mutating func day(_ column: RegisterColumn) -> CivilDate? {
        guard let text = text(column) else { return nil }
        guard let day = CivilDate(iso: text) else {
            report(.invalidDate, column, CalendarText.sentence(forDay: text))
            return nil
        }
        guard day.year >= CalendarText.firstYear else {
            report(
                .invalidDate, column,
                "the year lies before \(CalendarText.firstYear); put the year in which it happened")
            return nil
        }
        return day
    }

    private static func position(_ problem: ImportProblem) -> Int {
        problem.column.flatMap(RegisterColumn.init(rawValue:))?.position ?? -1
    }
}
