/// A line of a file, or a row that the file no longer has, for people to find it again.
package struct ImportPlace: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named on the command line.
    package let file: String

    /// The line on which the record begins; that of the header for a row that the file does not have.
    package let line: FileLine

    /// What a row that the file does not have was found again by; nil for one that it has.
    package let absent: RowName?

    /// A place by its parts.
    package init(file: String, line: FileLine) {
        self.file = file
        self.line = line
        absent = nil
    }

    /// The place of a row that the file no longer has.
    init(file: String, absent: RowName) {
        self.file = file
        line = .first
        self.absent = absent
    }

    /// `FILE:LINE`, or `FILE: ROW` for a row that the file does not have.
    package var description: String { absent.map { "\(file): \($0)" } ?? "\(file):\(line)" }
}
