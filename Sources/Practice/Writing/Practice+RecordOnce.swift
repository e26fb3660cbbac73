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
    ///   - version: what the client saw of the episode: nothing is recorded upon another. Nil for what nobody need have
    ///     seen anything for, as an interview.
    ///   - keyed: the client's key with all that it asks.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``SummaryFault``, ``PracticeFault``.
    package func recordOnce(
        _ write: EpisodeWrite, on day: CivilDate, in ref: EpisodeRef, seen version: StreamSeq?, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        let action: Action =
            switch write {
            case .command(.recordInterview): .recordInterview
            case .countersign: .countersignModule
            default: .recordEpisode
            }
        return try await once(keyed, for: action, at: .episode(ref), of: code) { session in
            guard let id = try await session.id(of: ref) else { throw PracticeFault.unknownEpisode(ref) }
            session.looks.target(.episode(id))
            let command = try await session.command(write) { try await session.episode(ref) }
            if case .recordFact(let fact) = command {
                try await session.checkOpen([fact.kind], on: day, in: try await session.episode(ref))
            } else if case .withdrawFact(let fact) = command {
                let state = try await session.episode(ref)
                let ended = state.history.facts?.facts.filter { $0.fact.id == fact } ?? []
                try await session.checkOpen(ended.map(\.fact.kind), on: day, in: state)
            }
            let ground = try await session.interviewGround(for: [command])
            let head: StreamSeq
            if let version { head = version } else { head = try await session.episode(ref).history.head }
            let rules = session.rules
            let advice = try await session.append([
                .record([Engine.Entry(command, on: day)], to: id, in: EpisodeStream.self) { state in
                    try state.check(head, isSeen: version != nil)
                    return try rules.next(in: state).judging(on: ground)
                }
            ])
            return WrittenOnce(
                place: .episode(id), version: head.next, made: command.made, advice: advice.map(\.code))
        }
    }

    /// Records facts of an episode that belong together, all or none and once however often they are sent under their key.
    /// Their texts are sealed under the child's key.
    /// - Parameters:
    ///   - ended: facts that no longer hold from the day on, in whose place others stand, or none.
    ///   - version: what was seen of the episode; nil for what stands by itself.
    ///   - draft: the draft that this hands in, which is taken away with it; nil for none.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``SummaryFault``, ``PracticeFault``.
    package func recordOnce(
        _ facts: [TypedFact], ending ended: [FactID] = [], on day: CivilDate, in ref: EpisodeRef,
        seen version: StreamSeq?, as keyed: KeyedWrite, handingIn draft: SummaryDraft.Place? = nil, at code: SiteCode
    ) async throws -> WrittenOnce {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        return try await once(keyed, for: .recordEpisode, at: .episode(ref), of: code) { session in
            let found = try await session.episode(ref)
            guard let child = found.history.facts?.referral.child else { throw PracticeFault.unknownEpisode(ref) }
            let before = found.history.facts?.facts.filter { ended.contains($0.fact.id) } ?? []
            try await session.checkOpen(facts.map(\.kind) + before.map(\.fact.kind), on: day, in: found)
            let commands = try await ended.map { .withdrawFact($0) } + session.commands(of: facts, about: child)
            let (rules, head) = (session.rules, version ?? found.history.head)
            let advice = try await session.append([
                .record(commands.map { Engine.Entry($0, on: day) }, to: found.id, in: EpisodeStream.self) { state in
                    try state.check(head, isSeen: version != nil)
                    return try rules.next(in: state)
                }
            ])
            if let draft { try await session.drop(draft, of: seat.account, in: found.id, about: child) }
            return WrittenOnce(
                place: .episode(found.id), version: StreamSeq(head.number + Int64(commands.count)),
                advice: advice.map(\.code))
        }
    }

    /// Records a referral, once however often it is sent under its key. A child whose reference is new is registered.
    /// - Parameter named: who is referred, to be kept with it; nil to leave what is kept as it is.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``PracticeFault``; ``PeopleFault`` and ``ReferredChildFault`` when
    ///   what is said of the child cannot be kept, and then nothing is recorded.
    package func referOnce(
        _ wish: ReferralWish, of named: ReferredChild? = nil, on day: CivilDate, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordReferral, at: .site, of: code) { session in
            let team = try session.team(wish.team).id
            let known = try await session.store.children(
                [wish.child], site: session.site.id, session.transaction)[wish.child]
            let (child, id) = (known ?? .random(), EpisodeID.random())
            session.looks.target(.episode(id))
            let referral = wish.referral(of: child, to: team)
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
            if let named { try await session.keep(named, of: child) }
            return WrittenOnce(
                place: .episode(id), version: StreamSeq.beforeFirst.next, advice: advice.map(\.code))
        }
    }

    /// A new id for something that a client records.
    package func newID<Thing>() -> RecordID<Thing> { .random() }

    /// Does something once however often it is sent under its key. Whoever may do it at the site at all is answered as the
    /// first time, also when it took what it is about out of their reach.
    /// - Parameters:
    ///   - isolation: a stricter one for what counts and writes in one state of the record.
    ///   - settings: further settings of the transaction.
    func once(
        _ keyed: KeyedWrite, for action: Action, at subject: ActionSubject, of code: SiteCode,
        isolation: IsolationLevel = .readCommitted, settings: [(name: String, value: String)] = [],
        _ body: (SiteSession) async throws -> WrittenOnce
    ) async throws -> WrittenOnce {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        return try await Retry.onConflict {
            try await withSite(
                code, for: action, at: subject, isolation: isolation, settings: settings,
                unless: { gate in
                    let ledger = KeyLedger(
                        keyed, of: seat.account, at: gate.now, site: gate.site.id, vault: store.vault,
                        in: gate.transaction)
                    return try await ledger.kept().map { ($0, $0.place?.target ?? .site) }
                },
                { session in
                    let written = try await body(session)
                    try KeyLedger(
                        keyed, of: seat.account, at: clock.now(), site: session.site.id, vault: session.store.vault,
                        in: session.transaction
                    ).keep(written)
                    return written
                })
        }
    }
}

extension StreamState {
    /// Refuses to write upon another version than one.
    /// - Parameter isSeen: whether the client saw it; else it was read a moment ago, and is read again.
    func check(_ version: StreamSeq, isSeen: Bool = true) throws {
        guard version != history.head else { return }
        throw isSeen ? KeyedWriteFault.changed(history.head) : StoreFault(.conflict)
    }
}
