import Markup

/// The list of mistakes above the heading, each a way to its field.
enum ErrorSummary {
    static func node(_ problems: [StartForm.Problem]) -> Node {
        let items = problems.map { problem in
            guard let field = problem.field else { return el("li", [], .text(problem.sentence)) }
            return el("li", [], el("a", [.href("#\(field.rawValue)")], .text(problem.sentence)))
        }
        return el(
            "section", [.class("problems"), Attribute("aria-labelledby", "problems")],
            el("h2", [.id("problems")], "There is a problem"), el("ul", each: items)
        )
    }
}
