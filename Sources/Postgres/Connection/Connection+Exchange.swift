extension Connection {
    /// A text longer than this is not kept prepared: it is hardly sent twice.
    private static let longestPreparedText = 32_768

    /// Plans a round trip. What is in `openings` goes before the statements.
    func plan(_ statements: [Statement], after openings: [SessionDesk.Opening]) -> Exchange {
        var exchange = Exchange()
        var asked: Set<ObjectIdentifier> = []
        for opening in openings {
            switch opening {
            case .begin(let mode):
                exchange.append(.command(mode.beginStatement))
                if let scope = mode.scopeStatement { append(scope, to: &exchange, asked: &asked) }
                exchange.markBegin()
            case .savepoint(let name): exchange.append(.command("SAVEPOINT \(name)"))
            case .release(let name): exchange.append(.command("RELEASE SAVEPOINT \(name)"))
            case .statement(let statement): append(statement, to: &exchange, asked: &asked)
            }
        }
        exchange.markOpening()
        for statement in statements { append(statement, to: &exchange, asked: &asked) }
        return exchange
    }

    private func append(_ statement: Statement, to exchange: inout Exchange, asked: inout Set<ObjectIdentifier>) {
        guard statement.sql.utf8.count <= Self.longestPreparedText else {
            return exchange.append(.unprepared(statement))
        }
        let entry = cache.entry(for: statement)
        if !entry.isPrepared, asked.insert(ObjectIdentifier(entry)).inserted { exchange.append(.prepare(entry)) }
        exchange.append(.execute(entry, statement))
    }

    /// Sends the steps. With more than one, or with statements to deallocate, in pipeline mode.
    /// - Returns: how many synchronizations come before the one that ends the steps; nil outside pipeline mode.
    func send(_ exchange: Exchange, over handle: ConnectionHandle) throws(PostgresFault) -> Int? {
        // Inside a transaction nothing is deallocated: a name that is gone already would make the transaction fail.
        let discarded = handle.condition == .idle ? cache.takeDiscarded() : []
        guard !exchange.isSingle || !discarded.isEmpty else {
            guard send(exchange.steps[0], over: handle) else { throw unsendable(over: handle) }
            return nil
        }
        guard handle.enterPipeline() else { throw unsendable(over: handle) }
        for name in discarded {
            guard handle.send(unprepared: "DEALLOCATE \(name)", Binds()), handle.synchronize() else {
                throw unsendable(over: handle)
            }
        }
        for step in exchange.steps {
            guard send(step, over: handle) else { throw unsendable(over: handle) }
        }
        guard handle.synchronize() else { throw unsendable(over: handle) }
        return discarded.count
    }

    private func send(_ step: Exchange.Step, over handle: ConnectionHandle) -> Bool {
        switch step {
        case .command(let sql): handle.send(unprepared: sql, Binds())
        case .prepare(let entry): handle.sendPrepare(name: entry.name, sql: entry.key.sql, types: entry.key.types)
        case .execute(let entry, let statement): handle.send(prepared: entry.name, statement.binds)
        case .unprepared(let statement): handle.send(unprepared: statement.sql, statement.binds)
        }
    }

    /// A message that cannot be sent leaves the conversation in a state that nobody can tell: the connection is given up.
    func unsendable(over handle: ConnectionHandle) -> PostgresFault {
        // What the server said before it closed the connection is still to be read, and is the better reason.
        var report: ServerReport?
        while handle.isBroken == false, report == nil, let result = handle.nextResult() {
            if result.kind == .failed { report = result.report }
            if result.kind == .synchronized || result.kind == .copy { break }
        }
        return abandon(report, during: .statement)
    }

    /// Gives the connection up and says why.
    func abandon(_ report: ServerReport?, during attempt: PostgresFault.Attempt) -> PostgresFault {
        cancelDesk.close()
        handle = nil
        isLost = true
        if let report, let state = report.sqlState {
            return PostgresFault(.server(state), during: attempt, report: report)
        }
        return PostgresFault(.connectionLost, during: attempt, report: report)
    }

    /// Reads the answers to one step to their end.
    func receive(_ step: Exchange.Step, over handle: ConnectionHandle) throws(PostgresFault) -> Answer {
        var answer = Answer()
        while let result = handle.nextResult() {
            switch result.kind {
            case .rows, .done:
                answer.box = keep(result, of: step.entry)
            case .failed:
                // A server that goes away reports twice: the first report is the reason.
                if answer.failure == nil { answer.failure = result.report }
            case .aborted:
                answer.isAborted = true
            case .singleRow, .synchronized, .copy, .other:
                throw misunderstood()
            }
        }
        if case .prepare(let entry) = step, answer.failure == nil, !answer.isAborted { cache.confirm(entry) }
        return answer
    }

    /// The answers to one step.
    struct Answer {
        var box: ResultBox?
        var failure: ServerReport?
        var isAborted = false
    }

    func keep(_ result: consuming RawResult, of entry: StatementCache.Entry?) -> ResultBox {
        let columns: Columns
        if let known = entry?.columns, known.count == result.columnCount {
            columns = known
        } else {
            columns = result.columns
            // What comes back of preparing has no columns, and says nothing of those that will come.
            if columns.count > 0 { entry?.columns = columns }
        }
        return unsafe ResultBox(result.take(), columns: columns)
    }

    /// The server said what has no place here, such as the beginning of a COPY: nothing more is understood.
    func misunderstood() -> PostgresFault {
        cancelDesk.close()
        handle = nil
        return PostgresFault(.protocol, during: .statement)
    }

    /// Reads up to the next synchronization.
    func receiveSynchronization(over handle: ConnectionHandle) throws(PostgresFault) {
        var answers = 0
        while !handle.isBroken {
            guard let result = handle.nextResult() else {
                answers += 1
                // Between answers libpq says nil once each; more than a few mean that no synchronization will come.
                if answers > 3 { throw misunderstood() }
                continue
            }
            if result.kind == .synchronized { return }
            if result.kind == .copy { throw misunderstood() }
        }
    }
}
