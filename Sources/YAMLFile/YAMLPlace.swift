/// A place in a file, counted from 1.
package struct YAMLPlace: Hashable, Sendable {
    /// The line.
    package let line: Int
    /// The column in the line, in characters.
    package let column: Int

    /// A place.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The beginning of a file.
    package static let start = YAMLPlace(line: 1, column: 1)
}

extension YAMLPlace: Comparable {
    /// In the order of reading.
    package static func < (left: YAMLPlace, right: YAMLPlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
