extension PrivateCluster {
    /// Stops the server and removes the cluster's files, with all that they hold. Only a home that was made for invented
    /// people lets go of its cluster; its keys stay.
    ///
    /// - Throws: `notSimulated` when the home is real or does not say what it is.
    package func discard() async throws(ClusterFault) {
        guard try home.marker()?.simulated == true else {
            throw ClusterFault(
                .notSimulated, .noPermission, place: home.path,
                "\(home) is not marked as simulated: its cluster is never removed; choose another home")
        }
        try await HomeLock.hold(home, patience: settings.patience) { () async throws(ClusterFault) in
            guard case .ours = try ClusterFolder.inspect(home) else { return }
            try await endServer(forGood: true)
            try forgetServer()
            try HostFile.removeTree(home.cluster)
        }
    }
}
