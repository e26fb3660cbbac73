extension ImportProblem {
    /// The order in which the problems of a kind of file are told: by line, then by column.
    static func order<Column: FileColumn>(
        of columns: Column.Type
    ) -> (_ left: ImportProblem, _ right: ImportProblem) -> Bool {
        { left, right in
            (left.place.line, left.position(among: columns), left.code.rawValue)
                < (right.place.line, right.position(among: columns), right.code.rawValue)
        }
    }

    private func position<Column: FileColumn>(among columns: Column.Type) -> Int {
        column.flatMap(Column.init(rawValue:))?.position ?? -1
    }
}
