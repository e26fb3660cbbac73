import EpisodeStore
import Intervention
import Practice

extension ImportBench {
    /// The episodes that owners of rows name. One that nobody has is missing from the answer.
    func episodes(of owners: [RowOwner]) async throws -> [RowOwner: EpisodeID] {
        let references = owners.compactMap { owner in
            if case .episode(let reference) = owner { reference } else { nil }
        }
        let episodes = try await store.episodes(references, site: site, session.transaction)
        return Dictionary(uniqueKeysWithValues: episodes.map { (.episode($0.key), $0.value) })
    }
}
