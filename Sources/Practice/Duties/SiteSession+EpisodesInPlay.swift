import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

extension SiteSession {
    /// The episodes of a site that may owe or be owed something on a day, by id, a few at a time.
    /// - Parameters:
    ///   - team: only those that this team has or had; nil for all.
    ///   - last: the last id of the answer before; nil for the first.
    ///   - count: at most so many are read.
    /// - Returns: those of them that are in play, and the last id that was read; nil when there are no more.
    package func episodesInPlay(
        of team: TeamID? = nil, on day: CivilDate, after last: EpisodeID?, atMost count: Int
    ) async throws -> (episodes: [EpisodeInPlay], last: EpisodeID)? {
        let states = try await store.episodesInPlay(
            closedSince: EpisodeInPlay.closedSince(day), after: last, atMost: count, of: team, site: site.id,
            transaction)
        guard let end = states.last?.id else { return nil }
        let deaths = try await deaths(in: states)
        return (try states.compactMap { try EpisodeInPlay($0, under: rules, on: day, deaths: deaths) }, end)
    }

    /// The accepted episodes that are reached and not closed on a day, by id.
    func openFamilies(on day: CivilDate) async throws -> [EpisodeInPlay] {
        var open: [EpisodeInPlay] = []
        var last: EpisodeID?
        while let part = try await episodesInPlay(on: day, after: last, atMost: 500) {
            open += part.episodes.filter { $0.facts.closing == nil }
            last = part.last
        }
        return open
    }

    /// Some episodes as they are known to the session, each with where its record ends. One without an event is missing
    /// from the answer.
    package func episodes(
        _ ids: [EpisodeID], on day: CivilDate
    ) async throws -> [EpisodeID: (head: StreamSeq, inPlay: EpisodeInPlay?)] {
        let states = try await store.load(
            ids, in: EpisodeStream.self, site: site.id, knownAt: knownAt, transaction)
        let deaths = try await deaths(in: Array(states.values))
        return try states.mapValues {
            ($0.history.head, try EpisodeInPlay($0, under: rules, on: day, deaths: deaths))
        }
    }

    /// The deaths of the children of episodes, as they are known to the session.
    func deaths(in states: [StreamState<EpisodeStream>]) async throws -> [ChildID: CivilDate] {
        let children = Set(states.compactMap { $0.history.facts?.referral.child })
        return try await store.deaths(of: Array(children), site: site.id, knownAt: knownAt, transaction)
    }
}
