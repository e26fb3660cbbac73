import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// What letters about a referral are written from.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func referralLetter(about ref: EpisodeRef, at code: SiteCode) async throws -> LetterSheet {
        try await letter(about: ref, at: code, for: .showReferrals)
    }

    /// What letters about a family are written from.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func familyLetter(about ref: EpisodeRef, at code: SiteCode) async throws -> LetterSheet {
        try await letter(about: ref, at: code, for: .showEpisode)
    }

    private func letter(about ref: EpisodeRef, at code: SiteCode, for action: Action) async throws -> LetterSheet {
        try await withSite(
            code, for: action, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts, let rules = try session.rules.pinned(state) else {
                throw PracticeFault.unknownEpisode(ref)
            }
            let death = try await session.deaths(in: [state])[facts.referral.child]
            return LetterSheet(
                site: session.site.name, letterhead: try session.rules.configuration().letterhead, day: session.today,
                ref: ref, name: try await session.name(of: facts.referral.child), model: rules.model,
                diedOn: death.flatMap { $0 <= session.today ? $0 : nil },
                facts: session.shown(facts))
        }
    }
}
