/// How a home's cluster is.
package enum ClusterStatus: Sendable {
    /// It accepts connections.
    case running(RunningCluster)
    /// The server's process is there and does not accept connections: it recovers, starts or stops.
    case busy(process: Int32)
    /// It was made and does not run.
    case stopped(majorVersion: Int)
    /// It was never made.
    case absent
    /// Something is in its place that cannot be used; the fault says what and what to do.
    case damaged(ClusterFault)

    /// One word: `running`, `busy`, `stopped`, `absent` or `damaged`.
    package var word: String {
        switch self {
        case .running: "running"
        case .busy: "busy"
        case .stopped: "stopped"
        case .absent: "absent"
        case .damaged: "damaged"
        }
    }
}
