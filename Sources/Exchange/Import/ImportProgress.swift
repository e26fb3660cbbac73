/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    /// What is being done.
    package enum Step: String, Hashable, Sendable {
        /// Rows are compared with the record.
        case checking
        /// Rows are written.
        case writing
    }

    /// What is being done.
    package let step: Step
    /// The rows that are through.
    package let done: Int
    /// All rows of the step.
    package let total: Int
}
