extension ImportProblem {
    /// A value that the file and the record changed differently.
    static func conflict(_ column: RegisterColumn, at place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .conflict, at: place, column: column.rawValue,
            "this was changed here and differently in the record since the last import; put the right value into both"
        )
    }

    /// An episode that would run while another of the same child does.
    static func overlap(with other: FileLine?, at place: ImportPlace) -> ImportProblem {
        let which = other.map { "the one on line \($0)" } ?? "one on record"
        return ImportProblem(
            .episodesOverlap, at: place, column: RegisterColumn.childRef.rawValue,
            "the child's episode runs at the same time as \(which); mend the days, or the reference of the child"
        )
    }
}
