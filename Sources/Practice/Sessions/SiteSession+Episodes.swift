import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

extension SiteSession {
    /// The episode of a reference, as it stands.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    func episode(_ ref: EpisodeRef) async throws -> StreamState<EpisodeStream> {
        let id = try await store.episodes([ref], site: site.id, transaction)[ref]
        let state: StreamState<EpisodeStream>?
        if let id {
            state = try await store.load(id, in: EpisodeStream.self, site: site.id, transaction)
        } else {
            state = nil
        }
        guard let state else { throw PracticeFault.unknownEpisode(ref) }
        return state
    }

    /// The code of a team of the site.
    func code(of team: TeamID?) -> TeamCode? { site.teams.first { $0.id == team }?.code }
}
