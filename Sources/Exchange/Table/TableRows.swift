/// Collects the rows of a file and finds those that have one name.
struct TableRows<Reader: RowReading> {
    private let file: String
    private let header: FileHeader<Reader.Row.Column>
    private let site: Reader.Site
    private var contents = FileContents<Reader.Row>()
    private var firstLines: [Reader.Row.Name: FileLine] = [:]
    private var repeated: [Reader.Row.Name: [FileLine]] = [:]

    /// - Parameter problems: what is wrong with the header.
    init(file: String, header: FileHeader<Reader.Row.Column>, site: Reader.Site, problems: [ImportProblem]) {
        self.file = file
        self.header = header
        self.site = site
        contents.columns = header.columns
        contents.problems = problems
    }

    mutating func add(_ record: CSVRecord) {
        contents.rowCount += 1
        let cells = header.cells(of: record)
        if let name = Reader.name(in: cells) { note(name, on: record.line) }
        let place = ImportPlace(file: file, line: record.line)
        guard record.faults.isEmpty else {
            contents.problems += record.faults.map { $0.problem(in: file, columns: header) }
            return
        }
        guard record.count == header.width else {
            let sentence =
                "the row has \(record.count) cells and line 1 has \(header.width); "
                + "give it as many, and put a cell with a comma in quotes"
            contents.problems.append(ImportProblem(.raggedRow, at: place, sentence))
            return
        }
        guard !cells.isEmpty else {
            contents.problems.append(
                ImportProblem(.emptyRow, at: place, "every cell of the row is empty; take the row out")
            )
            return
        }
        var reader = Reader(site: site, place: place, cells: cells)
        guard let row = reader.read() else {
            contents.problems += reader.problems.filter(isOfRow)
            return
        }
        contents.advisories += reader.advisories
        contents.lines.append(.init(line: record.line, row: row))
    }

    /// What the file says, once every record was added.
    mutating func finish() -> FileContents<Reader.Row> {
        for lines in repeated.values {
            let (code, column, sentence) = Reader.doubled(on: lines.map(\.description).joined(separator: ", "))
            contents.problems += lines.map { line in
                ImportProblem(code, at: ImportPlace(file: file, line: line), column: column.rawValue, sentence)
            }
        }
        let doubled = Set(repeated.values.joined())
        if !doubled.isEmpty { contents.lines.removeAll { doubled.contains($0.line) } }
        contents.problems.sort(by: ImportProblem.order(of: Reader.Row.Column.self))
        return contents
    }

    /// A column that the whole file lacks is told once, with the header.
    private func isOfRow(_ problem: ImportProblem) -> Bool {
        guard problem.code == .missingValue,
            let column = problem.column.flatMap(Reader.Row.Column.init(rawValue:))
        else { return true }
        return header.columns.contains(column) || !column.isRequired
    }

    private mutating func note(_ name: Reader.Row.Name, on line: FileLine) {
        guard let first = firstLines[name] else {
            firstLines[name] = line
            contents.mentioned.append(name)
            return
        }
        repeated[name, default: [first]].append(line)
    }
}
