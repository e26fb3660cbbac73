import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension Practice {
    /// Records commands of one site in one transaction, all or none. A race that is lost against another writer is run
    /// again from the beginning.
    /// - Parameters:
    ///   - action: what it is that is recorded.
    ///   - subject: what of the site it is about.
    ///   - commands: made anew for each run, for the site as it is then.
    /// - Returns: advice for the person who records.
    /// - Throws: `Refusal`, `StoreFault`, ``PracticeFault``.
    @discardableResult
    package func record(
        for action: Action = .recordReferral, at site: SiteCode, about subject: ActionSubject = .site,
        _ commands: (SiteSession) async throws -> [RecordCommand]
    ) async throws -> [Advisory] {
        try await Retry.onConflict {
            try await withSite(site, for: action, at: subject) { session in
                try await session.append(try await commands(session))
            }
        }
    }

    /// Records what happened in an episode: commands that belong together, in the order given.
    @discardableResult
    package func record(
        _ entries: [Engine.Entry<EpisodeCommand>], to episode: EpisodeID, at site: SiteCode
    ) async throws -> [Advisory] {
        let action = entries.action
        let subject: ActionSubject = action == .recordReferral ? .site : .episodeID(episode)
        return try await record(for: action, at: site, about: subject) { session in
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
        try await record(for: .recordChild, at: site, about: .child(child)) { _ in
            [.record(entries, to: child, in: ChildStream.self) { _ in NoRules() }]
        }
    }
}

extension [Engine.Entry<EpisodeCommand>] {
    /// What recording them is: a referral, which opens an episode of any team; an interview; or work with a family.
    fileprivate var action: Action {
        if contains(where: { $0.command.referral(on: $0.on) != nil }) { return .recordReferral }
        let areInterviews = allSatisfy { entry in
            if case .recordInterview = entry.command { true } else { false }
        }
        return areInterviews && !isEmpty ? .recordInterview : .recordEpisode
    }
}

extension EpisodeCommand {
    /// The model and the day that a referral names; nil for every other command.
    func referral(on day: CivilDate) -> (model: ModelID, on: CivilDate)? {
        guard case .refer(let referral) = self else { return nil }
        return (referral.model, day)
    }
}
