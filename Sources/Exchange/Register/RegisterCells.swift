/// The texts of one row by column, empty cells left out.
package struct RegisterCells: Hashable, Sendable {
    private var texts: [String?] = Array(repeating: nil, count: RegisterColumn.allCases.count)

    /// A row without any value.
    package init() {}

    /// The value of a column, or nil when the cell is empty. An empty text is no value.
    package subscript(column: RegisterColumn) -> String? {
        get { texts[column.position] }
        set { texts[column.position] = newValue?.isEmpty == true ? nil : newValue }
    }

    /// Whether no column has a value.
    var isEmpty: Bool { texts.allSatisfy { $0 == nil } }
}
