import CivilDate
import Intervention

/// Reads one row's cells into types and tells everything that is wrong with it at once.
protocol RowReading {
    /// The row that comes of it.
    associatedtype Row: FileRow
    /// What rows are checked against.
    associatedtype Site

    var site: Site { get }
    var place: ImportPlace { get }
    var cells: RowCells<Row.Column> { get }
    var problems: [ImportProblem] { get set }
    var advisories: [ImportAdvisory] { get set }

    init(site: Site, place: ImportPlace, cells: RowCells<Row.Column>)

    /// The row as far as its cells make one. It may be given although there are problems.
    mutating func readCells() -> Row?

    /// What a row is found again by, as far as it is legible; nil when it is not.
    static func name(in cells: RowCells<Row.Column>) -> Row.Name?

    /// The problem of rows that have one name.
    /// - Parameter lines: the lines on which they stand, one after the other.
    static func doubled(on lines: String) -> (code: ImportProblemCode, column: Row.Column, sentence: String)
}

extension RowReading {
    /// The row, or nil when anything is wrong with it.
    mutating func read() -> Row? {
        let row = readCells()
        problems.sort(by: ImportProblem.order(of: Row.Column.self))
        return problems.isEmpty ? row : nil
    }

    mutating func report(_ code: ImportProblemCode, _ column: Row.Column, _ sentence: String) {
        problems.append(ImportProblem(code, at: place, column: column.rawValue, sentence))
    }

    mutating func advise(_ code: ImportAdvisoryCode, _ column: Row.Column) {
        advisories.append(ImportAdvisory(code, at: place, column: column.rawValue))
    }

    /// The text of a column, when there is one that may be looked at further.
    mutating func text(_ column: Row.Column) -> String? {
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
    mutating func siteCode<Thing>(_ column: Row.Column) -> SiteGiven<Thing>? {
        guard let text = text(column) else { return nil }
        guard !text.contains(where: \.isWhitespace) else {
            report(
                .looksLikeAName, column,
                "there is a space in it, so it looks like a name; names have no place in a \(Row.Column.kind.noun), "
                    + "use a code"
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
        _ column: Row.Column, list: CodeList
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
    mutating func day(_ column: Row.Column) -> CivilDate? {
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
}
