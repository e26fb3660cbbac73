import API
import EpisodeStore
import Intervention
import Practice

/// Episodes as lines: NDJSON, or CSV by RFC 4180. The last line says how many there were, so that a client knows that it has
/// everything.
struct EpisodeLines: Sendable {
    let isCSV: Bool

    var type: String { isCSV ? "text/csv; charset=utf-8" : "application/x-ndjson" }

    private static let columns = [
        "id", "ref", "model", "team", "therapist", "phase", "decision", "referredOn", "decidedOn", "startedOn",
        "closedOn",
        "closureReason", "version",
    ]

    var head: String { isCSV ? EpisodeLines.line(EpisodeLines.columns) : "" }

    func text(of part: CaseloadPart) -> String {
        var text = ""
        for episode in part.episodes {
            let json = episode.json(part.teams)
            guard isCSV else {
                text += json.line + "\n"
                continue
            }
            text += EpisodeLines.line(EpisodeLines.columns.map { EpisodeLines.cell(json[$0] ?? .null) })
        }
        return text
    }

    func end(_ count: Int) -> String {
        guard isCSV else { return JSON.object([.init("count", .integer(count))]).line + "\n" }
        let rest = Array(repeating: "", count: EpisodeLines.columns.count - 2)
        return EpisodeLines.line(["#count", "\(count)"] + rest)
    }

    /// Codes, words and days have no comma, quotation mark or line break.
    private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

    private static func cell(_ value: JSON) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): "\(number)"
        default: ""
        }
    }
}
