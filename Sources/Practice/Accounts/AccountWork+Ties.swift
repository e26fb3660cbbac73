import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

/// What lies between the owner of an account and a family, whatever roles the account has.
package enum FamilyTie: Hashable, Sendable {
    /// The owner knows the family: the account is barred from the episode.
    case bar
    /// The owner belongs to the family: whoever else looks at it is told to the site's officer.
    case kinship
}

extension AccountWork {
    /// Notes what lies between the owner of an account and the family of an episode. Or ends that.
    package func tie(
        _ code: AccountCode, by tie: FamilyTie, to ref: EpisodeRef, at site: SiteCode, end: Bool = false
    ) async throws {
        try await about(code, at: site, for: .barPerson) { id, _, session in
            guard let session else { return }
            _ = try await change(tie, of: id, to: ref, in: session, end: end)
        }
    }

    /// The same, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``AccountWorkFault``, ``PracticeFault``.
    package func tieOnce(
        _ code: AccountCode, by tie: FamilyTie, to ref: EpisodeRef, at site: SiteCode, end: Bool, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await aboutOnce(code, at: site, for: .barPerson, as: keyed) { id, session in
            WrittenOnce(place: .episode(try await change(tie, of: id, to: ref, in: session, end: end)))
        }
    }

    private func change(
        _ tie: FamilyTie, of id: AccountID, to ref: EpisodeRef, in session: SiteSession, end: Bool
    ) async throws -> EpisodeID {
        let episode = try await session.episode(ref).id
        let (author, transaction) = (practice.actor.recordedBy, session.transaction)
        switch tie {
        case .bar:
            let bar = Bars.Bar(account: id, episode: episode, site: session.site.id)
            let isChanged =
                end
                ? try await Bars.lift(bar, by: author, at: now, in: transaction)
                : try await Bars.put(bar, by: author, at: now, in: transaction)
            guard isChanged else { throw AccountWorkFault.barStands(!end) }
        case .kinship:
            let kin = Relatives.Tie(account: id, episode: episode, site: session.site.id)
            let isChanged =
                end
                ? try await Relatives.end(kin, at: now, in: transaction)
                : try await Relatives.note(kin, by: author, at: now, in: transaction)
            guard isChanged else { throw AccountWorkFault.tieStands(!end) }
        }
        return episode
    }
}
