import PrivateCluster

/// The one scratch cluster of this process, made when first asked for.
actor ScratchServer {
    static let shared = ScratchServer()

    private var starting: Task<ScratchCluster, any Error>?

    func running() async throws -> ScratchCluster {
        if let starting { return try await starting.value }
        let task = Task { try await ScratchCluster.start() }
        starting = task
        return try await task.value
    }
}
