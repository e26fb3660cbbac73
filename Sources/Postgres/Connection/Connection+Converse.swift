extension Connection {
    /// Runs a conversation with the server on the lane, and lets the cancelling of the task reach the server.
    /// - Parameters:
    ///   - serial: the transaction the caller believes to be in; refused when that is over.
    ///   - body: the conversation; it blocks.
    func converse<T>(
        during attempt: PostgresFault.Attempt,
        in serial: UInt64?,
        _ body: (ConnectionHandle, UInt64) throws(PostgresFault) -> T
    ) async throws(PostgresFault) -> T {
        let ticket = drawTicket()
        let outcome = await withTaskCancellationHandler {
            hold(ticket, during: attempt, in: serial, body)
        } onCancel: { [cancelDesk] in
            cancelDesk.cancel(ticket)
        }
        return try outcome.get()
    }

    /// Like ``converse(during:in:_:)``, for a caller who may be on the lane already: then nothing is handed over.
    nonisolated func converseFromAnywhere<T: Sendable>(
        during attempt: PostgresFault.Attempt,
        in serial: UInt64?,
        _ body: @Sendable (isolated Connection, ConnectionHandle) throws(PostgresFault) -> T
    ) async throws(PostgresFault) -> T {
        if let ticket = drawTicketHere() {
            let outcome = await withTaskCancellationHandler {
                holdHere(ticket, during: attempt, in: serial, body)
            } onCancel: { [cancelDesk] in
                cancelDesk.cancel(ticket)
            }
            if let outcome { return try outcome.get() }
        }
        return try await converseOnLane(during: attempt, in: serial, body)
    }

    private func converseOnLane<T: Sendable>(
        during attempt: PostgresFault.Attempt,
        in serial: UInt64?,
        _ body: @Sendable (isolated Connection, ConnectionHandle) throws(PostgresFault) -> T
    ) async throws(PostgresFault) -> T {
        try await converse(during: attempt, in: serial) { handle, _ throws(PostgresFault) in try body(self, handle) }
    }

    // Whoever awaits may find himself on another thread than before: after a call of ours he may be on the lane for a few
    // steps more, without belonging there. So each of these two looks where it is, and does not wait before it is done.

    /// Draws a ticket if the caller is on the lane; nil when he is not.
    private nonisolated func drawTicketHere() -> UInt64? {
        lane.isCurrent ? assumeIsolated { $0.drawTicket() } : nil
    }

    /// Holds a conversation if the caller is on the lane; nil when he is not, and then nothing has been done.
    private nonisolated func holdHere<T: Sendable>(
        _ ticket: UInt64,
        during attempt: PostgresFault.Attempt,
        in serial: UInt64?,
        _ body: @Sendable (isolated Connection, ConnectionHandle) throws(PostgresFault) -> T
    ) -> Result<T, PostgresFault>? {
        guard lane.isCurrent else { return nil }
        return assumeIsolated { connection in
            connection.hold(ticket, during: attempt, in: serial) { handle, _ throws(PostgresFault) in
                try body(connection, handle)
            }
        }
    }

    /// A ticket for the next conversation.
    private func drawTicket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }

    /// Holds the conversation of a ticket. Blocks.
    private func hold<T>(
        _ ticket: UInt64,
        during attempt: PostgresFault.Attempt,
        in serial: UInt64?,
        _ body: (ConnectionHandle, UInt64) throws(PostgresFault) -> T
    ) -> Result<T, PostgresFault> {
        guard let handle else { return .failure(noHandle(during: attempt)) }
        guard session.admits(serial) else { return .failure(PostgresFault(.closed, during: attempt)) }
        cancelDesk.begin(ticket)
        // Asked after the beginning: a task cancelled earlier is found here, one cancelled later finds the ticket.
        guard !Task.isCancelled else {
            _ = cancelDesk.end(ticket)
            return .failure(PostgresFault(.cancelled, during: attempt))
        }
        let outcome = Result { () throws(PostgresFault) in try body(handle, ticket) }
        return settle(outcome, ending: cancelDesk.end(ticket), during: attempt)
    }

    /// Runs a conversation that nobody may cancel: the end of a transaction.
    @discardableResult
    func converseUndisturbed<T>(
        during attempt: PostgresFault.Attempt,
        _ body: (ConnectionHandle) throws(PostgresFault) -> T
    ) throws(PostgresFault) -> T {
        guard let handle else { throw noHandle(during: attempt) }
        let outcome = Result { () throws(PostgresFault) in try body(handle) }
        return try settle(outcome, ending: .undisturbed, during: attempt).get()
    }

    /// Why there is no connection any more.
    private func noHandle(during attempt: PostgresFault.Attempt) -> PostgresFault {
        PostgresFault(isLost ? .connectionLost : .closed, during: attempt)
    }

    /// Notes what the conversation left the session in.
    private func settle<T>(
        _ outcome: Result<T, PostgresFault>,
        ending: CancelDesk.Ending,
        during attempt: PostgresFault.Attempt
    ) -> Result<T, PostgresFault> {
        if ending == .unsettled || handle?.isBroken == true { _ = abandon(nil, during: attempt) }
        guard case .failure(let fault) = outcome else {
            session.note(handle?.condition ?? .broken, failure: nil)
            return outcome
        }
        session.note(handle?.condition ?? .broken, failure: fault.report)
        let wasStopped = fault.sqlState == .queryCanceled || fault.code == .connectionLost
        if ending != .undisturbed, wasStopped {
            return .failure(PostgresFault(.cancelled, during: attempt, report: fault.report))
        }
        // Further down nobody knows what the statement was for.
        guard fault.attempt == .statement else { return outcome }
        return .failure(PostgresFault(fault.code, during: attempt, report: fault.report))
    }

    /// One round trip: whatever is to be done first, and the statements. Prepared statements that the server has lost or
    /// that no longer fit a changed table are prepared again, once, where that cannot run anything twice.
    @discardableResult
    func perform(
        _ statements: [Statement],
        during attempt: PostgresFault.Attempt,
        over handle: ConnectionHandle
    ) throws(PostgresFault) -> [ResultBox] {
        try check(statements, during: attempt)
        let wasIdle = handle.condition == .idle
        let openings = session.takeOpenings()
        var isSecondAttempt = false
        while true {
            let exchange = plan(statements, after: openings)
            let (boxes, failure) = try carryOut(exchange, over: handle)
            noteTraces(of: exchange)
            guard let failure else { return boxes }
            if !isSecondAttempt, mayPrepareAgain(exchange, after: failure, wasIdle: wasIdle) {
                isSecondAttempt = true
                if exchange.beginsTransaction { try rollback(over: handle) }
                continue
            }
            throw fault(failure, of: exchange, during: attempt)
        }
    }

    /// Refuses statements that cannot be sent.
    func check(_ statements: [Statement], during attempt: PostgresFault.Attempt) throws(PostgresFault) {
        for statement in statements {
            if let flaw = statement.flaw { throw PostgresFault(.statement(flaw), during: attempt) }
        }
    }

    func carryOut(
        _ exchange: Exchange,
        over handle: ConnectionHandle
    ) throws(PostgresFault) -> (boxes: [ResultBox], failure: Exchange.Failure?) {
        var boxes: [ResultBox] = []
        var failure: Exchange.Failure?
        let synchronizations = try send(exchange, over: handle)
        for _ in 0..<(synchronizations ?? 0) { try receiveSynchronization(over: handle) }
        for (index, step) in exchange.steps.enumerated() {
            let answer = try receive(step, over: handle)
            if let report = answer.failure, failure == nil { failure = Exchange.Failure(step: index, report: report) }
            if let entry = step.entry, answer.failure != nil || answer.isAborted {
                forget(entry, after: answer.failure)
            }
            if index >= exchange.openingCount, step.isRun, let box = answer.box { boxes.append(box) }
            if handle.isBroken { break }
        }
        if synchronizations != nil, !handle.isBroken {
            try receiveSynchronization(over: handle)
            if !handle.isBroken, !handle.exitPipeline() { throw misunderstood() }
        }
        if handle.isBroken { throw abandon(failure?.report, during: .statement) }
        return (boxes, failure)
    }

    /// An entry that the server never confirmed, or that it says is stale, is given up.
    func forget(_ entry: StatementCache.Entry, after report: ServerReport?) {
        if !entry.isPrepared || report?.isStalePlan == true { cache.forget(entry) }
    }

    /// True when running the exchange again cannot run a statement twice.
    func mayPrepareAgain(_ exchange: Exchange, after failure: Exchange.Failure, wasIdle: Bool) -> Bool {
        guard failure.report.isStalePlan, case .execute = exchange.steps[failure.step] else { return false }
        // Without a transaction the server has undone the whole exchange; with its BEGIN in it, ROLLBACK does.
        return exchange.beginsTransaction || (wasIdle && exchange.statementIndex(of: failure.step) == 0)
    }

    /// What a failed step is for the caller.
    func fault(
        _ failure: Exchange.Failure,
        of exchange: Exchange,
        during attempt: PostgresFault.Attempt
    ) -> PostgresFault {
        var report = failure.report
        let index = exchange.statementIndex(of: failure.step)
        if attempt == .pipeline { report.statementIndex = index }
        // What was postponed belongs to no attempt of its own.
        let actual = index != nil ? attempt : failure.step < exchange.beginCount ? .begin : .statement
        guard let state = report.sqlState else { return PostgresFault(.protocol, during: actual, report: report) }
        return PostgresFault(.server(state), during: actual, report: report)
    }

    /// Remembers that the session may have to be made clean.
    func noteTraces(of exchange: Exchange) {
        for step in exchange.steps {
            switch step {
            case .execute(let entry, _) where entry.leavesTraces: return session.dirtied()
            case .unprepared(let statement) where SessionTraces.mayBeLeft(by: statement.sql): return session.dirtied()
            default: continue
            }
        }
    }

    /// Ends a transaction of the server's, if there is one.
    func rollback(over handle: ConnectionHandle) throws(PostgresFault) {
        guard handle.condition == .inTransaction || handle.condition == .inFailedTransaction else { return }
        try command("ROLLBACK", during: .rollback, over: handle)
    }

    /// Runs commands of ours in one round trip and gives the server's tag for the last.
    @discardableResult
    func command(
        _ commands: String...,
        during attempt: PostgresFault.Attempt,
        over handle: ConnectionHandle
    ) throws(PostgresFault) -> CommandTag {
        let (boxes, failure) = try carryOut(Exchange(commands: commands), over: handle)
        guard let report = failure?.report else { return boxes.last?.tag ?? CommandTag(text: "") }
        throw PostgresFault(report.sqlState.map { .server($0) } ?? .protocol, during: attempt, report: report)
    }
}
