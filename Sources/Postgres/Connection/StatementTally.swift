/// Counts the statements that go to the server over some connections, those that begin and end transactions too.
final class StatementTally: Sendable {
    private let sent = Guarded(0)

    /// How many there were.
    var count: Int { sent.withLock { $0 } }

    /// Counts one more.
    func add() { sent.withLock { $0 += 1 } }
}
