/// What is to be told of a plan, whatever the kind of file.
struct PlanFindings {
    /// The lines of the rows that may go in.
    var taken: Set<FileLine> = []
    /// Rows of things that were not on record.
    var added = 0
    /// Rows that change what is on record, and rows of earlier imports that are withdrawn.
    var corrected = 0
    /// Rows that change nothing.
    var unchanged = 0
    /// Rows that the record contradicts.
    var conflicting = 0
    /// Rows of earlier imports that the complete file does not have and that the record has otherwise by now.
    var conflictingAbsent = 0
    /// Why rows may not go in.
    var problems: [ImportProblem] = []
    /// What is worth a look.
    var advisories: [ImportAdvisory] = []
    /// Rows of earlier imports that the file does not have and that are left alone.
    var absent: [RowName] = []
    /// Rows of earlier imports that the file does not have and that are withdrawn.
    var withdrawn: [RowName] = []
}
