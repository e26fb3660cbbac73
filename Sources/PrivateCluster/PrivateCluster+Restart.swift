extension PrivateCluster {
    /// Whether the server ended without being told to. Only under the home's lock is that certain: without it, somebody
    /// may just be starting or stopping it.
    var seemsDead: Bool {
        guard let status = try? status(), case .stopped = status, let state = try? ClusterState.read(from: home) else {
            return false
        }
        return state.isStopped != true
    }

    /// Starts the server again if it ended without being told to, which is decided under the home's lock: whoever held
    /// that before may have stopped, started or discarded it.
    ///
    /// - Parameter died: told of a death before the start is tried.
    /// - Returns: nil when there was nothing to start.
    func restartIfDead(_ died: () -> Void) async throws(ClusterFault) -> RunningCluster? {
        try await HomeLock.hold(home, patience: settings.patience) { () async throws(ClusterFault) in
            guard seemsDead else { return nil }
            died()
            return try await startUnderLock()
        }
    }
}
