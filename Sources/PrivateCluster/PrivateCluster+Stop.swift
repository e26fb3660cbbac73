import Glibc

extension PrivateCluster {
    /// Stops the server: open transactions are rolled back, everything is written, and the call returns when the
    /// process has ended. A cluster that does not run, or was never made, is left as it is.
    ///
    /// - Throws: `stopFailed` when the server did not end within the settings' patience.
    package func stop() async throws(ClusterFault) {
        guard try home.marker() != nil, FileFacts(path: home.run) != nil else { return }
        try await HomeLock.hold(home, patience: settings.patience) { () async throws(ClusterFault) in
            if case .ours = try ClusterFolder.inspect(home) { try await endServer() }
            try forgetServer()
        }
    }

    /// Asks the server to end (fast shutdown) and waits until it has.
    func endServer() async throws(ClusterFault) {
        guard let server = try ServerProcess.living(in: home) else { return }
        guard kill(server.number, SIGINT) == 0 || errno == ESRCH else {
            throw ClusterFault(
                .stopFailed, .noPermission, place: home.cluster,
                "the server (process \(server.number)) of \(home) belongs to another account: run the command as root",
                details: "errno \(errno)")
        }
        let deadline = ContinuousClock.now + settings.patience
        while server.lives(in: home) {
            guard ContinuousClock.now < deadline else {
                throw ClusterFault(
                    .stopFailed, .unavailable, place: home.cluster,
                    "the server (process \(server.number)) of \(home) has not ended yet: run the command again"
                )
            }
            try await Pause.short()
        }
    }

    /// Removes the socket of a server that has ended, and notes that it was meant to.
    func forgetServer() throws(ClusterFault) {
        guard var state = try ClusterState.read(from: home) else { return }
        SocketFolder.remove(state.socketFolder)
        state.isStopped = true
        try state.write(to: home)
    }
}
