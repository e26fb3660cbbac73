import Markup

/// One thing that a form asks for.
package struct AskField: Hashable, Sendable {
    /// What kind of thing it is, and so how browsers fill it in.
    package enum Kind: Hashable, Sendable {
        case account
        case password
        case newPassword
        case oneTimeCode
        /// A word or a few.
        case text
        /// A whole number.
        case number
        /// A day of the calendar, in one field: `2026-03-31`.
        case day
        /// A day of the calendar, in three fields: day, month (as a number or a name), year.
        case date
        /// Sentences.
        case words
        /// One of a list, in a field that opens.
        case choice([StartOptions.Option])
        /// One of a few, all of them to be seen.
        case radios([StartOptions.Option])
        /// Any number of a few.
        case boxes([StartOptions.Option])
        /// Yes or no.
        case tick
    }

    /// Its name in what is sent. Of a date: what the names of its three fields begin with.
    package let name: String
    /// What it is called.
    package let label: String
    /// What helps to fill it in; nil for nothing.
    package let hint: String?
    /// What stands in it already. Of a date: the three parts, with a blank between them.
    package let value: String
    /// What is ticked already of what can be ticked.
    package let ticked: [String]
    /// What kind of thing it is.
    package let kind: Kind
    /// Of a date: what somebody typed in each of its three fields; empty when nobody did.
    private(set) var parts: [String] = []

    /// A field.
    package init(
        _ name: String, _ label: String, hint: String? = nil, value: String = "", ticked: [String] = [], _ kind: Kind
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.ticked = ticked
        self.kind = kind
    }

    /// The same field with what somebody typed in it.
    func filled(by values: FormValues) -> AskField {
        var field = AskField(name, label, hint: hint, value: values.text(name), ticked: values.list(name), kind)
        // Each part stays in its own field, whatever was typed in it.
        if kind == .date { field.parts = DateParts.names(name).map { values.text($0) } }
        return field
    }

    /// The name of the first control, which a mistake leads to.
    var firstControl: String {
        switch kind {
        case .date: DateParts.names(name)[0]
        case .radios(let options), .boxes(let options): options.isEmpty ? name : "\(name)-1"
        default: name
        }
    }
}
