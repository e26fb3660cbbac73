/// Makes an element: `el("p", [.class("lead")], "Text")`.
package func el(_ name: StaticName, _ attributes: [Attribute] = [], _ content: Node...) -> Node {
    .element(Element(name: name, attributes: attributes, content: content))
}

/// Makes an element of a list of nodes.
package func el(_ name: StaticName, _ attributes: [Attribute] = [], each content: [Node]) -> Node {
    .element(Element(name: name, attributes: attributes, content: content))
}

extension Attribute {
    /// The class of an element.
    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }

    /// The id of an element.
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }

    /// Where a link leads: an address of our own, which begins with `/`, `?` or `#`. Anything else is written as `#`.
    package static func href(_ value: String) -> Attribute { Attribute("href", value) }

    /// What a header cell is the header of: `col` or `row`.
    package static func scope(_ value: StaticString) -> Attribute { Attribute("scope", value.description) }
}

/// A whole HTML document.
package struct Document: Sendable, Hashable {
    /// The language of the text: `en-GB`.
    package let language: String
    /// What stands in `head`.
    package let head: [Node]
    /// What stands in `body`.
    package let body: [Node]

    /// A document.
    package init(language: String = "en-GB", head: [Node], body: [Node]) {
        self.language = language
        self.head = head
        self.body = body
    }

    /// The document as text.
    package var html: String {
        let root = el("html", [Attribute("lang", language)], el("head", each: head), el("body", each: body))
        return "<!DOCTYPE html>\n" + root.html + "\n"
    }
}
