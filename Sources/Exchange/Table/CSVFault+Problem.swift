extension CSVFault {
    /// The fault as a problem of a file, with the column's name where the header is known.
    func problem<Column>(in file: String, columns header: FileHeader<Column>?) -> ImportProblem {
        let column = header.flatMap { header in
            cell < header.width ? header.layout[cell]?.rawValue : nil
        }
        let place = ImportPlace(file: file, line: line)
        return switch kind {
        case .notUTF8:
            ImportProblem(.notUTF8, at: place, column: column, "these bytes are not UTF-8; save the file as CSV UTF-8")
        case .nulByte:
            ImportProblem(
                .nulByte, at: place, column: column,
                "there is a zero byte; save the file as CSV UTF-8, not as UTF-16 and not as a workbook"
            )
        case .strayQuote:
            ImportProblem(
                .strayQuote, at: place, column: column,
                "a quote stands inside the cell; put the whole cell in quotes and double each quote inside it"
            )
        case .unclosedQuote:
            ImportProblem(
                .unclosedQuote, at: place, column: column,
                "the quote that is opened here is never closed, so the rest of the file cannot be told apart; close it"
            )
        }
    }
}
