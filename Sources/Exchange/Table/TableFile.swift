/// A file of rows as bytes: read once into rows, and once more when rows of it must be given back.
package struct TableFile<Column: FileColumn>: Sendable {
    /// The file as it was named on the command line.
    package let name: String

    /// Its bytes.
    package let bytes: [UInt8]

    /// A file of that name with those bytes.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads the whole file and checks it row by row. Nothing stops at a problem: all are found.
    func read<Reader: RowReading>(
        by reader: Reader.Type, for site: Reader.Site
    ) -> FileContents<Reader.Row> where Reader.Row.Column == Column {
        var reader = CSVReader(bytes: bytes)
        var contents = FileContents<Reader.Row>()
        guard let first = reader.next() else {
            contents.problems = [
                ImportProblem(
                    .noHeader, at: ImportPlace(file: name, line: .first),
                    "the file is empty; line 1 has the names of the columns"
                )
            ]
            return contents
        }
        let (header, problems) = FileHeader<Column>.read(first, of: name)
        guard let header else {
            contents.problems = problems
            return contents
        }
        var rows = TableRows<Reader>(file: name, header: header, site: site, problems: problems)
        while let record = reader.next() { rows.add(record) }
        return rows.finish()
    }
}

/// A register file.
package typealias RegisterFile = TableFile<RegisterColumn>
