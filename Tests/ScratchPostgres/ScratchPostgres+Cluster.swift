import PrivateCluster
import Synchronization

extension ScratchPostgres {
    private static let homes = Atomic<Int>(0)

    /// Lends the path of a home that does not exist yet, in a folder that the server's account can enter. A server left
    /// running in it is stopped afterwards and everything is removed.
    package static func withHome<Result: Sendable>(
        _ body: (HomeFolder) async throws -> Result
    ) async throws -> Result {
        let number = homes.add(1, ordering: .relaxed).newValue
        let home = HomeFolder(path: "\(try ScratchFolder.current.get().path)/home-\(number)")
        return try await ScratchPermits.clusters.withPermit {
            do {
                let result = try await body(home)
                try await discard(home)
                return result
            } catch {
                try? await discard(home)
                throw error
            }
        }
    }

    /// Lends a running private cluster, as durable as a site's own: for tests that kill servers.
    package static func withCluster<Result: Sendable>(
        _ body: (PrivateCluster, RunningCluster) async throws -> Result
    ) async throws -> Result {
        try await withHome { home in
            let cluster = PrivateCluster(home: home)
            return try await body(cluster, try await cluster.start())
        }
    }

    private static func discard(_ home: HomeFolder) async throws {
        let run = try await ProgramRun.of(["sh", "-c", ScratchWatcher.sweepHome, "sweep", home.path], in: "/usr/bin")
        guard run.succeeded else { throw ScratchFault("cannot remove \(home): \(run.complaint)") }
    }
}
