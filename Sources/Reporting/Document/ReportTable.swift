/// A table of a report for people: a sentence that says what is counted, columns, and rows of cells that are written out.
package struct ReportTable: Hashable, Sendable {
    /// A column.
    package struct Column: Hashable, Sendable {
        /// What stands over it; may be empty over the names of rows.
        package let title: String
        /// Whether it holds figures, which stand to the right.
        package let isFigure: Bool

        /// A column of words.
        package static func words(_ title: String) -> Column { Column(title: title, isFigure: false) }

        /// A column of figures.
        package static func figure(_ title: String) -> Column { Column(title: title, isFigure: true) }
    }

    /// What is counted, and of whom; one sentence.
    package let caption: String
    /// The columns.
    package let columns: [Column]
    /// The rows, each with a cell for each column; a share stands beside its counts, and `n/a` where there is no value.
    package let rows: [[String]]

    /// A table.
    package init(_ caption: String, columns: [Column], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// What a report hands to programs line by line: the same columns in every row.
package struct ReportRecords: Hashable, Sendable {
    /// The names of the columns, as the keys of the JSON form.
    package let columns: [String]
    /// The rows, each with a value for each column; what is missing is null.
    package let rows: [[ReportValue]]

    /// Records.
    package init(columns: [String], rows: [[ReportValue]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The records as a list of objects.
    package var value: ReportValue {
        .array(rows.map { row in .object(zip(columns, row).map { ReportValue.Member($0, $1) }) })
    }
}
