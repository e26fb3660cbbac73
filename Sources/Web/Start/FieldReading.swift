import Pages

/// The fields of the start page's form, as an address gives them.
struct FieldReading {
    private var values: [StartField: String] = [:]
    private var problems: [StartForm.Problem] = []

    init(_ query: QueryText) {
        for item in query.items {
            guard let field = StartField(rawValue: item.name) else {
                complain(nil, "The address names something that this page does not know. Use the form.")
                continue
            }
            guard values[field] == nil else {
                complain(field, "\(field.subject) was given twice. Give it once.")
                continue
            }
            // Nothing that is right is longer; what is, is not repeated back.
            let text = item.value.map { String($0.prefix(64)) }
            if text == nil { complain(field, "\(field.subject) cannot be read. Type it again.") }
            values[field] = text ?? ""
        }
    }

    /// What a field holds; nil when nothing was typed.
    func value(_ field: StartField) -> String? {
        guard let text = values[field]?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// Puts in what is meant by a field that was left out.
    mutating func supply(_ field: StartField, _ text: String) {
        if values[field] == nil { values[field] = text }
    }

    /// Notes a mistake, one for each field.
    mutating func complain(_ field: StartField?, _ sentence: String) {
        guard !problems.contains(where: { $0.field == field }) else { return }
        problems.append(StartForm.Problem(field, sentence))
    }

    var form: StartForm {
        let order = StartField.allCases
        return StartForm(
            values: values,
            problems: problems.sorted {
                ($0.field.flatMap(order.firstIndex) ?? -1) < ($1.field.flatMap(order.firstIndex) ?? -1)
            })
    }
}

extension StartField {
    /// The field as the subject of a sentence.
    var subject: String {
        switch self {
        case .site: "The site"
        case .model: "The model"
        case .from: "The first day"
        case .to: "The last day"
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
