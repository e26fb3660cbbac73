import Markup

/// A page that asks for a few things and sends them: signing in, the second factor, a password.
package struct AskPage: Hashable, Sendable {
    /// What the page is, in a few words: title and heading.
    package let title: String
    /// What is said before the form.
    package let lead: [String]
    /// What was wrong with what was sent; nil when nothing was.
    package let problem: String?
    /// The field that it was about; nil for all of them.
    package let wrong: String?
    /// The forms, one below the other.
    package let forms: [AskForm]

    /// A page.
    package init(
        title: String, lead: [String] = [], problem: String? = nil, at wrong: String? = nil, forms: [AskForm]
    ) {
        self.title = title
        self.lead = lead
        self.problem = problem
        self.wrong = wrong
        self.forms = forms
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        document(in: frame, below: [])
    }

    /// The page in its frame, with more below its forms.
    func document(in frame: PageFrame, below more: [Node]) -> Document {
        var content = problem.map { [AskPage.summary($0, at: wrong)] } ?? []
        content.append(el("h1", [], .text(title)))
        content += lead.map { el("p", [], .text($0)) }
        content += forms.map { $0.node(problem: problem, at: wrong) } + more
        return frame.document(title: problem == nil ? title : "Error: \(title)", content)
    }

    private static func summary(_ problem: String, at field: String?) -> Node {
        let sentence = field.map { el("a", [.href("#\($0)")], .text(problem)) } ?? .text(problem)
        return el(
            "section", [.class("problems"), Attribute("aria-labelledby", "problems")],
            el("h2", [.id("problems")], "There is a problem"), el("p", [], sentence)
        )
    }
}

/// A form: one that is posted, with what shows that this page was what sent it, or one that only asks for a page.
package struct AskForm: Hashable, Sendable {
    /// The name of the hidden field that holds the page's mark.
    package static let markField = "mark"

    /// Where it is sent: an address of our own.
    package let action: String
    /// What shows that our page sent it; it comes back with what was typed. Nil for a form that only asks for a page.
    package let mark: String?
    /// What is asked.
    package let fields: [AskField]
    /// What goes along unseen.
    package let hidden: [String: String]
    /// What goes along unseen and may come more than once.
    package let lists: [String: [String]]
    /// What stands on the button.
    package let button: String

    /// A form.
    package init(
        to action: String, mark: String?, fields: [AskField] = [], hidden: [String: String] = [:],
        lists: [String: [String]] = [:], button: String
    ) {
        self.action = action
        self.mark = mark
        self.fields = fields
        self.hidden = hidden
        self.lists = lists
        self.button = button
    }

    var node: Node { node(problem: nil, at: nil) }

    /// The form, with what was wrong said at the field that it was about.
    func node(problem: String?, at wrong: String?) -> Node {
        let unseen =
            (mark.map { [(AskForm.markField, $0)] } ?? [])
            + hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + lists.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
        let inputs = unseen.map { name, value in
            el("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
        }
        let button = el("div", [.class("field button")], el("button", [Attribute("type", "submit")], .text(button)))
        return el(
            "form",
            [
                .class(mark == nil ? "choose" : "ask"), Attribute("method", mark == nil ? "get" : "post"),
                Attribute("action", action), Attribute("novalidate"),
            ],
            each: inputs + fields.map { $0.node(mistake: $0.name == wrong ? problem : nil) } + [button])
    }
}
