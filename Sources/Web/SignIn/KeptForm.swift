import Pages

/// A form that was sent when the session had ended, or when the second factor was needed once more. It goes to the page
/// that asks and comes back with the answer, so that nothing is typed or ticked twice; the browser carries it, and no address does.
struct KeptForm: Sendable, Hashable {
    /// The name of the field that carries it.
    static let field = "kept"
    /// The most bytes of a page's form that carries one: each byte of the longest form may take three.
    static let longest = 1_048_576

    /// Where it was to be sent.
    private let way: WayBack
    /// What was sent.
    private let sent: String

    /// What was sent to a path; nil when that was nothing.
    init?(_ sent: String, to path: String) {
        guard let way = WayBack(path), !path.contains("?"), !sent.isEmpty else { return nil }
        self.way = way
        self.sent = sent
    }

    /// Reads what ``text`` wrote; nil for anything else.
    init?(_ text: String) {
        guard let mark = text.firstIndex(of: "?") else { return nil }
        self.init(String(text[text.index(after: mark)...]), to: String(text[..<mark]))
    }

    /// The form in one text.
    var text: String { "\(way.path)?\(sent)" }

    /// What a page brings it back by.
    var hidden: [String: String] { [KeptForm.field: text] }

    /// A page that sends it on when its button is pressed: no form is sent by itself.
    func page(mark: String) -> AskPage {
        let items = QueryText(sent, limit: .max).items
        let values = Dictionary(grouping: items, by: \.name).mapValues { $0.compactMap(\.value) }
        return SignInPages.goOn(to: way.path, mark: mark, values: values)
    }
}
