/// What went wrong between us and the database.
///
/// ``description`` is safe for anyone: it holds no value, no parameter, no connection string and no text of the server.
/// ``debugDescription`` is for the log: it adds the names of objects and the server's primary message.
package struct PostgresFault: Error, Sendable {
    /// The kinds of fault.
    package enum Code: Sendable, Hashable {
        /// The connection string cannot be read.
        case configuration
        /// No connection could be made: nobody listens, or the server refused.
        case connect
        /// The server refused the statement.
        case server(SQLState)
        /// The connection broke; whether the statement took effect is not known.
        case connectionLost
        /// The connection had been closed, or its transaction was over, before the statement came.
        case closed
        /// The Swift task was cancelled, and the server stopped the statement.
        case cancelled
        /// COMMIT was answered with ROLLBACK: a statement had failed and its fault was swallowed.
        case commitRolledBack
        /// A value could not be read from the result.
        case decoding(DecodingFault)
        /// The statement cannot be sent.
        case statement(StatementFlaw)
        /// The server answered what the protocol or this module does not allow, for instance with COPY.
        case `protocol`
    }

    /// What was being done.
    package enum Attempt: String, Sendable, Hashable {
        /// Making a connection.
        case connect
        /// Running one statement, or reading its rows.
        case statement
        /// Running several statements in one round trip.
        case pipeline
        /// Running a script of several statements.
        case script
        /// Opening a transaction and setting its scope.
        case begin
        /// Committing; when the connection is lost here, the transaction may have been committed.
        case commit
        /// Rolling back, wholly or to a savepoint.
        case rollback
        /// Making a lent connection clean again.
        case reset
    }

    private let details: Details

    init(_ code: Code, during attempt: Attempt, report: ServerReport? = nil) {
        details = Details(code: code, attempt: attempt, report: report)
    }

    /// The kind of fault.
    package var code: Code { details.code }

    /// What was being done when it happened.
    package var attempt: Attempt { details.attempt }

    /// What is kept of the server's error.
    var report: ServerReport? { details.report }

    /// The server's code for it. With ``Code/commitRolledBack`` that of the first statement that failed, when known.
    package var sqlState: SQLState? {
        if case .server(let state) = code { return state }
        return details.report?.sqlState
    }

    /// The constraint that refused, by its name in the schema.
    package var constraintName: String? { details.report?.constraint }

    /// The schema of the object that refused.
    package var schema: String? { details.report?.schema }

    /// The table that refused.
    package var table: String? { details.report?.table }

    /// The column that refused.
    package var column: String? { details.report?.column }

    /// Where in the SQL the server found the error, counted in characters from 1.
    package var position: Int? { details.report?.position }

    /// Which statement of a pipeline failed, counted from 0.
    package var statementIndex: Int? { details.report?.statementIndex }

    /// The server's primary message, without what it quotes of data. For the log, never for a visitor.
    package var serverMessage: String? { details.report?.message }

    /// True when there is no server to talk to, or it went away: trying again later may help, another statement will not.
    package var isUnavailable: Bool {
        switch code {
        case .connect, .connectionLost: true
        case .server(let state):
            state == .adminShutdown || state == .crashShutdown || state == .cannotConnectNow
                || state.classCode == "08"
        default: false
        }
    }

    /// True when the same transaction may succeed if it is run again from its beginning.
    package var isRetriable: Bool {
        sqlState == .serializationFailure || sqlState == .deadlockDetected
    }

    // A class, so that a fault is one word wide wherever it is thrown.
    private final class Details: Sendable {
        let code: Code
        let attempt: Attempt
        let report: ServerReport?

        init(code: Code, attempt: Attempt, report: ServerReport?) {
            self.code = code
            self.attempt = attempt
            self.report = report
        }
    }
}
