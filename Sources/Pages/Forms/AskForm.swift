import Markup

/// A form: one that is posted, with what shows that this page was what sent it, or one that only asks for a page.
package struct AskForm: Hashable, Sendable {
    /// The name of the hidden field that holds the page's mark.
    package static let markField = "mark"
    /// The name of the hidden field under which what is sent twice is done once.
    package static let keyField = "key"
    /// The name of the hidden field with the version that the page showed.
    package static let versionField = "version"
    /// The name of the buttons of a form that has several.
    package static let buttonField = "do"

    /// Fields that belong together.
    package struct Section: Hashable, Sendable {
        /// What they are about; nil for a form that has no parts.
        package let title: String?
        /// What is said before them.
        package let lead: [Node]
        /// What is asked.
        package let fields: [AskField]

        /// A part of a form.
        package init(_ title: String? = nil, lead: [Node] = [], fields: [AskField]) {
            self.title = title
            self.lead = lead
            self.fields = fields
        }
    }

    /// Where it is sent: an address of our own.
    package let action: String
    /// What shows that our page sent it; it comes back with what was typed. Nil for a form that only asks for a page.
    package let mark: String?
    /// What is asked, in parts.
    package private(set) var sections: [Section]
    /// What goes along unseen.
    package let hidden: [String: String]
    /// What goes along unseen and may come more than once.
    package let lists: [String: [String]]
    /// What stands on the button.
    package let button: String
    /// Further buttons: what is sent as ``buttonField``, and what stands on them.
    package let others: [StartOptions.Option]
    /// Where a script saves it as it is typed, and what the page says when it could not; nil where none does.
    package let draft: Draft?

    /// How a form is saved as it is typed.
    package struct Draft: Hashable, Sendable {
        /// Where: an address of our own.
        package let action: String
        /// What the page says when it could not be saved.
        package let unsaved: String

        /// How a form is saved as it is typed.
        package init(to action: String, unsaved: String) {
            self.action = action
            self.unsaved = unsaved
        }
    }

    /// A form.
    package init(
        to action: String, mark: String?, fields: [AskField] = [], hidden: [String: String] = [:],
        lists: [String: [String]] = [:], button: String
    ) {
        self.init(
            to: action, mark: mark, sections: [Section(fields: fields)], hidden: hidden, lists: lists, button: button)
    }

    /// A form in parts.
    package init(
        to action: String, mark: String?, sections: [Section], hidden: [String: String] = [:],
        lists: [String: [String]] = [:], button: String, others: [StartOptions.Option] = [], draft: Draft? = nil
    ) {
        self.action = action
        self.mark = mark
        self.sections = sections
        self.hidden = hidden
        self.lists = lists
        self.button = button
        self.others = others
        self.draft = draft
    }

    /// All that is asked.
    package var fields: [AskField] { sections.flatMap(\.fields) }

    /// The same form with what somebody typed in it.
    package func filled(by values: FormValues) -> AskForm {
        var form = self
        form.sections = sections.map { section in
            Section(section.title, lead: section.lead, fields: section.fields.map { $0.filled(by: values) })
        }
        return form
    }

    /// The id of the control that a field's mistake leads to.
    func place(of field: String) -> String { fields.first { $0.name == field }?.firstControl ?? field }

    /// Mistakes in the order of the page; those that are about all of the form come first.
    func inOrder(_ faults: [FormFault]) -> [FormFault] { [self].inOrder(faults) }

    var node: Node { node([]) }

    /// The form, with what was wrong said at the fields that it was about.
    func node(_ faults: [FormFault]) -> Node {
        let unseen =
            (mark.map { [(AskForm.markField, $0)] } ?? [])
            + hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + lists.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
        let inputs = unseen.map { name, value in
            el("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
        }
        return el(
            "form",
            [
                .class(mark == nil ? "choose" : "ask"), Attribute("method", mark == nil ? "get" : "post"),
                Attribute("action", action), Attribute("novalidate"),
            ] + saving,
            each: inputs + sections.flatMap { nodes(of: $0, faults) } + [buttons])
    }

    private var saving: [Attribute] {
        draft.map { [Attribute("data-draft", $0.action), Attribute("data-unsaved", $0.unsaved)] } ?? []
    }

    private func nodes(of section: Section, _ faults: [FormFault]) -> [Node] {
        let head = section.title.map { [el("h2", [], .text($0))] } ?? []
        return head + section.lead
            + section.fields.map { field in
                field.node(mistake: faults.first { $0.field == field.name }?.sentence)
            }
    }

    private var buttons: Node {
        let first = el("button", [Attribute("type", "submit")], .text(button))
        let further = others.map { other in
            el(
                "button",
                [
                    Attribute("type", "submit"), .class("second"), Attribute("name", AskForm.buttonField),
                    Attribute("value", other.value),
                ], .text(other.title))
        }
        return el("div", [.class("field button")], each: [first] + further)
    }
}

extension [AskForm] {
    /// The id of the control that a field's mistake leads to, in whichever form has it.
    func place(of name: String) -> String {
        first { $0.fields.contains { $0.name == name } }?.place(of: name) ?? name
    }

    /// Mistakes in the order of the page; those that are about all of it come first.
    func inOrder(_ faults: [FormFault]) -> [FormFault] {
        let fields = flatMap(\.fields)
        let places = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let placed = faults.enumerated().map { ($0, $1, $1.field.map { places[$0] ?? fields.count } ?? -1) }
        return placed.sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map(\.1)
    }
}
