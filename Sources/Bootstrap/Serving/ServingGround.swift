import PrivateCluster

/// What the service stands on: the home's cluster, which it may have started, or an existing server.
struct ServingGround: Sendable {
    /// The cluster to watch; nil with an existing server.
    let cluster: PrivateCluster?
    /// Whether everything in the home is invented.
    let isSimulated: Bool
    private let isOurs: Bool

    /// Makes sure that a server runs. A home is not made here: there would be nothing in it.
    static func prepare(_ invocation: Invocation) async throws -> ServingGround {
        let settings = invocation.settings
        let marker = try settings.home.marker()
        if settings.database != nil {
            return ServingGround(cluster: nil, isSimulated: marker?.simulated == true, isOurs: false)
        }
        let cluster = settings.cluster
        let status = try cluster.status()
        guard let marker, status.word != ClusterStatus.absent.word else {
            throw CommandFault(
                .unavailable,
                "there is no database in \(settings.home): run `homeward cluster start --home \(settings.home)`, and then"
                    + " `\(Mending(settings).migrate)`")
        }
        let isOurs: Bool
        switch status {
        case .running: isOurs = false
        case .damaged(let fault): throw fault
        case .stopped, .absent:
            try await cluster.start()
            isOurs = true
        case .busy(let process): isOurs = try await cluster.start().process != process
        }
        return ServingGround(cluster: cluster, isSimulated: marker.simulated, isOurs: isOurs)
    }

    /// Stops the server if it was started here, also when the task has been cancelled.
    func leave() async throws {
        guard isOurs, let cluster else { return }
        try await Task { try await cluster.stop() }.value
    }
}
