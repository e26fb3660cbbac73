/// Line 1 of a file: which column stands where.
package struct FileHeader<Column: FileColumn>: Hashable, Sendable {
    /// The columns in the file's order; nil for one that is passed over: the column of reasons, and what is none of ours.
    let layout: [Column?]

    /// The columns that the file has.
    package let columns: Set<Column>

    /// How many cells every row must have.
    package var width: Int { layout.count }

    /// A header with these columns.
    package init(_ columns: [Column]) {
        layout = columns
        self.columns = Set(columns)
    }

    private init(layout: [Column?]) {
        self.layout = layout
        columns = Set(layout.compactMap(\.self))
    }

    /// Reads the header's record.
    /// - Returns: everything that is wrong with it, and a header by which rows can be checked all the same; nil when line 1
    ///   does not look like a header at all.
    static func read(_ record: CSVRecord, of file: String) -> (header: FileHeader?, problems: [ImportProblem]) {
        let place = ImportPlace(file: file, line: record.line)
        var problems = record.faults.map { $0.problem(in: file, columns: FileHeader?.none) }
        var layout: [Column?] = []
        var seen: Set<String> = []
        let cells = record.cells
        let namesShown = Self.looksLikeHeader(cells)
        for (index, cell) in cells.enumerated() {
            var column = Column(rawValue: cell)
            if column == nil && cell != Column.reasons {
                let shown = namesShown && Self.isNameLike(cell) ? cell : nil
                problems.append(unknownColumn(shown, cell, number: index + 1, at: place))
            } else if !seen.insert(cell).inserted {
                column = nil
                problems.append(
                    ImportProblem(
                        .doubledColumn, at: place, column: cell,
                        "this column stands in the header twice; take one of the two out"
                    )
                )
            }
            layout.append(column)
        }
        for column in Column.allCases where column.isRequired && !layout.contains(column) {
            problems.append(
                ImportProblem(
                    .missingColumn, at: place, column: column.rawValue,
                    "every \(Column.kind.noun) has this column; add it to line 1"
                )
            )
        }
        let alternatives = Column.alternatives
        if let first = alternatives.first, !alternatives.contains(where: layout.contains) {
            let names = alternatives.map(\.rawValue).joined(separator: " or ")
            problems.append(
                ImportProblem(
                    .missingColumn, at: place, column: first.rawValue,
                    "every \(Column.kind.noun) has the column \(names); add it to line 1"
                )
            )
        }
        return (namesShown ? FileHeader(layout: layout) : nil, problems)
    }

    /// The cells of a record by column, as far as it has them.
    func cells(of record: CSVRecord) -> RowCells<Column> {
        var cells = RowCells<Column>()
        for (index, column) in layout.enumerated().prefix(record.count) {
            if let column { cells[column] = record[index] }
        }
        return cells
    }

    /// A file without a header has a family's row on line 1. What stands there is shown only when most of it are column
    /// names, so that the rest are column names too.
    private static func looksLikeHeader(_ cells: [String]) -> Bool {
        2 * cells.count { Column(rawValue: $0) != nil } > cells.count
    }

    private static func isNameLike(_ cell: String) -> Bool {
        !cell.isEmpty && cell.utf8.count <= 40
            && cell.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != Ascii.quote }
    }

    private static func unknownColumn(
        _ shown: String?, _ cell: String, number: Int, at place: ImportPlace
    ) -> ImportProblem {
        let folded = cell.lowercased().filter { $0.isLetter }
        let near = Column.allCases.first { $0.rawValue.filter(\.isLetter) == folded }
        let advice =
            near.map { "write it \($0.rawValue)" }
            ?? "rename it or take it out; `homeward codes \(Column.kind.columnList)` lists the columns"
        guard number > 1 || !cell.contains(where: { $0 == ";" || $0 == "\t" }) else {
            return ImportProblem(.unknownColumn, at: place, "the names are separated by commas, and so are the values")
        }
        let what =
            cell.isEmpty ? "column \(number) has no name" : "column \(number) is none of the \(Column.kind.noun)'s"
        return ImportProblem(.unknownColumn, at: place, column: shown, "\(what); \(advice)")
    }
}
