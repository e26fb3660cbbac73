/// What others than the lane may know of a session without waiting for the lane, and what they leave there for it.
final class SessionDesk: Sendable {
    /// What a connection is in.
    enum Condition: Sendable {
        /// Ready; no transaction.
        case idle
        /// In a transaction.
        case inTransaction
        /// In a transaction in which a statement has failed.
        case inFailedTransaction
        /// Gone, or of no more use.
        case broken
    }

    /// What goes before the next statement, in the same round trip.
    enum Opening: Sendable {
        case begin(TransactionMode)
        case savepoint(String)
        case release(String)
        /// A statement whose rows nobody asks for.
        case statement(Statement)
    }

    struct State {
        var condition = Condition.idle
        /// True when a statement may have left settings, locks or tables in the session.
        var isDirty = false
        var lastSerial: UInt64 = 0
        /// The transaction that was announced and has not ended.
        var transaction: UInt64?
        var openings: [Opening] = []
        /// The first statement of the transaction that failed.
        var firstFailure: ServerReport?

        var hasPostponed: Bool {
            openings.contains { if case .statement = $0 { true } else { false } }
        }
    }

    private let state = Guarded(State())

    var condition: Condition { state.withLock { $0.condition } }

    /// True when a statement may have left something in the session.
    var isDirty: Bool { state.withLock { $0.isDirty } }

    /// True when the session must be tidied before it is lent again.
    var needsTidying: Bool {
        state.withLock { $0.isDirty || $0.condition != .idle || $0.transaction != nil }
    }

    /// Announces a transaction, which begins with its first statement. Nil when one is open already.
    func announce(_ mode: TransactionMode) -> UInt64? {
        state.withLock { state in
            guard state.transaction == nil, state.condition == .idle else { return nil }
            state.lastSerial += 1
            state.transaction = state.lastSerial
            state.openings = [.begin(mode)]
            state.firstFailure = nil
            return state.lastSerial
        }
    }

    /// Leaves something to do before the next statement.
    func push(_ opening: Opening) {
        state.withLock { $0.openings.append(opening) }
    }

    /// Takes a savepoint back that no statement has followed. False when it was set already, or when one was postponed.
    func withdraw(savepoint name: String) -> Bool {
        state.withLock { state in
            guard case .savepoint(let last) = state.openings.last, last == name else { return false }
            state.openings.removeLast()
            return true
        }
    }

    /// Takes a savepoint back that was not set yet, with all that was postponed after it. False when it was set already, and
    /// then all that is left has come after it.
    func withdrawAll(from name: String) -> Bool {
        state.withLock { state in
            let place = state.openings.lastIndex { if case .savepoint(name) = $0 { true } else { false } }
            guard let place else { return false }
            state.openings.removeSubrange(place...)
            return true
        }
    }

    /// True when the transaction was announced and there is no statement to follow.
    var isUnbegun: Bool {
        state.withLock { state in
            guard case .begin = state.openings.first else { return false }
            return !state.hasPostponed
        }
    }

    /// True when a statement is left for the next round trip.
    var hasPostponed: Bool { state.withLock { $0.hasPostponed } }

    /// What is to be done before the statement that comes now.
    func takeOpenings() -> [Opening] {
        state.withLock { state in
            guard !state.openings.isEmpty else { return [] }
            defer { state.openings = [] }
            return state.openings
        }
    }

    /// True when something is to be done before the next statement.
    var hasOpenings: Bool { state.withLock { !$0.openings.isEmpty } }

    /// True when the transaction is still the one that is open. Nil stands for a caller outside any transaction.
    func admits(_ serial: UInt64?) -> Bool {
        guard let serial else { return true }
        return state.withLock { $0.transaction == serial }
    }

    /// The transaction is over.
    func conclude() -> ServerReport? {
        state.withLock { state in
            state.transaction = nil
            state.openings = []
            defer { state.firstFailure = nil }
            return state.firstFailure
        }
    }

    /// The lane says what the session is in after a conversation.
    func note(_ condition: Condition, failure: ServerReport?) {
        state.withLock { state in
            state.condition = condition
            switch condition {
            case .inFailedTransaction: state.firstFailure = state.firstFailure ?? failure
            case .inTransaction: state.firstFailure = nil
            case .idle, .broken: break
            }
        }
    }

    /// A statement may have left something in the session.
    func dirtied() {
        state.withLock { $0.isDirty = true }
    }

    /// The session is as new.
    func cleaned() {
        state.withLock { $0.isDirty = false }
    }
}
