import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention

extension Practice {
    /// Corrects an episode: the whole set is accepted, or refused with every event that would no longer fit.
    @discardableResult
    package func correct(
        _ correction: Correction<EpisodeCommand>, of episode: EpisodeID, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(for: .correctEpisode, at: site, about: .episodeID(episode)) { session in
            let named = correction.replacements.lazy.compactMap { $0.command.referral(on: $0.on) }.first
            let rules = session.rules
            let ground = try await session.interviewGround(for: correction.replacements.map(\.command))
            return [
                .correct(correction, of: episode, in: EpisodeStream.self) { state in
                    try rules.next(in: state, naming: named).judging(on: ground)
                }
            ]
        }
    }

    /// Corrects what is on record of a child.
    @discardableResult
    package func correct(
        _ correction: Correction<ChildCommand>, of child: ChildID, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(for: .correctEpisode, at: site, about: .child(child)) { _ in
            [.correct(correction, of: child, in: ChildStream.self) { _ in NoRules() }]
        }
    }
}
