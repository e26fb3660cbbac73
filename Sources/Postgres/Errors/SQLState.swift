/// The five characters by which PostgreSQL names what went wrong, whatever the language of its messages.
package struct SQLState: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// Five capital letters and digits.
    package let rawValue: String

    /// Takes the characters as they are.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the kind of condition.
    package var classCode: String { String(rawValue.prefix(2)) }

    package var description: String { rawValue }
}

/// The conditions that programs ask for by name (PostgreSQL 15 manual, appendix A).
extension SQLState {
    /// The server closed the connection or refused it.
    package static let connectionException = SQLState(rawValue: "08000")
    /// The statement uses something that cannot be done; also a prepared statement whose columns have changed.
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    /// A text that is longer than its column.
    package static let stringDataRightTruncation = SQLState(rawValue: "22001")
    /// A number outside its type.
    package static let numericValueOutOfRange = SQLState(rawValue: "22003")
    /// A date or time outside the calendar.
    package static let datetimeFieldOverflow = SQLState(rawValue: "22008")
    /// A division by zero.
    package static let divisionByZero = SQLState(rawValue: "22012")
    /// A text that holds bytes the encoding does not allow, a zero byte among them.
    package static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// A text that is no value of the type it was cast to.
    package static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// A NULL where the column forbids it.
    package static let notNullViolation = SQLState(rawValue: "23502")
    /// A row that refers to one that is not there.
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// A second row with the same key.
    package static let uniqueViolation = SQLState(rawValue: "23505")
    /// A row that a CHECK refuses.
    package static let checkViolation = SQLState(rawValue: "23514")
    /// A row that overlaps another where none may.
    package static let exclusionViolation = SQLState(rawValue: "23P01")
    /// A statement that may not run inside a transaction.
    package static let activeTransaction = SQLState(rawValue: "25001")
    /// A write in a transaction that only reads.
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// A statement after one that failed, in the same transaction.
    package static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// A transaction that stood idle for too long: the server closed the connection.
    package static let idleInTransactionTimeout = SQLState(rawValue: "25P03")
    /// A prepared statement that the server does not know.
    package static let invalidStatementName = SQLState(rawValue: "26000")
    /// A role that may not connect so.
    package static let invalidAuthorization = SQLState(rawValue: "28000")
    /// A wrong password.
    package static let invalidPassword = SQLState(rawValue: "28P01")
    /// A database that does not exist.
    package static let invalidCatalogName = SQLState(rawValue: "3D000")
    /// A schema that does not exist.
    package static let invalidSchemaName = SQLState(rawValue: "3F000")
    /// Two transactions that cannot both have run: try again.
    package static let serializationFailure = SQLState(rawValue: "40001")
    /// Transactions that waited for each other: try again.
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    /// Something the role may not do; also a row that row-level security refuses to write.
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// SQL that does not parse.
    package static let syntaxError = SQLState(rawValue: "42601")
    /// A column that does not exist.
    package static let undefinedColumn = SQLState(rawValue: "42703")
    /// An object that exists already.
    package static let duplicateObject = SQLState(rawValue: "42710")
    /// A function that does not exist.
    package static let undefinedFunction = SQLState(rawValue: "42883")
    /// A table that does not exist.
    package static let undefinedTable = SQLState(rawValue: "42P01")
    /// A database that exists already.
    package static let duplicateDatabase = SQLState(rawValue: "42P04")
    /// A schema that exists already.
    package static let duplicateSchema = SQLState(rawValue: "42P06")
    /// A table that exists already.
    package static let duplicateTable = SQLState(rawValue: "42P07")
    /// A disk without room.
    package static let diskFull = SQLState(rawValue: "53100")
    /// A server with no connection left to give.
    package static let tooManyConnections = SQLState(rawValue: "53300")
    /// An object that others use, for instance a template database.
    package static let objectInUse = SQLState(rawValue: "55006")
    /// A lock that was not free in time.
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// A statement that was cancelled, by us, by an administrator or by `statement_timeout`.
    package static let queryCanceled = SQLState(rawValue: "57014")
    /// The server shuts down, or an administrator ended the connection.
    package static let adminShutdown = SQLState(rawValue: "57P01")
    /// Another process of the server crashed and took this connection along.
    package static let crashShutdown = SQLState(rawValue: "57P02")
    /// The server starts or stops and takes no connections.
    package static let cannotConnectNow = SQLState(rawValue: "57P03")
    /// What a RAISE in SQL gives when it names nothing else.
    package static let raiseException = SQLState(rawValue: "P0001")
    /// A fault inside the server.
    package static let internalError = SQLState(rawValue: "XX000")
    /// A page or index that is not what it should be.
    package static let dataCorrupted = SQLState(rawValue: "XX001")
}
