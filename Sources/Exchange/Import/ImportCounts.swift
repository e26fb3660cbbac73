/// What an import does, or would do, in numbers of rows.
package struct ImportCounts: Hashable, Sendable {
    /// Rows under the header.
    package internal(set) var rows = 0
    /// Rows of what was not on record.
    package internal(set) var added = 0
    /// Rows that changed what was on record, and rows of earlier imports that were withdrawn.
    package internal(set) var corrected = 0
    /// Rows that changed nothing.
    package internal(set) var unchanged = 0
    /// Rows that the record contradicts, and rows of earlier imports that a complete file lacks and the record changed.
    package internal(set) var conflicting = 0
    /// Rows with another problem.
    package internal(set) var rejected = 0
    /// Rows of earlier imports that are not in this file: left alone.
    package internal(set) var absent = 0
    /// Rows of earlier imports that are not in this file although it is complete: withdrawn.
    package internal(set) var withdrawn = 0

    /// Nothing counted yet.
    package init() {}
}
