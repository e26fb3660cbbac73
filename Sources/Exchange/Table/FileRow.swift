/// A row of a kind of file, in types.
package protocol FileRow: Sendable {
    /// The columns of the file.
    associatedtype Column: FileColumn

    /// What a row is found again by: no two rows of a file have the same.
    associatedtype Name: Hashable, Sendable

    /// The row as a file would have it: the one form in which rows are compared column by column.
    var cells: RowCells<Column> { get }
}
