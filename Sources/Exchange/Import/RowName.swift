/// What a row of a file is found again by, for people: the site's own references, codes and days.
package struct RowName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The parts, with a space between them.
    package let text: String

    /// A name by its parts.
    init(_ parts: [String]) {
        text = parts.joined(separator: " ")
    }

    package static func < (left: RowName, right: RowName) -> Bool { left.text < right.text }

    package var description: String { text }
}
