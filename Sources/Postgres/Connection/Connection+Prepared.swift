extension Connection {
    /// Runs a statement that the server has prepared, with nothing to go before it: one message and its answer. It is the
    /// ordinary case by itself, without the plan that several steps need, because small statements are many.
    /// - Returns: nil when the statement is to be performed the long way; nothing has been done then.
    func performPrepared(_ statement: Statement, over handle: ConnectionHandle) throws(PostgresFault) -> ResultBox? {
        // A text that is prepared has no flaw of its own.
        guard statement.binds.flaw == nil, !session.hasOpenings, let entry = cache.readyEntry(for: statement) else {
            return nil
        }
        let wasIdle = handle.condition == .idle
        guard handle.send(prepared: entry.name, statement.binds) else { throw unsendable(over: handle) }
        if entry.leavesTraces { session.dirtied() }
        var box: ResultBox?
        var report: ServerReport?
        while let result = handle.nextResult() {
            switch result.kind {
            case .rows, .done: box = keep(result, of: entry)
            case .failed: report = report ?? result.report
            case .aborted, .singleRow, .synchronized, .copy, .other: throw misunderstood()
            }
        }
        if handle.isBroken { throw abandon(report, during: .statement) }
        guard let report else { return box }
        forget(entry, after: report)
        let exchange = Exchange(performing: statement, by: entry)
        let failure = Exchange.Failure(step: 0, report: report)
        if mayPrepareAgain(exchange, after: failure, wasIdle: wasIdle) { return nil }
        throw fault(failure, of: exchange, during: .statement)
    }
}
