import Postgres

/// Why a database could not be migrated. Nothing of the file in question was applied.
package struct SchemaFault: Error, Sendable {
    /// The kinds of fault.
    package enum Code: Sendable, Hashable {
        /// The server is older than PostgreSQL 15.
        case serverTooOld
        /// A role of the product is missing, or the migrating login is no member of it, and it may not mend that.
        case rolesMissing
        /// The migrating login can neither give `homeward_owner` the right to create in this database nor has it that right.
        case databaseNotOurs
        /// A role of the product exists and can do what would defeat row-level security.
        case roleTooPowerful
        /// A file was applied with other bytes.
        case changed
        /// The ledger names a file that this program does not have.
        case unknown
        /// A file is missing although a later one was applied.
        case outOfOrder
        /// Somebody holds a lock that a file needs, or another migrator did not end in time.
        case lockNotAvailable
        /// A file was refused by the server.
        case refused
    }

    /// The kind of fault.
    package let code: Code
    /// The file, without its ending, or the role that it is about; empty when it is about the database as a whole.
    package let subject: String
    /// What the server said, where it was the server that refused.
    package let underlying: PostgresFault?

    init(_ code: Code, _ subject: String = "", underlying: PostgresFault? = nil) {
        self.code = code
        self.subject = subject
        self.underlying = underlying
    }
}

extension SchemaFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// What is wrong and what mends it; for anyone.
    package var description: String {
        switch code {
        case .serverTooOld:
            "The database server is older than PostgreSQL 15."
        case .rolesMissing:
            "The migrating login may not make the roles homeward_owner, homeward_application and homeward_reporting or is no"
                + " member of them: give it CREATEROLE, or make them and grant them to it."
        case .databaseNotOurs:
            "The migrating login is neither a superuser nor the owner of this database: migrate as one of them."
        case .roleTooPowerful:
            "The role \(subject) can log in as owner, change roles or bypass row-level security: take that right from it."
        case .changed:
            "The migration \(subject) was applied with other contents than this program has: use the program that applied it."
        case .unknown:
            "The migration \(subject) is not known to this program: a newer program migrated this database."
        case .outOfOrder:
            "The migration \(subject) is missing although a later one was applied: the database was migrated by another line."
        case .lockNotAvailable:
            "The migration \(subject) waited too long for a lock and changed nothing: end what uses the database, try again."
        case .refused:
            "The database refused the migration \(subject) and nothing of it was applied."
        }
    }

    /// The description with the server's own account of it; for the log.
    package var debugDescription: String {
        underlying.map { "\(description) \($0.debugDescription)" } ?? description
    }
}
