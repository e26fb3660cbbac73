extension Connection {
    /// How many rows go by between two looks at whether the stream was cancelled.
    private static let rowsBetweenLooks = 256

    func stream<Value: Sendable>(
        _ statement: Statement,
        into initial: Value,
        in serial: UInt64?,
        _ update: @Sendable (inout Value, Row) throws -> Void
    ) async throws -> Value {
        var value = initial
        // What happens for each row is kept free of the type: without that, every row would pay for looking it up.
        let error = try await converse(during: .statement, in: serial) { handle, ticket throws(PostgresFault) in
            try stream(statement, over: handle, ticket: ticket) { row in try update(&value, row) }
        }
        if let error { throw error }
        return value
    }

    /// - Returns: the error of `each`, which ended the stream.
    private func stream(
        _ statement: Statement,
        over handle: ConnectionHandle,
        ticket: UInt64,
        _ each: (Row) throws -> Void
    ) throws(PostgresFault) -> (any Error)? {
        try check([statement], during: .statement)
        let wasIdle = handle.condition == .idle
        let openings = session.takeOpenings()
        var isSecondAttempt = false
        while true {
            let exchange = plan([statement], after: openings)
            noteTraces(of: exchange)
            var rows = RowStream(ticket: ticket)
            let failure = try carryOut(exchange, over: handle, into: &rows, each)
            if let failure, !isSecondAttempt, mayPrepareAgain(exchange, after: failure, wasIdle: wasIdle) {
                isSecondAttempt = true
                if exchange.beginsTransaction { try rollback(over: handle) }
                continue
            }
            if let error = rows.error { return error }
            if let failure { throw fault(failure, of: exchange, during: .statement) }
            return nil
        }
    }

    /// How far a stream is.
    private struct RowStream {
        let ticket: UInt64
        /// The row that was handed on last; used again when nobody kept it.
        var box: ResultBox?
        var rows = 0
        /// Why no more rows are handed on.
        var error: (any Error)?
        var isCancelled = false
    }

    private func carryOut(
        _ exchange: Exchange,
        over handle: ConnectionHandle,
        into rows: inout RowStream,
        _ each: (Row) throws -> Void
    ) throws(PostgresFault) -> Exchange.Failure? {
        var failure: Exchange.Failure?
        let synchronizations = try send(exchange, over: handle)
        for _ in 0..<(synchronizations ?? 0) { try receiveSynchronization(over: handle) }
        for (index, step) in exchange.steps.enumerated() {
            let report: ServerReport?
            if index == exchange.steps.count - 1 {
                report = try receiveRows(of: step, into: &rows, over: handle, each)
            } else {
                let answer = try receive(step, over: handle)
                report = answer.failure
                if let entry = step.entry, report != nil || answer.isAborted { forget(entry, after: report) }
            }
            if let report, failure == nil { failure = Exchange.Failure(step: index, report: report) }
            if handle.isBroken { break }
        }
        if synchronizations != nil, !handle.isBroken {
            try receiveSynchronization(over: handle)
            if !handle.isBroken, !handle.exitPipeline() { throw misunderstood() }
        }
        if handle.isBroken { throw abandon(failure?.report, during: .statement) }
        return failure
    }

    private func receiveRows(
        of step: Exchange.Step,
        into rows: inout RowStream,
        over handle: ConnectionHandle,
        _ each: (Row) throws -> Void
    ) throws(PostgresFault) -> ServerReport? {
        handle.askForSingleRows()
        var failure: ServerReport?
        while let result = handle.nextResult() {
            switch result.kind {
            case .singleRow, .rows:
                handOn(result, of: step, to: &rows, over: handle, each)
            case .failed:
                if failure == nil { failure = result.report }
                if let entry = step.entry { forget(entry, after: failure) }
            case .aborted:
                if let entry = step.entry { forget(entry, after: nil) }
            case .done: break
            case .synchronized, .copy, .other: throw misunderstood()
            }
        }
        return failure
    }

    private func handOn(
        _ result: consuming RawResult,
        of step: Exchange.Step,
        to rows: inout RowStream,
        over handle: ConnectionHandle,
        _ each: (Row) throws -> Void
    ) {
        guard rows.error == nil, !rows.isCancelled else { return }
        let count = result.rowCount
        guard count > 0 else { return }
        let box: ResultBox
        if isKnownUniquelyReferenced(&rows.box), let known = rows.box {
            unsafe known.replace(with: result.take())
            box = known
        } else {
            box = keep(result, of: step.entry)
            rows.box = box
        }
        do {
            for index in 0..<count { try each(Row(box: box, index: index)) }
        } catch {
            rows.error = error
            _ = handle.makeCanceller()?.send()
        }
        rows.rows += 1
        if rows.rows % Self.rowsBetweenLooks == 0 { rows.isCancelled = cancelDesk.isCancelled(rows.ticket) }
    }
}
