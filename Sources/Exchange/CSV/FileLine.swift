/// A line of a file as an editor counts it: 1 is the first.
package struct FileLine: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number, 1 and up.
    package let number: Int

    /// The first line of every file.
    package static let first = FileLine(1)

    /// A line by its number.
    package init(_ number: Int) {
        self.number = number
    }

    /// The line after this one.
    package var next: FileLine { FileLine(number + 1) }

    package static func < (left: FileLine, right: FileLine) -> Bool { left.number < right.number }

    package var description: String { String(number) }
}
