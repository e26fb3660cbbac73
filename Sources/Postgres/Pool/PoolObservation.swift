internal import Logging

/// Everything that a pool says to the log: a closed list, without names, values or connection strings.
enum PoolObservation {
    /// A connection was made.
    case connected
    /// A connection could not be made.
    case connectFailed(sqlState: SQLState?, failures: Int)
    /// A connection broke and was given up.
    case discarded
    /// A caller waited in vain.
    case timedOut(lent: Int, waiting: Int)
    /// The pool was closed.
    case closed

    private var level: Logger.Level {
        switch self {
        case .connected, .closed: .debug
        case .connectFailed, .discarded, .timedOut: .info
        }
    }

    private var message: Logger.Message {
        switch self {
        case .connected: "database connection made"
        case .connectFailed: "database connection refused"
        case .discarded: "database connection given up"
        case .timedOut: "no database connection became free in time"
        case .closed: "database connections closed"
        }
    }

    private var metadata: Logger.Metadata {
        switch self {
        case .connected, .discarded, .closed: [:]
        case .connectFailed(let state, let failures):
            ["sqlstate": "\(state?.rawValue ?? "none")", "failures": "\(failures)"]
        case .timedOut(let lent, let waiting): ["lent": "\(lent)", "waiting": "\(waiting)"]
        }
    }

    func report(to logger: Logger?) {
        logger?.log(level: level, message, metadata: metadata)
    }
}
