extension Connection {
    /// Runs a statement and gives its rows. The statement is prepared on first use, in the same round trip, and kept.
    package nonisolated func query(_ statement: Statement) async throws(PostgresFault) -> Rows {
        try await query(statement, in: nil)
    }

    /// Runs a statement for its effect and gives the server's tag: verb and number of rows.
    @discardableResult
    package nonisolated func execute(_ statement: Statement) async throws(PostgresFault) -> CommandTag {
        try await query(statement, in: nil).tag
    }

    /// Runs several statements in one round trip. Outside a transaction they are one: all of them or none.
    /// - Throws: the fault of the first statement that failed, with its ``PostgresFault/statementIndex``.
    @discardableResult
    package nonisolated func pipeline(_ statements: [Statement]) async throws(PostgresFault) -> [Rows] {
        try await pipeline(statements, in: nil)
    }

    /// Runs a statement and hands on its rows one by one as they arrive; a result of any size takes the memory of a row.
    /// A row that is kept stays valid, at the price of memory for each.
    ///
    /// An error that `each` throws stops the statement in the server and comes back unchanged; a transaction around it
    /// can then only be rolled back.
    /// - Parameter each: runs on the connection's lane and must not wait for anything.
    package func stream(_ statement: Statement, _ each: @Sendable (Row) throws -> Void) async throws {
        try await stream(statement, into: (), in: nil) { _, row in try each(row) }
    }

    /// Like ``stream(_:_:)``, with a value that is carried from row to row and given back at the end.
    package func stream<Result: Sendable>(
        _ statement: Statement,
        into initial: Result,
        _ update: @Sendable (inout Result, Row) throws -> Void
    ) async throws -> Result {
        try await stream(statement, into: initial, in: nil, update)
    }

    /// Runs a script of several statements, which cannot bind values and give no rows. Without a transaction of its own
    /// the script is one; when a statement fails, those after it do not run.
    @_spi(Splice)
    public func script(_ sql: String) async throws(PostgresFault) {
        try await script(sql, in: nil)
    }
}

extension Connection {
    nonisolated func query(_ statement: Statement, in serial: UInt64?) async throws(PostgresFault) -> Rows {
        try await converseFromAnywhere(during: .statement, in: serial) { connection, handle throws(PostgresFault) in
            if let box = try connection.performPrepared(statement, over: handle) { return Rows(box) }
            guard let box = try connection.perform([statement], during: .statement, over: handle).first else {
                throw connection.misunderstood()
            }
            return Rows(box)
        }
    }

    nonisolated func pipeline(_ statements: [Statement], in serial: UInt64?) async throws(PostgresFault) -> [Rows] {
        guard !statements.isEmpty else { return [] }
        return try await converseFromAnywhere(
            during: .pipeline, in: serial
        ) { connection, handle throws(PostgresFault) in
            let boxes = try connection.perform(statements, during: .pipeline, over: handle)
            guard boxes.count == statements.count else { throw connection.misunderstood() }
            return boxes.map { Rows($0) }
        }
    }

    func script(_ sql: String, in serial: UInt64?) async throws(PostgresFault) {
        guard !sql.utf8.contains(0) else { throw PostgresFault(.statement(.zeroByteInText), during: .script) }
        try await converse(during: .script, in: serial) { handle, _ throws(PostgresFault) in
            // libpq's pipeline mode takes no scripts, so what goes before costs a round trip of its own here.
            try perform([], during: .begin, over: handle)
            session.dirtied()
            guard handle.sendScript(sql) else { throw abandon(nil, during: .script) }
            var failure: ServerReport?
            while let result = handle.nextResult() {
                if result.kind == .failed, failure == nil { failure = result.report }
                if result.kind == .copy { throw misunderstood() }
            }
            if handle.isBroken { throw abandon(failure, during: .script) }
            guard let failure else { return }
            throw PostgresFault(failure.sqlState.map { .server($0) } ?? .protocol, during: .script, report: failure)
        }
    }
}
