import CivilDate
import Intervention

/// Collects the rows of a file and finds what is wrong between them.
struct RegisterRows {
    private let file: String
    private let header: RegisterHeader
    private let site: RegisterSite
    private var contents = RegisterContents()
    private var firstLines: [String: FileLine] = [:]
    private var repeated: [String: [FileLine]] = [:]
    private var children: [ChildRef: Profile] = [:]

    /// - Parameter problems: what is wrong with the header.
    init(file: String, header: RegisterHeader, site: RegisterSite, problems: [ImportProblem]) {
        self.file = file
        self.header = header
        self.site = site
        contents.columns = header.columns
        contents.problems = problems
    }

    mutating func add(_ record: CSVRecord) {
        contents.rowCount += 1
        if let position = header.layout.firstIndex(of: .episodeRef), position < record.count {
            noteReference(record[position], on: record.line)
        }
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
        let cells = header.cells(of: record)
        guard !cells.isEmpty else {
            contents.problems.append(
                ImportProblem(.emptyRow, at: place, "every cell of the row is empty; take the row out")
            )
            return
        }
        var reader = RegisterRowReader(site: site, place: place, cells: cells)
        guard let row = reader.read() else {
            contents.problems += reader.problems.filter(isOfRow)
            return
        }
        contents.advisories += reader.advisories
        compareChild(row, at: place)
        contents.lines.append(RegisterContents.Line(line: record.line, row: row))
    }

    /// What the file says, once every record was added.
    mutating func finish() -> RegisterContents {
        for lines in repeated.values {
            let all = lines.map(\.description).joined(separator: ", ")
            for line in lines {
                contents.problems.append(
                    ImportProblem(
                        .duplicateEpisodeRef, at: ImportPlace(file: file, line: line),
                        column: RegisterColumn.episodeRef.rawValue,
                        "the same episode_ref stands on lines \(all); an episode has one row"
                    )
                )
            }
        }
        let doubled = Set(repeated.values.joined())
        if !doubled.isEmpty { contents.lines.removeAll { doubled.contains($0.line) } }
        contents.problems.sort(by: ImportProblem.isBefore)
        return contents
    }

    /// A column that the whole file lacks is told once, with the header.
    private func isOfRow(_ problem: ImportProblem) -> Bool {
        guard problem.code == .missingValue, let column = problem.column.flatMap(RegisterColumn.init(rawValue:)) else {
            return true
        }
        return header.columns.contains(column)
    }

    private mutating func noteReference(_ text: String, on line: FileLine) {
        guard let code = EpisodeRef(text) else { return }
        let reference = code.text
        guard let first = firstLines[reference] else {
            firstLines[reference] = line
            contents.mentioned.append(code)
            return
        }
        repeated[reference, default: [first]].append(line)
    }

    private mutating func compareChild(_ row: RegisterRow, at place: ImportPlace) {
        guard let child = row.childRef else { return }
        guard let known = children[child] else {
            children[child] = row.profile
            return
        }
        let monthDiffers = differ(known.birthMonth, row.profile.birthMonth)
        if monthDiffers || differ(known.sex, row.profile.sex) {
            let column = monthDiffers ? RegisterColumn.birthMonth : .sex
            contents.advisories.append(ImportAdvisory(.childDiffers, at: place, column: column.rawValue))
        }
    }

    private func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
        guard let left, let right else { return false }
        return left != right
    }
}
