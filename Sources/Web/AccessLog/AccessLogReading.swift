import Accounts
import CivilDate
import HTTPTypes
import Intervention
import Pages
import Practice

/// The access log's filter as an address gives it, and the question that it asks.
struct AccessLogReading {
    private(set) var filter: AccessLogFilter
    private(set) var question = AccessLogQuestion()

    /// - Parameter today: the day at the site; a filter that says no day shows the seven days through it.
    init(_ query: QueryText, today: CivilDate) throws {
        var values: [AccessLogField: String] = [:]
        for item in query.items where item.name != OfficePlace.field {
            guard let field = AccessLogField(rawValue: item.name), let value = item.value,
                values.updateValue(value.filter { !$0.isWhitespace }, forKey: field) == nil
            else { throw WebRefusal(.badRequest, .badRequest) }
        }
        if values.isEmpty {
            values = [.from: "\(today.adding(days: -6))", .to: "\(today)"]
        }
        var problem: (sentence: String, field: AccessLogField)?
        for field in AccessLogField.allCases where problem == nil {
            guard let text = values[field], !text.isEmpty, !question.take(text, as: field) else { continue }
            problem = (field.sentence, field)
        }
        if problem == nil, let from = question.from, let through = question.through, through < from {
            problem = ("The last day lies before the first. Write the first day first; both count.", .to)
        }
        // What no field can hold is not repeated back.
        if let problem { values[problem.field] = String((values[problem.field] ?? "").prefix(64)) }
        filter = AccessLogFilter(values: values, problem: problem)
    }

    /// Notes what the site said of what was asked for.
    mutating func complain(_ sentence: String, _ field: AccessLogField) {
        filter = AccessLogFilter(values: filter.values, problem: (sentence, field))
    }
}

extension AccessLogQuestion {
    /// Takes what a field says.
    /// - Returns: false when it says nothing that can be asked.
    fileprivate mutating func take(_ text: String, as field: AccessLogField) -> Bool {
        switch field {
        case .from:
            from = CivilDate(iso: text)
            return from != nil
        case .to:
            through = CivilDate(iso: text)
            return through != nil
        case .account:
            account = AccountCode(text)
            return account != nil
        case .episode:
            guard let ref = EpisodeRef(text) else { return false }
            subject = .episode(ref)
            return true
        case .child:
            guard subject == nil, let naming = ChildNaming(text) else { return false }
            subject = .child(naming)
            return true
        case .action:
            action = Action(rawValue: text)
            return action != nil
        case .outcome:
            outcome = Look.Outcome(rawValue: text)
            return outcome != nil
        case .emergency:
            onlyBreakGlass = true
            return text == "yes"
        case .after:
            guard let number = Int64(text) else { return false }
            after = Arrival(number)
            return true
        }
    }
}

extension AccessLogField {
    /// What is wrong when it cannot be read, and what would be right.
    fileprivate var sentence: String {
        switch self {
        case .from: "The first day is no day of the calendar. Write year, month and day: 2026-03-31."
        case .to: "The last day is no day of the calendar. Write year, month and day: 2026-03-31."
        case .account: "The account is written by its code: letters, digits, dots, hyphens and underscores."
        case .episode: "The episode is written by the site’s reference, as the record has it."
        case .child: "Write the site’s reference of a child, and no episode beside it."
        case .action: "There is no such action. Choose one of the list."
        case .outcome: "There is no such outcome. Choose one of the list."
        case .emergency, .after: "The address names something that this page does not know. Use the form."
        }
    }
}
