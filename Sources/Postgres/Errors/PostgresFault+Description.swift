extension PostgresFault: CustomStringConvertible {
    /// What happened, in words that may be shown to anyone.
    package var description: String {
        switch code {
        case .configuration: "The connection settings of the database cannot be read."
        case .connect: "The database cannot be reached."
        case .server(let state): "The database refused the \(attempt.rawValue) (SQLSTATE \(state))."
        case .connectionLost: "The connection to the database was lost."
        case .closed: "The connection or transaction was already over."
        case .cancelled: "The work in the database was cancelled."
        case .commitRolledBack: "The transaction was rolled back because a statement in it had failed."
        case .decoding: "The database answered with a value of another kind than expected."
        case .statement: "The statement cannot be sent to the database."
        case .protocol: "The database gave an answer that is not understood."
        }
    }
}

extension PostgresFault: CustomDebugStringConvertible {
    /// The description, and for the log: what was attempted, SQLSTATE, names of objects, the server's primary message.
    /// Never a bound value, a password or a connection string.
    package var debugDescription: String {
        var parts = ["attempt: \(attempt.rawValue)"]
        if let sqlState { parts.append("sqlState: \(sqlState)") }
        if case .decoding(let fault) = code { parts.append("decoding: \(fault)") }
        if case .statement(let flaw) = code { parts.append("statement: \(flaw)") }
        if let schema { parts.append("schema: \(schema)") }
        if let table { parts.append("table: \(table)") }
        if let column { parts.append("column: \(column)") }
        if let constraintName { parts.append("constraint: \(constraintName)") }
        if let position { parts.append("position: \(position)") }
        if let statementIndex { parts.append("statementIndex: \(statementIndex)") }
        if let serverMessage { parts.append("message: \(serverMessage)") }
        return "\(description) [\(parts.joined(separator: "; "))]"
    }
}

/// A dump or a mirror shows no more than the description.
extension PostgresFault: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
