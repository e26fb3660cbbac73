/// Somebody who waits for a connection. Whoever takes a waiter out of the ledger resumes it, and so it happens once.
struct PoolWaiter: Sendable {
    /// What ends the waiting.
    enum Answer: Sendable {
        /// A connection.
        case connection(Connection)
        /// The right to make one.
        case place
        /// Nothing came in time.
        case timedOut
        /// The task was cancelled.
        case cancelled
        /// The pool was closed.
        case closed
    }

    private let continuation: CheckedContinuation<Answer, Never>

    init(_ continuation: CheckedContinuation<Answer, Never>) {
        self.continuation = continuation
    }

    func resume(_ answer: Answer) {
        continuation.resume(returning: answer)
    }
}

extension PoolLedger<Connection, PoolWaiter>.Serving {
    /// Tells the one who waited. Outside the pool's lock.
    func deliver() {
        switch grant {
        case .resource(let connection): waiter.resume(.connection(connection))
        case .place: waiter.resume(.place)
        case .closed: waiter.resume(.closed)
        case .nothing: break
        }
    }
}
