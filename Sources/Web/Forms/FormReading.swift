import CivilDate
import Pages
import Practice

/// Reads a form that was posted, field by field in the order of the page, and collects what is wrong with it.
struct FormReading {
    /// The most characters of a text that sentences are typed into.
    static let longestWords = 10_000
    /// The most bytes of a form with several of them: a character may take twelve.
    static let bodySize = 262_144

    let form: FormBody
    private(set) var faults: [FormFault] = []

    /// The key under which the form comes back: the one that it was sent under, until that one belongs to something else.
    private(set) var key: String

    init(_ form: FormBody) {
        self.form = form
        key = form[AskForm.keyField]
    }

    /// Notes that it could not be done under its key.
    mutating func complain(of fault: KeyedWriteFault) {
        complain(nil, fault.sentence)
        if fault != .stillRunning { key = Visit.newKey() }
    }

    /// What was typed, to be shown once more.
    var values: FormValues { form.typed }

    /// Notes a mistake, one for each field.
    mutating func complain(_ name: String?, _ sentence: String) {
        guard !faults.contains(where: { $0.field == name }) else { return }
        faults.append(FormFault(name, sentence))
    }

    /// A text; nil when nothing was typed or it cannot be kept.
    /// - Parameter subject: the field at the beginning of a sentence: `The note`.
    mutating func words(
        _ name: String, _ subject: String, isRequired: Bool = false, atMost most: Int = longestWords
    ) -> String? {
        let text = form[name].replacing("\r\n", with: "\n")
        guard text.contains(where: { !$0.isWhitespace }) else {
            if isRequired { complain(name, "\(subject) is missing. Type it.") }
            return nil
        }
        guard !text.unicodeScalars.contains("\u{0}") else {
            complain(name, "\(subject) holds a character that cannot be kept, NUL. Take it out.")
            return nil
        }
        guard text.unicodeScalars.count <= most else {
            let over = text.unicodeScalars.count - most
            complain(name, "\(subject) is too long by \(over). At most \(most) characters are kept.")
            return nil
        }
        return text
    }

    /// A day; nil when it is missing or none.
    mutating func day(_ name: String, _ subject: String, isRequired: Bool = true) -> CivilDate? {
        let parts = DateParts.names(name).map { form[$0].filter { !$0.isWhitespace } }
        do throws(DateParts.Fault) {
            return try DateParts.read(day: parts[0], month: parts[1], year: parts[2])
        } catch {
            if case .missing(let places) = error, places.count == parts.count, !isRequired { return nil }
            complain(name, FormReading.sentence(of: error, subject))
            return nil
        }
    }

    /// A whole number; nil when nothing was typed or it is none of the range.
    mutating func whole(
        _ name: String, _ subject: String, in range: ClosedRange<Int>, isRequired: Bool = false
    ) -> Int? {
        let text = form[name].filter { !$0.isWhitespace }
        guard !text.isEmpty else {
            if isRequired { complain(name, "\(subject) is missing. Type a number.") }
            return nil
        }
        guard let number = Int(text), range.contains(number) else {
            complain(
                name, "\(subject) is no whole number from \(range.lowerBound) to \(range.upperBound). Type one.")
            return nil
        }
        return number
    }

    /// One of a list; nil when nothing was chosen or it is none of the list.
    mutating func choice<Choice>(
        _ name: String, _ subject: String, isRequired: Bool = true, _ read: (String) -> Choice?
    ) -> Choice? {
        if form[name].isEmpty, !isRequired { return nil }
        guard !form[name].isEmpty, let choice = read(form[name]) else {
            complain(name, "\(subject) is not chosen. Choose one of the list.")
            return nil
        }
        return choice
    }

    /// Any number of a list.
    mutating func choices<Choice>(_ name: String, _ subject: String, _ read: (String) -> Choice?) -> [Choice] {
        let given = form.choices(name)
        let found = given.compactMap(read)
        if found.count != given.count { complain(name, "\(subject): choose from the list.") }
        return found
    }

    private static func sentence(of fault: DateParts.Fault, _ subject: String) -> String {
        let names = ["a day", "a month", "a year"]
        switch fault {
        case .missing(let places) where places.count == names.count:
            return "\(subject) is missing. Type a day, for example 31 3 2026."
        case .missing(let places):
            return "\(subject) must have \(places.map { names[$0] }.joined(separator: " and "))."
        case .impossible(let place):
            let right = [
                "day must be 1 to 31, and no more than the month has", "month must be 1 to 12, or a name",
                "year must have four digits",
            ]
            return "\(subject) cannot be right: its \(right[place])."
        }
    }
}
