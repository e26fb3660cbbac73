extension RowCells {
    /// These values, with the last import's for the columns that the file does not have.
    func filled(from base: RowCells?, outside columns: Set<Column>) -> RowCells {
        guard let base else { return self }
        var filled = self
        for column in Column.allCases where !columns.contains(column) { filled[column] = base[column] }
        return filled
    }
}
