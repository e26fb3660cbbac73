import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Records something in an episode, once however often it is sent under its key.
    /// - Parameters:
    ///   - version: what the client saw of the episode: nothing is recorded upon another.
    ///   - keyed: the client's key with all that it asks.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func recordOnce(
        _ write: EpisodeWrite, on day: CivilDate, in ref: EpisodeRef, seen version: StreamSeq, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        let action: Action = write.isInterview ? .recordInterview : .recordEpisode
        return try await once(keyed, for: action, at: .episode(ref), of: code) { session in
            guard let id = try await session.store.episodes([ref], site: session.site.id, session.transaction)[ref]
            else { throw PracticeFault.unknownEpisode(ref) }
            session.looks.target(.episode(id))
            let command = try write.command(at: session)
            let ground = try await session.interviewGround(for: [command])
            let rules = session.rules
            let advice = try await session.append([
                .record([Engine.Entry(command, on: day)], to: id, in: EpisodeStream.self) { state in
                    guard state.history.head == version else { throw KeyedWriteFault.changed(state.history.head) }
                    return try rules.next(in: state).judging(on: ground)
                }
            ])
            return WrittenOnce(episode: id, version: version.next, made: write.made, advice: advice.map(\.code))
        }
    }

    /// Records a referral, once however often it is sent under its key. A child whose reference is new is registered.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func referOnce(
        _ wish: ReferralWish, on day: CivilDate, as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordReferral, at: .site, of: code) { session in
            let team = try session.team(wish.team).id
            let known = try await session.store.children(
                [wish.child], site: session.site.id, session.transaction)[wish.child]
            let (child, id) = (known ?? .random(), EpisodeID.random())
            session.looks.target(.episode(id))
            let referral = Referral(
                child: child, ref: wish.ref, model: wish.model, team: team, source: wish.source, profile: wish.profile)
            let rules = session.rules
            var commands: [RecordCommand] = []
            if known == nil {
                commands.append(
                    .record([Engine.Entry(.register(wish.child), on: day)], to: child, in: ChildStream.self) { _ in
                        NoRules()
                    })
            }
            commands.append(
                .record([Engine.Entry(.refer(referral), on: day)], to: id, in: EpisodeStream.self) { state in
                    try rules.next(in: state, naming: (wish.model, day))
                })
            let advice = try await session.append(commands)
            return WrittenOnce(
                episode: id, version: StreamSeq.beforeFirst.next, made: nil, advice: advice.map(\.code))
        }
    }

    /// A new id for something that a client records.
    package func newID<Thing>() -> RecordID<Thing> { .random() }

    private func once(
        _ keyed: KeyedWrite, for action: Action, at subject: ActionSubject, of code: SiteCode,
        _ body: (SiteSession) async throws -> WrittenOnce
    ) async throws -> WrittenOnce {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        return try await Retry.onConflict {
            try await withSite(code, for: action, at: subject) { session in
                let ledger = KeyLedger(keyed, of: seat.account, at: clock.now(), in: session)
                if let kept = try await ledger.kept() { return kept }
                let written = try await body(session)
                try await ledger.keep(written)
                return written
            }
        }
    }
}
