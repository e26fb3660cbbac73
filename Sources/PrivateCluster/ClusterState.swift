import FoundationEssentials

/// What `run/cluster.json` says: where the server that was started last has its socket, and whether it was told to stop.
struct ClusterState: Sendable, Hashable, Codable {
    /// The folder that holds the socket.
    let socketFolder: String
    /// The name of the account that runs the server.
    let serverAccount: String
    /// Whether the server was told to stop: one that ended without is started again by whoever watches it.
    var isStopped: Bool?

    /// Reads the state of a home; nil when no server was ever started. An unreadable file counts as none:
    /// the next start makes it anew.
    static func read(from home: HomeFolder) throws(ClusterFault) -> ClusterState? {
        guard let bytes = try HostFile.read(home.stateFile) else { return nil }
        return try? JSONDecoder().decode(ClusterState.self, from: Data(bytes))
    }

    func write(to home: HomeFolder) throws(ClusterFault) {
        let owner = try home.checkedOwner()
        try HostFile.write(StateText.encode(self), to: home.stateFile, mode: 0o600, owner: owner)
    }
}
