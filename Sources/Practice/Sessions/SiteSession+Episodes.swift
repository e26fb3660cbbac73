import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension SiteSession {
    /// The episode of a reference, as it stands.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    func episode(_ ref: EpisodeRef) async throws -> StreamState<EpisodeStream> {
        let id = try await id(of: ref)
        let state: StreamState<EpisodeStream>?
        if let id {
            state = try await store.load(id, in: EpisodeStream.self, site: site.id, knownAt: knownAt, transaction)
        } else {
            state = nil
        }
        guard let state else { throw PracticeFault.unknownEpisode(ref) }
        looks.target(.episode(state.id))
        return state
    }

    /// The id of a reference; nil where nobody has it.
    func id(of ref: EpisodeRef) async throws -> EpisodeID? {
        if let known = named[ref] { return known }
        return try await store.episodes([ref], site: site.id, transaction)[ref]
    }

    /// What of an episode's facts may be shown to the asker: interviews are their scores.
    func shown(_ facts: EpisodeFacts) -> EpisodeFacts {
        guard !aspects.contains(.scores) else { return facts }
        var facts = facts
        facts.interviews = []
        return facts
    }

    /// Takes somebody who is new to a family that is reached into what the transaction reaches.
    func reach(_ person: PersonID) async throws {
        try await transaction.execute(
            """
            SELECT set_config(
                'homeward.reached', (array_append(access.reached(), \(person.bound)))::text, true)
            WHERE access.reached() IS NOT NULL
            """
        )
    }

    /// The code of a team of the site.
    func code(of team: TeamID?) -> TeamCode? { site.teams.first { $0.id == team }?.code }
}
