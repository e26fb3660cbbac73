extension Connection {
    /// How many rows go by between two looks at whether the stream was cancelled.
    private static let rowsBetweenLooks = 256

    /// What became of the rows of a stream.
    private enum StreamOutcome<Value> {
        case finished(Value)
        case stopped(any Error)
    }

    func stream<Value: Sendable>(
        _ statement: Statement,
        into initial: Value,
        in serial: UInt64?,
        _ update: @Sendable (inout Value, Row) throws -> Void
    ) async throws -> Value {
        let outcome = try await converse(during: .statement, in: serial) { handle, ticket throws(PostgresFault) in
            try check([statement], during: .statement)
            let wasIdle = handle.condition == .idle
            let openings = session.takeOpenings()
            var isSecondAttempt = false
            while true {
                let exchange = plan([statement], after: openings)
                noteTraces(of: exchange)
                var stream = RowStream(value: initial, ticket: ticket)
                let failure = try run(&stream, of: exchange, over: handle, update)
                if let failure, !isSecondAttempt, mayPrepareAgain(exchange, after: failure, wasIdle: wasIdle) {
                    isSecondAttempt = true
                    if exchange.beginsTransaction { try rollback(over: handle) }
                    continue
                }
                if let error = stream.error { return StreamOutcome<Value>.stopped(error) }
                if let failure { throw fault(failure, of: exchange, during: .statement) }
                return .finished(stream.value)
            }
        }
        switch outcome {
        case .finished(let value): return value
        case .stopped(let error): throw error
        }
    }

    /// What is carried from row to row.
    private struct RowStream<Value> {
        var value: Value
        let ticket: UInt64
        var box: ResultBox?
        var rows = 0
        /// Why no more rows are handed on.
        var error: (any Error)?
        var isCancelled = false
    }

    private func run<Value>(
        _ stream: inout RowStream<Value>,
        of exchange: Exchange,
        over handle: ConnectionHandle,
        _ update: (inout Value, Row) throws -> Void
    ) throws(PostgresFault) -> Exchange.Failure? {
        var failure: Exchange.Failure?
        let synchronizations = try send(exchange, over: handle)
        for _ in 0..<(synchronizations ?? 0) { try receiveSynchronization(over: handle) }
        for (index, step) in exchange.steps.enumerated() {
            let isLast = index == exchange.steps.count - 1
            let report: ServerReport?
            if isLast {
                report = try receiveRows(of: step, into: &stream, over: handle, update)
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

    private func receiveRows<Value>(
        of step: Exchange.Step,
        into stream: inout RowStream<Value>,
        over handle: ConnectionHandle,
        _ update: (inout Value, Row) throws -> Void
    ) throws(PostgresFault) -> ServerReport? {
        handle.askForSingleRows()
        var failure: ServerReport?
        while let result = handle.nextResult() {
            switch result.kind {
            case .singleRow, .rows:
                handOn(result, of: step, to: &stream, over: handle, update)
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

    private func handOn<Value>(
        _ result: consuming RawResult,
        of step: Exchange.Step,
        to stream: inout RowStream<Value>,
        over handle: ConnectionHandle,
        _ update: (inout Value, Row) throws -> Void
    ) {
        guard stream.error == nil, !stream.isCancelled else { return }
        let count = result.rowCount
        guard count > 0 else { return }
        let box: ResultBox
        if isKnownUniquelyReferenced(&stream.box), let known = stream.box {
            unsafe known.replace(with: result.take())
            box = known
        } else {
            box = keep(result, of: step)
            stream.box = box
        }
        for index in 0..<count {
            do {
                try update(&stream.value, Row(box: box, index: index))
            } catch {
                stream.error = error
                _ = handle.makeCanceller()?.send()
                return
            }
        }
        stream.rows += Int(count)
        if stream.rows % Self.rowsBetweenLooks == 0 { stream.isCancelled = cancelDesk.isCancelled(stream.ticket) }
    }
}
