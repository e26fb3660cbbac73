internal import Clibpq

/// One connection to the database: an actor whose executor is a thread of its own, so that libpq may block.
///
/// Statements of one connection run one after the other. A connection that broke stays broken; ``Pool`` replaces it.
/// Cancelling the task that waits for a statement stops the statement in the server.
package actor Connection {
    nonisolated let lane = Lane()
    nonisolated let cancelDesk = CancelDesk()
    nonisolated let session = SessionDesk()
    let settings: SessionSettings
    var handle: ConnectionHandle?
    var cache: StatementCache
    /// The ticket of the last conversation; see ``CancelDesk``.
    var lastTicket: UInt64 = 0
    /// True when the connection broke, and was not closed by us.
    var isLost = false

    /// The lane.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe lane.asUnownedSerialExecutor() }

    private let tally: StatementTally

    private init(settings: SessionSettings, counting tally: StatementTally) {
        self.settings = settings
        self.tally = tally
        cache = StatementCache(capacity: settings.statementCacheCapacity)
    }

    /// Makes a connection. The caller closes it, or lets it go, which closes it as well.
    package static func open(
        _ target: ConnectionTarget,
        settings: SessionSettings = SessionSettings()
    ) async throws(PostgresFault) -> Connection {
        try await open(target, settings: settings, counting: StatementTally())
    }

    /// Makes a connection whose statements are counted with those of others.
    static func open(
        _ target: ConnectionTarget, settings: SessionSettings, counting tally: StatementTally
    ) async throws(PostgresFault) -> Connection {
        let connection = Connection(settings: settings, counting: tally)
        try await connection.establish(target)
        return connection
    }

    /// Makes a connection, lends it, and closes it.
    @discardableResult
    package static func withConnection<T>(
        to target: ConnectionTarget,
        settings: SessionSettings = SessionSettings(),
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        let connection = try await open(target, settings: settings)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Closes the connection; whatever comes afterwards is refused. Closing twice does nothing.
    package func close() {
        cancelDesk.close()
        session.note(.broken, failure: nil)
        handle = nil
    }

    /// True when the connection is of no more use.
    package nonisolated var isBroken: Bool { session.condition == .broken }

    /// The release of the server; nil when the connection is closed.
    package var serverRelease: PostgresRelease? {
        handle.map { PostgresRelease(number: $0.serverRelease) }
    }

    /// The number of the server's process for this connection, as in `pg_stat_activity.pid`; nil when it is closed.
    package var serverProcessID: Int32? { handle?.processID }

    private func establish(_ target: ConnectionTarget) throws(PostgresFault) {
        let handle = try ConnectionHandle.connect(
            to: target, settings: settings, counting: tally, isAbandoned: { Task.isCancelled })
        cancelDesk.open(socket: handle.socket, canceller: handle.makeCanceller())
        self.handle = handle
    }
}
