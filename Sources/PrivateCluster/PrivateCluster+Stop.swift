import Glibc

extension PrivateCluster {
    /// Stops the server: open transactions are rolled back, everything is written, and the call returns when the
    /// process has ended. A cluster that does not run, or was never made, is left as it is.
    ///
    /// - Throws: `stopFailed` when the server did not end within the settings' patience.
    package func stop() async throws(ClusterFault) {
        guard try home.marker() != nil, FileFacts(path: home.run) != nil else { return }
        try await HomeLock.hold(home, patience: settings.patience) { () async throws(ClusterFault) in
            if case .ours = try ClusterFolder.inspect(home) { try await endServer(forGood: true) }
            try forgetServer()
        }
    }

    /// Asks the server to end (fast shutdown) and waits until it has.
    ///
    /// One that ends for good is noted as stopped before it is asked: it ends also when this command is killed
    /// meanwhile or loses its patience, and nobody may take it for dead then.
    func endServer(forGood: Bool) async throws(ClusterFault) {
        guard let server = try ServerProcess.living(in: home) else { return }
        let before = try ClusterState.read(from: home)?.isStopped
        // A full disk must not keep the server running; `forgetServer` tells of it.
        if forGood { try? note(isStopped: true) }
        let refusal = kill(server.number, SIGINT) == 0 ? 0 : errno
        guard refusal == 0 || refusal == ESRCH else {
            // It was not asked, so it goes on living, and is watched as before.
            if forGood { try? note(isStopped: before) }
            throw ClusterFault(
                .stopFailed, .noPermission, place: home.cluster,
                "the server (process \(server.number)) of \(home) belongs to another account: run the command as root",
                details: "errno \(refusal)")
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
        guard let state = try ClusterState.read(from: home) else { return }
        SocketFolder.remove(state.socketFolder)
        try note(isStopped: true)
    }

    /// Notes whether the server was told to stop; nothing is written where the note says so already.
    func note(isStopped: Bool?) throws(ClusterFault) {
        guard var state = try ClusterState.read(from: home), state.isStopped != isStopped else { return }
        state.isStopped = isStopped
        try state.write(to: home)
    }
}
