import API
import EpisodeStore

/// What is taken away as lines: NDJSON, or CSV by RFC 4180. The last line says how many there were, so that a client knows
/// that it has everything.
struct ExportLines: Sendable {
    let columns: [ExportColumn]
    let isCSV: Bool

    var type: String { isCSV ? "text/csv; charset=utf-8" : "application/x-ndjson" }

    var head: String { isCSV ? ExportLines.row(columns.map(\.name)) : "" }

    func text(of lines: [ExportLine]) -> String {
        var text = ""
        text.reserveCapacity(lines.count * columns.count * 16)
        for line in lines {
            if isCSV { text += ExportLines.row(line.map { $0 ?? "" }) } else { add(line, to: &text) }
        }
        return text
    }

    func end(_ count: Int) -> String {
        guard isCSV else { return "{\"count\":\(count)}\n" }
        return ExportLines.row(["#count", "\(count)"] + Array(repeating: "", count: columns.count - 2))
    }

    private func add(_ line: ExportLine, to text: inout String) {
        var separator = "{\""
        for (column, value) in zip(columns, line) {
            text += separator
            separator = ",\""
            text += column.name
            text += "\":"
            guard let value else {
                text += "null"
                continue
            }
            switch column.kind {
            case .plain: text += value
            case .text where ExportLines.isSimple(value): text += "\"\(value)\""
            case .text: text += JSON.text(value).line
            }
        }
        text += "}\n"
    }

    /// Codes, words and days need no escaping.
    private static func isSimple(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    private static func cell(_ value: String) -> String {
        let needsQuotes = value.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        return needsQuotes ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
    }
}
