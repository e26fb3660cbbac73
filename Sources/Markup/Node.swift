/// A piece of HTML or SVG: text or markup, never a string that might be either.
///
/// Only this module turns a node into bytes, and it escapes by Unicode scalar: a quote followed by a combining mark is
/// still a quote. There is no way to put in raw markup.
package indirect enum Node: Sendable, Hashable {
    /// Text for people; escaped when written.
    case text(String)
    /// An element with attributes and content.
    case element(Element)
    /// Several nodes side by side.
    case fragment([Node])

    /// Nothing.
    package static let empty = Node.fragment([])
}

/// An element: a name, attributes in order, content.
package struct Element: Sendable, Hashable {
    /// The name: `section`, `svg`.
    package let name: StaticName
    /// The attributes in the order they are written.
    package let attributes: [Attribute]
    /// What is inside; an element without content has none.
    package let content: [Node]
}

/// An attribute: a name and, unless its presence says all, a value.
package struct Attribute: Sendable, Hashable {
    /// The name: `href`.
    package let name: StaticName
    /// The value, escaped when written; nil for an attribute whose presence says all.
    package let value: String?

    /// An attribute with a value. Where the value is an address, one that is not our own becomes `#`.
    package init(_ name: StaticName, _ value: String) {
        self.name = name
        self.value = name.holdsAddress && !OwnAddress.isOwn(value) ? OwnAddress.nowhere : value
    }

    /// An attribute whose presence says all: `hidden`.
    package init(_ name: StaticName) {
        self.name = name
        value = nil
    }
}

/// The name of an element or attribute: written in the source, never made at run time.
package struct StaticName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The name itself.
    package let text: String

    /// A name that a page's author writes down.
    package init(stringLiteral value: StaticString) {
        text = value.description
    }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text for people.
    package init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension Node: ExpressibleByArrayLiteral {
    /// Several nodes side by side.
    package init(arrayLiteral elements: Node...) {
        self = .fragment(elements)
    }
}
