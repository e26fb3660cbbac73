package import Logging

/// Connections to one database, lent for the time of a closure, in the order in which callers came.
///
/// Connections are made when they are needed and kept. One that broke, while it was lent or while it lay idle, is replaced
/// without its next user noticing.
package final class Pool: Sendable {

    struct State {
        var ledger: PoolLedger<Connection, PoolWaiter>
        /// True when a connection has been made at least once.
        var hasConnected = false
        /// How many attempts to connect failed since the last that succeeded.
        var failures = 0
        /// Who waits for the pool to be closed altogether.
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    let configuration: PoolConfiguration
    let logger: Logger?
    let state: Guarded<State>
    let tally = StatementTally()

    /// A pool without connections yet.
    /// - Parameter logger: where the pool reports connections made, refused and lost; nothing is reported without.
    package init(_ configuration: PoolConfiguration, logger: Logger? = nil) {
        self.configuration = configuration
        self.logger = logger
        state = Guarded(State(ledger: PoolLedger(size: configuration.size)))
    }

    /// How many connections are lent or being made, lie idle, and how many callers wait.
    package var census: PoolCensus {
        state.withLock {
            PoolCensus(lent: $0.ledger.lentCount, idle: $0.ledger.idleCount, waiting: $0.ledger.waitingCount)
        }
    }

    /// How many statements went to the server over the pool's connections since it was made.
    package var statements: Int { tally.count }

    /// Lends a connection. It is made clean and goes to the next caller when `body` returns or throws; do not keep it.
    /// - Throws: what `body` throws, unchanged; ``PoolFault`` when there was no connection to lend; ``PostgresFault`` when
    ///   none could be made.
    @discardableResult
    package func withConnection<T>(_ body: (Connection) async throws -> T) async throws -> T {
        let connection = try await lend()
        do {
            let value = try await body(connection)
            await takeBack(connection)
            return value
        } catch {
            await takeBack(connection)
            throw error
        }
    }

    /// Lends a connection, and `body` runs where the connection's own work runs; see ``Connection/onLane(_:)``.
    @discardableResult
    package func withLane<T>(_ body: (Connection) async throws -> T) async throws -> T {
        try await withConnection { connection in
            try await connection.onLane { try await body(connection) }
        }
    }

    /// Runs `body` in a transaction on a lent connection; see ``Connection/transaction(scope:isolation:access:_:)``.
    @discardableResult
    package func transaction<T>(
        scope: SessionScope? = nil,
        isolation: IsolationLevel = .readCommitted,
        access: AccessMode = .readWrite,
        _ body: (Transaction) async throws -> T
    ) async throws -> T {
        try await withConnection { connection in
            try await connection.transaction(scope: scope, isolation: isolation, access: access, body)
        }
    }

    /// Lends nothing from now on, refuses those who wait, and returns when every connection has come back and is closed.
    package func close() async {
        let (waiters, idle) = state.withLock { $0.ledger.close() }
        for waiter in waiters { waiter.resume(.closed) }
        for connection in idle { await connection.close() }
        await withCheckedContinuation { closer in
            let isDone = state.withLock { state in
                if state.ledger.lentCount > 0 { state.closers.append(closer) }
                return state.ledger.lentCount == 0
            }
            if isDone { closer.resume() }
        }
        PoolObservation.closed.report(to: logger)
    }
}
