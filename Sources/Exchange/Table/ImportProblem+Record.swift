extension ImportProblem {
    /// A value that the file and the record changed differently.
    static func conflict<Column: FileColumn>(_ column: Column, at place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .conflict, at: place, column: column.rawValue,
            "this was changed here and differently in the record since the last import; put the right value into both"
        )
    }

    /// A value of a row that a complete file no longer has, and that the record changed.
    static func conflict<Column: FileColumn>(_ column: Column, ofAbsentRowAt place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .conflict, at: place, column: column.rawValue,
            "this was changed in the record since the last import, and the complete file no longer has the row; "
                + "put the row back into the file, or take it out of the record"
        )
    }

    /// A spell that would cover days of another.
    static func spellsOverlap<Column: FileColumn>(
        with other: FileLine?, of columns: Column.Type, at place: ImportPlace
    ) -> ImportProblem {
        let which = other.map { "the one on line \($0)" } ?? "one on record"
        return ImportProblem(
            .spellsOverlap, at: place, column: "started_on",
            "the spell covers days of \(which); mend the days, so that one ends before or when the other begins"
        )
    }

    /// A row of an episode that is not on record.
    static func unknownEpisode<Column: FileColumn>(_ column: Column, at place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .unknownEpisode, at: place, column: column.rawValue,
            "the site has no episode of this reference; import the register first, or mend the reference"
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
