import Accounts

/// The fields of the access log's filter, by the names they have in an address.
package enum AccessLogField: String, CaseIterable, Hashable, Sendable {
    /// The first day.
    case from
    /// The last day.
    case to
    /// The account's code.
    case account
    /// The site's reference of an episode.
    case episode
    /// The site's reference of a child: its episodes too.
    case child
    /// The action.
    case action
    /// Allowed or refused.
    case outcome
    /// Only what was opened in an emergency.
    case emergency
    /// After which look a part begins.
    case after
}

/// What stands in the filter of the access log, as it was typed, and what is wrong with it.
package struct AccessLogFilter: Sendable {
    /// The text of each field.
    package let values: [AccessLogField: String]
    /// What is wrong, and in which field; nil when nothing is.
    package let problem: (sentence: String, field: AccessLogField)?

    /// A filter.
    package init(values: [AccessLogField: String], problem: (sentence: String, field: AccessLogField)? = nil) {
        self.values = values
        self.problem = problem
    }

    /// Whether it is a part other than the first.
    var isFurther: Bool { !value(.after).isEmpty }

    private func value(_ field: AccessLogField) -> String { values[field] ?? "" }

    var fields: [AskField] {
        let any = [StartOptions.Option(value: "", title: "Any")]
        let actions = any + Action.allCases.map { .init(value: $0.rawValue, title: $0.rawValue) }
        let outcomes = any + Look.Outcome.allCases.map { .init(value: $0.rawValue, title: $0.rawValue) }
        return [
            field(.from, "From day", hint: "For example 2026-03-31", .day),
            field(.to, "Through day", hint: "For example 2026-03-31", .day),
            field(.account, "Account", .text), field(.episode, "Episode", hint: "The site’s reference", .text),
            field(.child, "Child", hint: "The site’s reference", .text), field(.action, "What", .choice(actions)),
            field(.outcome, "Outcome", .choice(outcomes)), field(.emergency, "Only emergencies", .tick),
        ]
    }

    private func field(
        _ field: AccessLogField, _ label: String, hint: String? = nil, _ kind: AskField.Kind
    ) -> AskField {
        AskField(field.rawValue, label, hint: hint, value: value(field), kind)
    }

    /// The query of the same filter.
    /// - Parameter after: where the part begins; nil for the first.
    func query(at site: String, after: String?) -> String {
        let kept = AccessLogField.allCases.filter { $0 != .after && !value($0).isEmpty }
            .map { "\($0.rawValue)=\(AccessLogFilter.encoded(value($0)))" }
        let further = after.map { ["\(AccessLogField.after.rawValue)=\(AccessLogFilter.encoded($0))"] } ?? []
        return (["\(OfficePlace.field)=\(AccessLogFilter.encoded(site))"] + kept + further).joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = byte < 128 && (character.isLetter || character.isNumber || "-._".contains(character))
            return isPlain
                ? String(character) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
