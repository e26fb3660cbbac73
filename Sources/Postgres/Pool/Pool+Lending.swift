import Dispatch

extension Pool {
    private static let clock = DispatchQueue(label: "homeward.postgres.pool.clock")

    /// A connection in good order, or a fault.
    func lend() async throws -> Connection {
        let start = ContinuousClock.now
        let ticket = state.withLock { $0.ledger.draw() }
        var failures = 0
        while true {
            switch await answer(to: ticket, until: start.advanced(by: configuration.acquireTimeout)) {
            case .connection(let connection):
                if isFresh(connection) { return connection }
                await discard(connection)
            case .place:
                do {
                    return try await connect()
                } catch {
                    failures += 1
                    try await pause(after: error, failures: failures, since: start)
                }
            case .timedOut:
                let census = census
                PoolObservation.timedOut(lent: census.lent, waiting: census.waiting).report(to: logger)
                throw PoolFault.timedOut
            case .cancelled: throw CancellationError()
            case .closed: throw PoolFault.closed
            }
        }
    }

    /// Makes a lent connection clean and passes it on.
    func takeBack(_ connection: Connection) async {
        if connection.session.needsTidying, !(await connection.tidy()) {
            return await discard(connection)
        }
        let (serving, surplus) = state.withLock { $0.ledger.giveBack(connection) }
        serving?.deliver()
        if let surplus { await surplus.close() }
        resumeClosers()
    }

    private func answer(to ticket: UInt64, until deadline: ContinuousClock.Instant) async -> PoolWaiter.Answer {
        switch state.withLock({ $0.ledger.ask() }) {
        case .resource(let connection): return .connection(connection)
        case .place: return .place
        case .closed: return .closed
        case .nothing: break
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let serving = state.withLock { $0.ledger.wait(ticket, PoolWaiter(continuation)) }
                serving?.deliver()
                // A task cancelled before it waited has nobody left to wake it.
                if Task.isCancelled { expire(ticket, .cancelled) }
                let nanoseconds = ContinuousClock.now.duration(to: deadline).wholeNanoseconds
                Self.clock.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [weak self] in
                    self?.expire(ticket, .timedOut)
                }
            }
        } onCancel: {
            expire(ticket, .cancelled)
        }
    }

    private func expire(_ ticket: UInt64, _ answer: PoolWaiter.Answer) {
        state.withLock { $0.ledger.leave(ticket) }?.resume(answer)
    }

    /// A connection on which the server has said something unasked is not lent: mostly it has said farewell, and a
    /// change of the server's settings, the other reason, is rare enough to begin anew.
    private func isFresh(_ connection: Connection) -> Bool {
        !connection.isBroken && !connection.cancelDesk.hasUnreadInput()
    }

    private func connect() async throws(PostgresFault) -> Connection {
        do {
            let connection = try await Connection.open(
                configuration.target, settings: configuration.session, counting: tally)
            state.withLock {
                $0.hasConnected = true
                $0.failures = 0
            }
            PoolObservation.connected.report(to: logger)
            return connection
        } catch {
            let (serving, failures) = state.withLock { state in
                state.failures += 1
                return (state.ledger.giveUp(), state.failures)
            }
            serving?.deliver()
            resumeClosers()
            PoolObservation.connectFailed(sqlState: error.sqlState, failures: failures).report(to: logger)
            throw error
        }
    }

    /// Waits before the next attempt to connect, unless there is no point in another.
    private func pause(after fault: PostgresFault, failures: Int, since start: ContinuousClock.Instant) async throws {
        let isPassing = fault.sqlState == .cannotConnectNow || fault.sqlState == .tooManyConnections
        let mayComeBack = fault.code == .connect && (isPassing || state.withLock { $0.hasConnected })
        let wait = configuration.backoff.wait(afterFailures: failures, spread: Double.random(in: 0...1))
        let patience = min(configuration.connectPatience, configuration.acquireTimeout)
        guard mayComeBack, start.advanced(by: patience) >= ContinuousClock.now.advanced(by: wait) else { throw fault }
        try await Task.sleep(for: wait)
    }

    private func discard(_ connection: Connection) async {
        await connection.close()
        let serving = state.withLock { $0.ledger.giveUp() }
        serving?.deliver()
        PoolObservation.discarded.report(to: logger)
        resumeClosers()
    }

    private func resumeClosers() {
        let closers = state.withLock { state in
            guard state.ledger.isClosed, state.ledger.lentCount == 0 else {
                return [CheckedContinuation<Void, Never>]()
            }
            defer { state.closers = [] }
            return state.closers
        }
        for closer in closers { closer.resume() }
    }
}

extension Duration {
    /// Nanoseconds, at least 0 and at most about a hundred years.
    fileprivate var wholeNanoseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int(min(seconds, 3_000_000_000)) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    }
}
