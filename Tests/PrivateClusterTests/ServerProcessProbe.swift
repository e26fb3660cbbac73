@testable import PrivateCluster

/// Whether a cluster's server process is still there; one that has ended and waits to be collected is not.
enum ServerProcessProbe {
    static func lives(_ running: RunningCluster) -> Bool {
        ServerProcess(pidFile: "\(running.process)\n")?.lives(in: running.home) ?? false
    }
}
