/// The parts of a server's error that are kept: never DETAIL, HINT, CONTEXT or the statement, which quote data.
struct ServerReport: Sendable {
    var sqlState: SQLState?
    var message: String?
    var constraint: String?
    var schema: String?
    var table: String?
    var column: String?
    var position: Int?
    var statementIndex: Int?
    /// The server's own function that raised it. Tells apart conditions that share a SQLSTATE, in any language.
    var sourceFunction: String?
    /// True for FATAL and PANIC: the server ends the connection.
    var isFatal = false

    /// True when a prepared statement is unknown to the server, or no longer fits a table that was changed.
    var isStalePlan: Bool {
        sqlState == .invalidStatementName
            || (sqlState == .featureNotSupported && sourceFunction == "RevalidateCachedQuery")
    }

    /// Messages of the class "data exception" quote the offending text; the quoted pieces are left out.
    static func withoutData(_ message: String, of state: SQLState?) -> String {
        guard let state, state.classCode == "22" else { return message }
        var text = ""
        var isQuoted = false
        for character in message.unicodeScalars {
            if character == "\"" {
                isQuoted.toggle()
                if isQuoted { text += "\"...\"" }
            } else if !isQuoted {
                text.unicodeScalars.append(character)
            }
        }
        return text
    }
}
