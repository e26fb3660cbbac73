import Postgres
import Practice

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

    /// Whether the connection ended, or there was none, so that nothing is known to be wrong with the work.
    static func isInterruption(_ error: any Error) -> Bool {
        switch error {
        case PracticeFault.unavailable: true
        case let fault as PostgresFault: fault.isUnavailable || fault.sqlState == .idleInTransactionTimeout
        default: false
        }
    }

    /// A text in one line of bounded length, never an empty one.
    static func line(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.isEmpty ? "it failed without a word" : String(line.prefix(500))
    }
}
