/// A line of a file, for people to find it again.
package struct ImportPlace: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named on the command line.
    package let file: String

    /// The line on which the record begins.
    package let line: FileLine

    /// A place by its parts.
    package init(file: String, line: FileLine) {
        self.file = file
        self.line = line
    }

    /// `FILE:LINE`.
    package var description: String { "\(file):\(line)" }
}
