extension RegisterCells {
    /// These values, with the last import's for the columns that the file does not have.
    func filled(from base: RegisterCells?, outside columns: Set<RegisterColumn>) -> RegisterCells {
        guard let base else { return self }
        var filled = self
        for column in RegisterColumn.allCases where !columns.contains(column) { filled[column] = base[column] }
        return filled
    }
}
