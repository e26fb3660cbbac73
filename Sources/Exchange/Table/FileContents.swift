/// What a file says: the rows that can be read, and everything that is wrong with the others.
package struct FileContents<Row: FileRow>: Sendable {
    /// A row with the line on which it begins.
    package struct Line: Sendable {
        /// The line on which the row begins.
        package let line: FileLine
        /// The row.
        package let row: Row
    }

    /// The columns that the file has; a column that is missing says nothing of any row.
    package internal(set) var columns: Set<Row.Column> = []

    /// How many rows stand under the header, right or wrong.
    package internal(set) var rowCount = 0

    /// The names of all rows that have a legible one, right or wrong: what they tell of is in the file.
    package internal(set) var mentioned: [Row.Name] = []

    /// The rows without a problem, in the order of the file.
    package internal(set) var lines: [Line] = []

    /// The problems of the file and of its rows, in the order of the file.
    package internal(set) var problems: [ImportProblem] = []

    /// What is worth a look in the rows without a problem, in the order of the file.
    package internal(set) var advisories: [ImportAdvisory] = []

    /// Whether something is wrong with the file as a whole, so that none of its rows can be trusted.
    package var isUnreadable: Bool { problems.contains { $0.code.concernsFile } }
}

/// What a register says.
package typealias RegisterContents = FileContents<RegisterRow>
