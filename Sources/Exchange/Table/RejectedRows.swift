/// The rows of a file that were not taken, as a file of their own: the columns as they were and a last column with the reasons.
///
/// Cells are written as they stood, so that the file can be mended and imported again; the last column is passed over then.
package enum RejectedRows {
    /// The file of the rows that have problems. Empty when no row has.
    package static func bytes<Column>(of file: TableFile<Column>, problems: [ImportProblem]) -> [UInt8] {
        let byLine = Dictionary(grouping: problems, by: \.place.line)
        var reader = CSVReader(bytes: file.bytes)
        guard !byLine.isEmpty, let header = reader.next() else { return [] }
        let former = (0..<header.count).filter { header[$0] == Column.reasons }
        var writer = CSVWriter(.machine)
        write(header, without: former, width: header.count, reasons: Column.reasons, to: &writer)
        while let record = reader.next() {
            let lines = [record.line] + record.faults.map(\.line)
            let reasons = Set(lines).sorted().flatMap { byLine[$0] ?? [] }
            guard !reasons.isEmpty else { continue }
            write(record, without: former, width: header.count, reasons: text(reasons), to: &writer)
        }
        return writer.take()
    }

    /// The name of the file of rejected rows.
    package static func name(for file: String) -> String { file + ".rejected.csv" }

    private static func write(
        _ record: CSVRecord, without former: [Int], width: Int, reasons: String, to writer: inout CSVWriter
    ) {
        for cell in 0..<min(width, record.count) where !former.contains(cell) {
            writer.writeBytes(record.rawCell(cell))
        }
        writer.writeText(reasons)
        // A row with too few cells is not filled up and one with too many keeps them: nothing of it is lost, and it is
        // refused again until somebody has mended it.
        for cell in width..<max(width, record.count) { writer.writeBytes(record.rawCell(cell)) }
        writer.endRecord()
    }

    private static func text(_ problems: [ImportProblem]) -> String {
        problems.map { problem in
            "\(problem.column.map { "\($0): " } ?? "")\(problem.sentence) [\(problem.code.rawValue)]"
        }
        .joined(separator: "; ")
    }
}
