import Markup

/// A page that asks for a few things and sends them: signing in, the second factor, a password.
package struct AskPage: Hashable, Sendable {
    /// What the page is, in a few words: title and heading.
    package let title: String
    /// What is said before the form.
    package let lead: [String]
    /// What was wrong with what was sent; nil when nothing was.
    package let problem: String?
    /// The forms, one below the other.
    package let forms: [AskForm]

    /// A page.
    package init(title: String, lead: [String] = [], problem: String? = nil, forms: [AskForm]) {
        self.title = title
        self.lead = lead
        self.problem = problem
        self.forms = forms
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        var content = problem.map { [AskPage.summary($0)] } ?? []
        content.append(el("h1", [], .text(title)))
        content += lead.map { el("p", [], .text($0)) }
        content += forms.map(\.node)
        return frame.document(title: problem == nil ? title : "Error: \(title)", content)
    }

    static func summary(_ problem: String) -> Node {
        el(
            "section", [.class("problems"), Attribute("aria-labelledby", "problems")],
            el("h2", [.id("problems")], "There is a problem"), el("p", [], .text(problem))
        )
    }
}

/// A form that is posted, with what shows that this page was what sent it.
package struct AskForm: Hashable, Sendable {
    /// The name of the hidden field that holds the page's mark.
    package static let markField = "mark"

    /// Where it is sent: an address of our own.
    package let action: String
    /// What shows that our page sent it; it comes back with what was typed.
    package let mark: String
    /// What is asked.
    package let fields: [AskField]
    /// What goes along unseen.
    package let hidden: [String: String]
    /// What stands on the button.
    package let button: String

    /// A form.
    package init(
        to action: String, mark: String, fields: [AskField] = [], hidden: [String: String] = [:], button: String
    ) {
        self.action = action
        self.mark = mark
        self.fields = fields
        self.hidden = hidden
        self.button = button
    }

    var node: Node {
        let unseen = [(AskForm.markField, mark)] + hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let inputs = unseen.map { name, value in
            el("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
        }
        let button = el("div", [.class("field button")], el("button", [Attribute("type", "submit")], .text(button)))
        return el(
            "form", [.class("ask"), Attribute("method", "post"), Attribute("action", action), Attribute("novalidate")],
            each: inputs + fields.map(\.node) + [button])
    }
}

/// One thing that a form asks for.
package struct AskField: Hashable, Sendable {
    /// What kind of thing it is, and so how browsers fill it in.
    package enum Kind: Hashable, Sendable {
        case account
        case password
        case newPassword
        case oneTimeCode
    }

    /// Its name in what is sent.
    package let name: String
    /// What it is called.
    package let label: String
    /// What helps to fill it in; nil for nothing.
    package let hint: String?
    /// What kind of thing it is.
    package let kind: Kind

    /// A field.
    package init(_ name: String, _ label: String, hint: String? = nil, _ kind: Kind) {
        self.name = name
        self.label = label
        self.hint = hint
        self.kind = kind
    }

    var node: Node {
        var parts = [el("label", [Attribute("for", name)], .text(label))]
        var attributes: [Attribute] = [
            .id(name), Attribute("name", name), Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"),
        ]
        switch kind {
        case .account: attributes += [Attribute("type", "text"), Attribute("autocomplete", "username")]
        case .password: attributes += [Attribute("type", "password"), Attribute("autocomplete", "current-password")]
        case .newPassword: attributes += [Attribute("type", "password"), Attribute("autocomplete", "new-password")]
        case .oneTimeCode: attributes += [Attribute("type", "text"), Attribute("autocomplete", "one-time-code")]
        }
        if let hint {
            parts.append(el("p", [.class("hint"), .id("\(name)-hint")], .text(hint)))
            attributes.append(Attribute("aria-describedby", "\(name)-hint"))
        }
        return el("div", [.class("field")], each: parts + [el("input", attributes)])
    }
}
