/// A transaction that is open, lent for the time of a closure. After its end every call is refused with `closed`.
package struct Transaction: Sendable {
    let link: Connection
    let serial: UInt64
    /// How many savepoints lie around.
    let depth: Int

    init(connection: Connection, serial: UInt64, depth: Int) {
        link = connection
        self.serial = serial
        self.depth = depth
    }

    /// The connection that the transaction runs on. Statements sent over it are part of the transaction while it is open.
    package var connection: Connection { link }

    /// Runs a statement and gives its rows.
    package func query(_ statement: Statement) async throws(PostgresFault) -> Rows {
        try await link.query(statement, in: serial)
    }

    /// Runs a statement for its effect and gives the server's tag: verb and number of rows.
    @discardableResult
    package func execute(_ statement: Statement) async throws(PostgresFault) -> CommandTag {
        try await link.query(statement, in: serial).tag
    }

    /// Leaves a statement whose rows nobody needs to the next round trip: that of the next statement, or of the commit. What
    /// is wrong with it is told then, and nothing is committed.
    package func postpone(_ statement: Statement) throws(PostgresFault) {
        guard link.session.admits(serial) else { throw PostgresFault(.closed, during: .statement) }
        if let flaw = statement.flaw { throw PostgresFault(.statement(flaw), during: .statement) }
        link.session.push(.statement(statement))
    }

    /// Runs several statements in one round trip; see ``Connection/pipeline(_:)``.
    @discardableResult
    package func pipeline(_ statements: [Statement]) async throws(PostgresFault) -> [Rows] {
        try await link.pipeline(statements, in: serial)
    }

    /// Hands on the rows of a statement one by one; see ``Connection/stream(_:_:)``.
    package func stream(_ statement: Statement, _ each: @Sendable (Row) throws -> Void) async throws {
        try await link.stream(statement, into: (), in: serial) { _, row in try each(row) }
    }

    /// Hands on the rows of a statement one by one, with a value that is carried from row to row.
    package func stream<Result: Sendable>(
        _ statement: Statement,
        into initial: Result,
        _ update: @Sendable (inout Result, Row) throws -> Void
    ) async throws -> Result {
        try await link.stream(statement, into: initial, in: serial, update)
    }

    /// Runs a script of several statements; see ``Connection/script(_:)``.
    @_spi(Splice)
    public func script(_ sql: String) async throws(PostgresFault) {
        try await link.script(sql, in: serial)
    }

    /// Runs `body` under a savepoint: when it throws, what it did is undone, the same error comes back, and the transaction
    /// goes on. A fault that `body` swallowed undoes it as well and comes back as `commitRolledBack`.
    @discardableResult
    package func savepoint<T>(_ body: (Transaction) async throws -> T) async throws -> T {
        guard link.session.admits(serial) else { throw PostgresFault(.closed, during: .begin) }
        let name = "homeward_\(depth)"
        link.session.push(.savepoint(name))
        let value: T
        do {
            value = try await body(Transaction(connection: link, serial: serial, depth: depth + 1))
        } catch {
            try await undo(name, because: error)
            throw error
        }
        if link.session.withdraw(savepoint: name) { return value }
        if link.session.condition == .inFailedTransaction {
            let fault = PostgresFault(.commitRolledBack, during: .rollback)
            try await undo(name, because: fault)
            throw fault
        }
        link.session.push(.release(name))
        return value
    }

    /// Rolls back to a savepoint. When not even that works, the transaction is lost and `cause` says why.
    private func undo(_ name: String, because cause: any Error) async throws {
        if link.session.withdrawAll(from: name) { return }
        do {
            try await link.rollBack(to: name)
        } catch {
            throw cause
        }
    }
}
