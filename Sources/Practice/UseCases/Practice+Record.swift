import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension Practice {
    /// Records commands of one site in one transaction, all or none. A race that is lost against another writer is run
    /// again from the beginning.
    /// - Parameter commands: made anew for each run, for the site as it is then.
    /// - Returns: advice for the person who records.
    /// - Throws: `Refusal`, `StoreFault`, ``PracticeFault``.
    @discardableResult
    package func record(
        at site: SiteCode, _ commands: (SiteSession) async throws -> [RecordCommand]
    ) async throws -> [Advisory] {
        try await Retry.onConflict {
            try await withSite(site) { session in try await session.append(try await commands(session)) }
        }
    }

    /// Records what happened in an episode: commands that belong together, in the order given.
    @discardableResult
    package func record(
        _ entries: [Engine.Entry<EpisodeCommand>], to episode: EpisodeID, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(at: site) { session in
            let named = entries.lazy.compactMap { $0.command.referral(on: $0.on) }.first
            let rules = session.rules
            let ground = try await session.interviewGround(for: entries.map(\.command))
            return [
                .record(entries, to: episode, in: EpisodeStream.self) { state in
                    try rules.next(in: state, naming: named).judging(on: ground)
                }
            ]
        }
    }

    /// Records what happened to a child.
    @discardableResult
    package func record(
        _ entries: [Engine.Entry<ChildCommand>], to child: ChildID, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(at: site) { _ in
            [.record(entries, to: child, in: ChildStream.self) { _ in NoRules() }]
        }
    }
}

extension EpisodeCommand {
    /// The model and the day that a referral names; nil for every other command.
    func referral(on day: CivilDate) -> (model: ModelID, on: CivilDate)? {
        guard case .refer(let referral) = self else { return nil }
        return (referral.model, day)
    }
}
