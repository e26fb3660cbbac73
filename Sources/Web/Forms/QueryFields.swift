import Hummingbird

/// The fields of an address's query, by name.
struct QueryFields: Sendable {
    /// The most characters of a text that is looked for.
    private static let longest = 100

    /// What is said of an address whose day cannot be read.
    static let noDay = "This is no day of the calendar. Write year, month and day: 2026-03-31."

    private let items: [QueryText.Item]

    init(_ visit: Visit) {
        items = QueryText(visit.request.uri.query).items
    }

    /// What the first field of a name holds; nil when there is none.
    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// What was typed to be looked for; nil for nothing.
    func text(_ name: String) -> String? {
        guard let text = self[name], text.contains(where: { !$0.isWhitespace }) else { return nil }
        return String(text.prefix(QueryFields.longest))
    }
}
