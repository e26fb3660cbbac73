extension ImportProblem {
    /// The order in which problems are told: by line, then by column.
    static func isBefore(_ left: ImportProblem, _ right: ImportProblem) -> Bool {
        (left.place.line, left.columnPosition, left.code.rawValue)
            < (right.place.line, right.columnPosition, right.code.rawValue)
    }

    private var columnPosition: Int {
        column.flatMap(RegisterColumn.init(rawValue:))?.position ?? -1
    }
}
