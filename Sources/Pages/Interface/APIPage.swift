import API
import Accounts
import Markup

/// The document of the API for people: its rules, its operations and its problems, without anything from elsewhere.
package struct APIPage: Sendable {
    /// A page.
    package init() {}

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "API",
            [
                el("h1", [], "The API of Homeward"),
                el(
                    "p", [], "All addresses stand below ", el("code", [], .text(OpenAPIDocument.root)),
                    ". Programs read the same as ", el("a", [.href(OpenAPIDocument.path)], "OpenAPI 3.1"), "."),
                el("h2", [.id("rules")], "What holds for all of it"),
                el("ul", each: OpenAPIDocument.rules.map { el("li", [], .text($0)) }),
                el("h2", [.id("operations")], "Operations"),
            ] + Operation.all.map(described) + [
                el("h2", [.id("problems")], "Problems"), problems,
            ])
    }

    private func described(_ operation: Operation) -> Node {
        var lines = [
            el("h3", [.id(operation.id.rawValue)], .text(operation.id.rawValue)),
            el("p", [], el("code", [], .text("\(operation.method.rawValue.uppercased()) \(operation.path)"))),
            el("p", [], .text(operation.summary + who(operation.action))),
        ]
        if !operation.parameters.isEmpty { lines.append(facts(of: operation.parameters)) }
        if let body = operation.body { lines += [el("p", [], "Its body:"), fields(of: body)] }
        return el("section", [], each: lines)
    }

    private func who(_ action: Action?) -> String { action.map { " Needs the action \($0.rawValue)." } ?? "" }

    private func facts(of parameters: [Operation.Parameter]) -> Node {
        rows(
            parameters.map { parameter in
                (
                    parameter.name + (parameter.isRequired ? "" : " (may be left out)"),
                    "\(parameter.summary) In the \(parameter.place.rawValue): \(parameter.shape.phrase)."
                )
            })
    }

    private func fields(of shape: Shape) -> Node {
        guard case .named(let component) = shape, case .object(let fields) = component.shape else { return .empty }
        return rows(
            fields.map { field in
                (
                    field.name + (field.isRequired ? "" : " (may be left out)"),
                    "\(field.summary)\(field.summary.isEmpty ? "" : " ")In its form: \(field.shape.phrase)."
                )
            })
    }

    private var problems: Node {
        el(
            "dl", [.class("facts")],
            each: ProblemCode.allCases.map { code in
                el(
                    "div", [.id(code.rawValue)], el("dt", [], el("code", [], .text(code.rawValue))),
                    el("dd", [], .text("\(code.status): \(code.title).")))
            })
    }

    private func rows(_ rows: [(String, String)]) -> Node {
        el(
            "dl", [.class("facts")],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
    }
}
