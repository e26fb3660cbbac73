/// How a pool is set up.
package struct PoolConfiguration: Sendable, Hashable {
    /// Where its connections lead.
    package var target: ConnectionTarget
    /// How many connections it has at most. At least 1.
    package var size: Int
    /// How long a caller waits for a connection before `PoolFault.timedOut`.
    package var acquireTimeout: Duration
    /// How long a caller goes on trying to reach a server that is away, once the pool has reached it before or the server
    /// says that it is starting. Until then the first refusal is final: a wrong address does not get better.
    package var connectPatience: Duration
    /// How long to wait between two attempts to connect.
    package var backoff: Backoff
    /// What each session is given.
    package var session: SessionSettings

    /// Settings, with defaults for a program that answers people: eight connections, ten seconds' wait for one of them,
    /// five seconds' patience with a server that restarts.
    package init(
        target: ConnectionTarget,
        size: Int = 8,
        acquireTimeout: Duration = .seconds(10),
        connectPatience: Duration = .seconds(5),
        backoff: Backoff = Backoff(),
        session: SessionSettings = SessionSettings()
    ) {
        self.target = target
        self.size = max(1, size)
        self.acquireTimeout = acquireTimeout
        self.connectPatience = connectPatience
        self.backoff = backoff
        self.session = session
    }
}
