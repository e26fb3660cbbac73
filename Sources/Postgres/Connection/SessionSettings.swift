/// What every session is given when it connects. They are the session's defaults: RESET brings them back.
/// Besides these, each session has UTF-8, UTC and ISO dates.
package struct SessionSettings: Sendable, Hashable {
    /// What `pg_stat_activity` shows; cut to 63 bytes by the server.
    package var applicationName: String
    /// How long one statement may run. Zero: without limit.
    package var statementTimeout: Duration
    /// How long a statement may wait for one lock. Zero: without limit.
    package var lockTimeout: Duration
    /// How long a transaction may stand idle before the server ends the connection. Zero: without limit.
    package var idleInTransactionTimeout: Duration
    /// How long making the connection may take, over all hosts of the connection string.
    package var connectTimeout: Duration
    /// How many prepared statements a connection keeps; the least recently used one goes first. At least 1.
    package var statementCacheCapacity: Int

    /// Settings, with defaults for a program that answers people: statements end after 30 s, waits for locks after 10 s,
    /// idle transactions after 60 s, connecting after 10 s; 256 prepared statements.
    package init(
        applicationName: String = "homeward",
        statementTimeout: Duration = .seconds(30),
        lockTimeout: Duration = .seconds(10),
        idleInTransactionTimeout: Duration = .seconds(60),
        connectTimeout: Duration = .seconds(10),
        statementCacheCapacity: Int = 256
    ) {
        self.applicationName = applicationName
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.idleInTransactionTimeout = idleInTransactionTimeout
        self.connectTimeout = connectTimeout
        self.statementCacheCapacity = statementCacheCapacity
    }

    /// The `options` of the start-up message.
    var startupOptions: String {
        [
            "-c TimeZone=UTC", "-c DateStyle=ISO", "-c IntervalStyle=iso_8601",
            "-c statement_timeout=\(statementTimeout.wholeMilliseconds)",
            "-c lock_timeout=\(lockTimeout.wholeMilliseconds)",
            "-c idle_in_transaction_session_timeout=\(idleInTransactionTimeout.wholeMilliseconds)",
        ].joined(separator: " ")
    }
}

extension Duration {
    /// Milliseconds, rounded up, so that a short limit does not become none; at most what the server's settings take.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0, seconds < Int64(Int32.max) / 1000 else {
            return seconds < 0 ? 0 : Int(Int32.max)
        }
        let perMillisecond: Int64 = 1_000_000_000_000_000
        return Int(seconds) * 1000 + Int((attoseconds + perMillisecond - 1) / perMillisecond)
    }
}
