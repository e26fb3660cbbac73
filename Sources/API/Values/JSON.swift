/// A JSON value whose members keep their order, so that the same answer is the same bytes, and whose numbers are as they were
/// written.
package indirect enum JSON: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Another number, in the digits of JSON: `0.61`.
    case decimal(String)
    /// A text.
    case text(String)
    /// Values in order.
    case list([JSON])
    /// Members in order, each name once.
    case object([Member])

    /// A member of an object.
    package struct Member: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// What it holds.
        package let value: JSON

        /// A member.
        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of a name; nil when there is none, or the value is no object.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A text, or null.
    package static func text(_ value: (some CustomStringConvertible)?) -> JSON {
        value.map { .text($0.description) } ?? .null
    }

    /// The same value with the members of every object in the order of their names: two texts that say the same have the
    /// same form.
    package var inOrder: JSON {
        switch self {
        case .list(let values): .list(values.map(\.inOrder))
        case .object(let members):
            .object(members.sorted { $0.name < $1.name }.map { Member($0.name, $0.value.inOrder) })
        default: self
        }
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    /// An object as it is written in a declaration.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    /// A list as it is written in a declaration.
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }

    /// A text as it is written in a declaration.
    package init(stringLiteral value: String) { self = .text(value) }

    /// A number as it is written in a declaration.
    package init(integerLiteral value: Int) { self = .integer(value) }

    /// Yes or no as it is written in a declaration.
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
}
