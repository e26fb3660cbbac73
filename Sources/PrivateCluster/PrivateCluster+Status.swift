extension PrivateCluster {
    /// How the cluster is, without changing anything.
    ///
    /// - Throws: `wrongOwner` and `fileRefused` when the caller may not look.
    package func status() throws(ClusterFault) -> ClusterStatus {
        guard try home.marker() != nil else { return .absent }
        let folder: ClusterFolder
        do {
            folder = try ClusterFolder.inspect(home)
        } catch  where error.category == .configuration {
            return .damaged(error)
        }
        guard case .ours(let major, _) = folder else { return .absent }
        guard let server = try ServerProcess.living(in: home) else { return .stopped(majorVersion: major) }
        guard let running = try accepting(server, major: major) else { return .busy(process: server.number) }
        return .running(running)
    }

    /// The running cluster.
    ///
    /// - Throws: `notRunning`, which names the command that starts it, when it does not accept connections.
    package func running() throws(ClusterFault) -> RunningCluster {
        let status = try status()
        switch status {
        case .running(let cluster): return cluster
        case .damaged(let fault): throw fault
        case .busy, .stopped, .absent:
            throw ClusterFault(
                .notRunning, .unavailable, place: home.path,
                "the cluster of \(home) is \(status.word): start it with `homeward cluster start --home \(home)`")
        }
    }

    /// The cluster, if its server says that it is ready and its socket is in place.
    func accepting(_ server: ServerProcess, major: Int) throws(ClusterFault) -> RunningCluster? {
        guard server.phase == .ready, let folder = server.socketFolder,
            FileFacts(path: "\(folder)/\(SocketFolder.socketName)")?.kind == .socket
        else { return nil }
        return RunningCluster(home: home, process: server.number, majorVersion: major, socketFolder: folder)
    }
}
