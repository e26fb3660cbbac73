/// The texts of one row by column, empty cells left out.
package struct RowCells<Column: FileColumn>: Hashable, Sendable {
    private var texts: [String?] = Array(repeating: nil, count: Column.allCases.count)

    /// A row without any value.
    package init() {}

    /// The value of a column, or nil when the cell is empty. An empty text is no value.
    package subscript(column: Column) -> String? {
        get { texts[column.position] }
        set { texts[column.position] = newValue?.isEmpty == true ? nil : newValue }
    }

    /// Whether no column has a value.
    var isEmpty: Bool { texts.allSatisfy { $0 == nil } }
}

/// The texts of a row of a register.
package typealias RegisterCells = RowCells<RegisterColumn>
