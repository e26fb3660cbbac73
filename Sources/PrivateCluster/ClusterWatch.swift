import Postgres

/// Watches a home's server and starts it again when it died. One that was told to stop is left stopped.
package struct ClusterWatch: Sendable {
    /// What the watch has to tell.
    package enum Observation: Sendable {
        /// The server ended without being told to.
        case died
        /// It was started again, after so many attempts.
        case restarted(process: Int32, attempts: Int)
        /// It could not be started; there will be another attempt.
        case failed(ClusterFault, attempts: Int)
    }

    private let cluster: PrivateCluster
    private let interval: Duration
    private let backoff: Backoff
    private let tell: @Sendable (Observation) -> Void

    /// - Parameters:
    ///   - interval: how often it looks.
    ///   - backoff: how long it waits after an attempt that failed.
    ///   - tell: what it does with what it has to tell.
    package init(
        _ cluster: PrivateCluster, interval: Duration = .milliseconds(200),
        backoff: Backoff = Backoff(first: .milliseconds(250), longest: .seconds(5)),
        tell: @escaping @Sendable (Observation) -> Void
    ) {
        self.cluster = cluster
        self.interval = interval
        self.backoff = backoff
        self.tell = tell
    }

    /// Watches until the task is cancelled. What it cannot read is looked at again the next time.
    package func run() async {
        var failures = 0
        var isDeathTold = false
        while !Task.isCancelled {
            if cluster.seemsDead {
                failures = await restart(after: failures, &isDeathTold)
            } else {
                failures = 0
            }
            if failures == 0 { isDeathTold = false }
            let wait = failures == 0 ? interval : backoff.wait(afterFailures: failures, spread: 1)
            guard (try? await Task.sleep(for: wait)) != nil else { return }
        }
    }

    /// - Returns: how many attempts have failed now.
    private func restart(after failures: Int, _ isDeathTold: inout Bool) async -> Int {
        do {
            let running = try await cluster.restartIfDead {
                if !isDeathTold { tell(.died) }
                isDeathTold = true
            }
            guard let running else { return 0 }
            tell(.restarted(process: running.process, attempts: failures + 1))
            return 0
        } catch {
            if !Task.isCancelled { tell(.failed(error, attempts: failures + 1)) }
            return failures + 1
        }
    }
}
