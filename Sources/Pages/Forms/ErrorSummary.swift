import Markup

/// The list of mistakes above the heading, each a way to its field. The browser begins to read there.
enum ErrorSummary {
    /// - Parameter place: the id of the control that a field's mistake leads to.
    static func node(_ faults: [FormFault], place: (String) -> String = { $0 }) -> Node {
        let items = faults.map { fault in
            guard let field = fault.field else { return el("li", [], .text(fault.sentence)) }
            return el("li", [], el("a", [.href("#\(place(field))")], .text(fault.sentence)))
        }
        return el(
            "section",
            [
                .class("problems"), Attribute("aria-labelledby", "problems"), Attribute("tabindex", "-1"),
                Attribute("autofocus"),
            ],
            el("h2", [.id("problems")], "There is a problem"), el("ul", each: items)
        )
    }
}
