extension Connection {
    /// Runs `body` in a transaction and commits it; rolls it back when `body` throws, and throws the same error again.
    ///
    /// `body` runs on the connection's lane; see ``onLane(_:)``. BEGIN and the scope travel with the first statement, in
    /// one round trip; without a statement nothing is sent at all. The end of a transaction is not stopped when the task
    /// is cancelled.
    /// - Throws: `commitRolledBack` when a statement failed and `body` did not let its fault through. When the connection
    ///   is lost while committing (``PostgresFault/attempt`` is `commit`), it is not known whether it was committed.
    @discardableResult
    package nonisolated func transaction<T>(
        scope: SessionScope? = nil,
        isolation: IsolationLevel = .readCommitted,
        access: AccessMode = .readWrite,
        _ body: (Transaction) async throws -> T
    ) async throws -> T {
        let mode = TransactionMode(scope: scope, isolation: isolation, access: access)
        guard let serial = session.announce(mode) else { throw PostgresFault(.closed, during: .begin) }
        return try await onLane {
            let value: T
            do {
                value = try await body(Transaction(connection: self, serial: serial, depth: 0))
            } catch {
                await abort()
                throw error
            }
            if session.isUnbegun {
                _ = session.conclude()
            } else {
                try await commit()
            }
            return value
        }
    }

    /// Runs `body` where the connection's own work runs, if it is free to run anywhere: from the first statement on no
    /// thread is changed until `body` is done, which makes small statements much quicker. What it does beside statements
    /// holds up this connection only.
    ///
    /// `body` stands still while a statement of the connection runs, also one that another task has sent: it must not be
    /// the one that such a statement waits for.
    package nonisolated func onLane<T>(_ body: () async throws -> T) async throws -> T {
        try await withTaskExecutorPreference(lane.guests, operation: body)
    }

    /// Commits, with what was postponed in the same round trip.
    private func commit() throws(PostgresFault) {
        // In a transaction that has failed nothing more is run: its end says why.
        let isWell = session.condition != .inFailedTransaction
        let postponed = isWell && session.hasPostponed ? session.takeOpenings() : []
        let failure = session.conclude()
        let tag = try converseUndisturbed(during: .commit) { handle throws(PostgresFault) in
            guard !postponed.isEmpty else { return try command("COMMIT", during: .commit, over: handle) }
            return try commit(after: postponed, over: handle)
        }
        // The server commits nothing of a transaction in which a statement has failed, and does not call that an error.
        guard tag.verb == "COMMIT" else { throw PostgresFault(.commitRolledBack, during: .commit, report: failure) }
    }

    /// Nothing is committed when something that was postponed fails.
    private func commit(
        after postponed: [SessionDesk.Opening], over handle: ConnectionHandle
    ) throws(PostgresFault) -> CommandTag {
        var exchange = plan([], after: postponed)
        exchange.append(.command("COMMIT"))
        noteTraces(of: exchange)
        let (boxes, failure) = try carryOut(exchange, over: handle)
        guard let failure else { return boxes.last?.tag ?? CommandTag(text: "") }
        try rollback(over: handle)
        let isOfCommit = exchange.statementIndex(of: failure.step) != nil
        throw fault(failure, of: exchange, during: isOfCommit ? .commit : .statement)
    }

    /// Rolls back. A connection that cannot even do that is given up, and its pool sees that by itself.
    private func abort() {
        _ = session.conclude()
        do {
            try converseUndisturbed(during: .rollback) { handle throws(PostgresFault) in try rollback(over: handle) }
        } catch {
            close()
        }
    }

    /// Rolls back to a savepoint and takes it away.
    func rollBack(to savepoint: String) throws(PostgresFault) {
        _ = session.takeOpenings()
        try converseUndisturbed(during: .rollback) { handle throws(PostgresFault) in
            try command(
                "ROLLBACK TO SAVEPOINT \(savepoint)", "RELEASE SAVEPOINT \(savepoint)", during: .rollback, over: handle
            )
        }
    }

    /// Makes a session that was lent as good as new, keeping its prepared statements. False when it cannot be.
    func tidy() -> Bool {
        _ = session.conclude()
        do {
            try converseUndisturbed(during: .reset) { handle throws(PostgresFault) in
                try rollback(over: handle)
                if session.isDirty { try clean(over: handle) }
            }
            session.cleaned()
            return session.condition == .idle
        } catch {
            close()
            return false
        }
    }

    /// What DISCARD ALL does, without DEALLOCATE ALL and DISCARD PLANS.
    private func clean(over handle: ConnectionHandle) throws(PostgresFault) {
        try command(
            "CLOSE ALL", "SET SESSION AUTHORIZATION DEFAULT", "RESET ALL", "UNLISTEN *",
            "SELECT pg_advisory_unlock_all()", "DISCARD SEQUENCES", "DISCARD TEMP",
            during: .reset,
            over: handle
        )
    }
}
