/// What somebody typed into a form, by the names of its fields.
package struct FormValues: Hashable, Sendable {
    private let texts: [String: String]
    private let lists: [String: [String]]

    /// What was typed and what was ticked.
    package init(texts: [String: String], lists: [String: [String]] = [:]) {
        self.texts = texts
        self.lists = lists
    }

    /// What stands in a field; the empty text when nothing does.
    package func text(_ name: String) -> String { texts[name] ?? "" }

    /// What was ticked of a list.
    package func list(_ name: String) -> [String] { lists[name] ?? [] }
}

/// Something wrong with what was typed, and where.
package struct FormFault: Hashable, Sendable {
    /// The name of the field; nil when it is about all of the form.
    package let field: String?
    /// What is wrong and what would be right, in one sentence.
    package let sentence: String

    /// Something wrong.
    package init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}
