/// One record of a CSV file: the cells as they stood between the separators, with quoting undone.
///
/// The cells share one buffer, so that a record costs two allocations whatever its width.
package struct CSVRecord: Sendable, Equatable {
    /// The line on which the record begins.
    package let line: FileLine

    /// What was wrong with its bytes, in order; empty for a record that may be read.
    package internal(set) var faults: [CSVFault]

    /// Whether any cell stood in quotes: `""` alone on a line is a record, an empty line is none.
    var wasQuoted = false

    private var bytes: [UInt8]
    private var ends: [Int]

    init(line: FileLine) {
        self.line = line
        faults = []
        bytes = []
        ends = []
    }

    /// The number of cells, at least 1.
    package var count: Int { ends.count }

    /// A cell's text. Bytes that are not UTF-8 come out as replacement characters; ``faults`` says so.
    package subscript(cell: Int) -> String { String(decoding: rawCell(cell), as: UTF8.self) }

    /// A cell's bytes exactly as they stood, for giving them back.
    package func rawCell(_ cell: Int) -> ArraySlice<UInt8> {
        bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
    }

    /// All the cells' texts.
    package var cells: [String] { (0..<count).map { self[$0] } }

    /// Whether the record is an empty line: it says nothing, not even that there is a row.
    var isBlank: Bool { ends.count == 1 && bytes.isEmpty && faults.isEmpty && !wasQuoted }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func endCell() {
        ends.append(bytes.count)
    }
}
