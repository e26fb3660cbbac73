import Postgres

/// What the ledger says of something that went wrong: one line, without anything that the server said of rows.
enum NightReason {
    static func sentence(_ error: any Error) -> String {
        let text: String
        switch error {
        // Its own words repeat no value of a row.
        case let fault as PostgresFault: text = "\(fault)"
        case is CancellationError: text = "the work was stopped"
        case let error as any CustomStringConvertible: text = error.description
        default: text = "\(type(of: error))"
        }
        return line(text)
    }

    /// A text in one line of bounded length, never an empty one.
    static func line(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.isEmpty ? "it failed without a word" : String(line.prefix(500))
    }
}
