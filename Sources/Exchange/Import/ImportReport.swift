/// What an import did, or would have done.
package struct ImportReport: Sendable {
    /// The file as it was named on the command line.
    package let file: String
    /// The kind of file.
    package let kind: FileKind
    /// What was asked for.
    package let options: ImportOptions
    /// The rows in numbers. When nothing was taken they say what would have been.
    package internal(set) var counts = ImportCounts()
    /// Every problem, in the order of the file.
    package internal(set) var problems: [ImportProblem] = []
    /// What is worth a look in the rows that may go in, in the order of the file.
    package internal(set) var advisories: [ImportAdvisory] = []
    /// Rows of earlier imports that this file does not have, in order: they were left alone.
    package internal(set) var absent: [RowName] = []
    /// Rows of earlier imports that this file does not have although it is complete, in order: they are withdrawn.
    package internal(set) var withdrawn: [RowName] = []
    /// Whether anything was written.
    package internal(set) var isApplied = false
    /// The file of rejected rows, when good rows were taken and others were not.
    package internal(set) var rejectedRows: [UInt8] = []

    init(file: String, kind: FileKind, options: ImportOptions) {
        self.file = file
        self.kind = kind
        self.options = options
    }

    /// Whether the file had a problem: the command then ends with the exit code for bad data (65).
    package var hasProblems: Bool { !problems.isEmpty }
}
