import API
import EpisodeStore
import Postgres

/// What is taken away as lines: NDJSON, or CSV by RFC 4180. The last line says how many there were, so that a client knows
/// that it has everything.
///
/// Cells are copied as the database sent them and looked at in place. A text of its own for each would take most of the
/// time of an export.
struct ExportLines: Sendable {
    private let columns: [ExportColumn]
    private let isCSV: Bool
    /// What stands before each cell of a line.
    private let openings: [[UInt8]]

    init(columns: [ExportColumn], isCSV: Bool) {
        self.columns = columns
        self.isCSV = isCSV
        openings = columns.enumerated().map { place, column in
            Array((isCSV ? (place == 0 ? "" : ",") : "\(place == 0 ? "{" : ",")\"\(column.name)\":").utf8)
        }
    }

    var type: String { isCSV ? "text/csv; charset=utf-8" : "application/x-ndjson" }

    var head: [UInt8] { isCSV ? ExportLines.row(columns.map(\.name)) : [] }

    func end(_ count: Int) -> [UInt8] {
        guard isCSV else { return Array("{\"count\":\(count)}\n".utf8) }
        return ExportLines.row(["#count", "\(count)"] + Array(repeating: "", count: columns.count - 2))
    }

    /// A part as lines.
    func bytes(of rows: Rows) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * columns.count * (isCSV ? 12 : 24))
        for row in 0..<rows.count {
            if isCSV { try addRow(row, of: rows, to: &bytes) } else { try addObject(row, of: rows, to: &bytes) }
        }
        return bytes
    }

    private func addRow(_ row: Int, of rows: Rows, to bytes: inout [UInt8]) throws {
        for place in 0..<columns.count {
            bytes += openings[place]
            let start = bytes.count
            guard try rows.appendText(row: row, column: place, to: &bytes),
                bytes.span.has(from: start, where: ExportLines.needsQuotes)
            else { continue }
            let cell = bytes[start...].flatMap { $0 == ExportLines.quote ? [$0, $0] : [$0] }
            bytes.removeSubrange(start...)
            bytes += [ExportLines.quote] + cell + [ExportLines.quote]
        }
        bytes += ExportLines.endOfRow
    }

    private func addObject(_ row: Int, of rows: Rows, to bytes: inout [UInt8]) throws {
        for place in 0..<columns.count {
            bytes += openings[place]
            let isText = columns[place].kind == .text
            let start = bytes.count
            if isText { bytes.append(ExportLines.quote) }
            guard try rows.appendText(row: row, column: place, to: &bytes) else {
                bytes.removeSubrange(start...)
                bytes += ExportLines.null
                continue
            }
            guard isText else { continue }
            if bytes.span.has(from: start + 1, where: ExportLines.needsEscape) {
                let text = String(decoding: bytes[(start + 1)...], as: UTF8.self)
                bytes.removeSubrange(start...)
                bytes += Array(JSON.text(text).line.utf8)
            } else {
                bytes.append(ExportLines.quote)
            }
        }
        bytes += ExportLines.endOfObject
    }

    private static let quote = UInt8(ascii: "\"")
    private static let null = Array("null".utf8)
    private static let endOfObject = Array("}\n".utf8)
    private static let endOfRow = Array("\r\n".utf8)

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// Codes, words and days need no escaping.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x7F || byte == quote || byte == UInt8(ascii: "\\")
    }

    /// A row of names and numbers, which need no quotes.
    private static func row(_ cells: [String]) -> [UInt8] { Array((cells.joined(separator: ",") + "\r\n").utf8) }
}

extension Span<UInt8> {
    /// Whether there is such a byte from a place on.
    @inline(__always)
    fileprivate func has(from start: Int, where isOne: (UInt8) -> Bool) -> Bool {
        for place in start..<count where isOne(self[place]) { return true }
        return false
    }
}
