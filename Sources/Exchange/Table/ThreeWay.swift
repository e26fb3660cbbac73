/// The comparison of what was imported last, what the file says now and what the record says now, column by column.
package struct ThreeWay<Column: FileColumn>: Hashable, Sendable {
    /// The row as it shall be: the file's value where only the file changed, otherwise the record's.
    package private(set) var merged: RowCells<Column>

    /// The columns that only the file changed.
    package private(set) var changed: Set<Column> = []

    /// The columns that only the record changed: its values stay.
    package private(set) var kept: Set<Column> = []

    /// The columns that the file and the record changed differently, in the order of the columns.
    package private(set) var conflicts: [Column] = []

    /// Compares three rows of one name.
    ///
    /// A column that the file does not have says nothing. Without a last import (it was entered by hand) an empty
    /// cell says nothing either, and one that the record has no value for is taken.
    /// - Parameters:
    ///   - base: the values of the last import; nil when the row was never imported.
    ///   - file: the values of the file.
    ///   - columns: the columns that the file has.
    ///   - record: the values that the record has.
    package init(base: RowCells<Column>?, file: RowCells<Column>, columns: Set<Column>, record: RowCells<Column>) {
        merged = record
        for column in Column.allCases where columns.contains(column) {
            let wanted = file[column]
            let present = record[column]
            guard wanted != present else { continue }
            let onlyRecordChanged = base.map { wanted == $0[column] } ?? (wanted == nil)
            let onlyFileChanged = base.map { present == $0[column] } ?? (present == nil)
            if onlyRecordChanged {
                kept.insert(column)
            } else if onlyFileChanged {
                changed.insert(column)
                merged[column] = wanted
            } else {
                conflicts.append(column)
            }
        }
    }
}
