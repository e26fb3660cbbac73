import EpisodeStore
import Postgres

/// Runs work again that lost a race against another writer: a bounded number of times, at once, for the winner is done.
enum Retry {
    /// How often work is begun before its loss is reported.
    static let attempts = 8

    /// Runs `body` until it is no longer refused because somebody else was quicker.
    /// - Throws: what `body` throws; after the last attempt the conflict itself.
    static func onConflict<Result>(_ body: () async throws -> Result) async throws -> Result {
        for _ in 1..<attempts {
            do {
                return try await body()
            } catch let fault as StoreFault where fault.code == .conflict {
                try Task.checkCancellation()
            } catch let fault as PostgresFault where fault.isRetriable {
                try Task.checkCancellation()
            }
        }
        return try await body()
    }
}
