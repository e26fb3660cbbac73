import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Corrects an episode, once however often it is sent under its key: the whole set is accepted, or refused with every
    /// event that would no longer fit.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func correctOnce(
        _ wish: CorrectionWish<EpisodeWrite>, of ref: EpisodeRef, seen version: StreamSeq, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .correctEpisode, at: .episode(ref), of: code) { session in
            try await session.correct(wish, in: try await session.episode(ref), seen: version)
        }
    }

    /// Lets somebody put right, or take back, a contact or a fact that they wrote down themselves today, once however often it
    /// is sent under its key. What is older, somebody else's, or of a week that was discussed is a supervisor's to correct.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``SummaryFault``, ``PracticeFault``.
    package func amendOnce(
        _ wish: CorrectionWish<EpisodeWrite>, of ref: EpisodeRef, seen version: StreamSeq, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordEpisode, at: .episode(ref), of: code) { session in
            let state = try await session.episode(ref)
            let own = try await session.ownOfToday(in: state)
            let places = wish.withdrawals + wish.replacements.map(\.seq)
            if let other = places.first(where: { !own.contains($0) }) { throw RecordingFault.notOwn(other) }
            for event in state.history.standing where places.contains(event.seq) {
                guard case .factRecorded(let fact, _, _) = event.event else { continue }
                try await session.checkOpen([fact.kind], on: event.occurredOn, in: state)
            }
            for replacement in wish.replacements {
                guard case .fact(let fact) = replacement.write else { continue }
                try await session.checkOpen([fact.kind], on: replacement.on, in: state)
            }
            return try await session.correct(wish, in: state, seen: version)
        }
    }

    /// Moves an open episode to other versions, as a preview showed it, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func moveOnce(
        _ ref: EpisodeRef, _ request: EpisodeMoveRequest, asShown shown: EpisodeMoveToken, seen version: StreamSeq,
        as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .moveEpisode, at: .episode(ref), of: code) { session in
            let state = try await session.episode(ref)
            try state.check(version)
            let command = try await session.moving(state, ref, request, asShown: shown)
            let advice = try await session.append([command])
            return WrittenOnce(place: .episode(state.id), version: version.next, advice: advice.map(\.code))
        }
    }

    /// Corrects what is on record of a child, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``PracticeFault``, ``RetentionFault``.
    package func correctOnce(
        _ wish: CorrectionWish<ChildCommand>, of naming: ChildNaming, seen version: StreamSeq, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .correctEpisode, at: .named(naming), of: code) { session in
            let state = try await session.childState(naming)
            let correction = try await session.correction(wish, in: state, of: PersonID(child: state.id)) {
                $0.inPlace(of: $1)
            }
            let advice = try await session.append([
                .correct(correction, of: state.id, in: ChildStream.self) { state in
                    try state.check(version)
                    return NoRules()
                }
            ])
            return WrittenOnce(place: .child(state.id), version: version.next, advice: advice.map(\.code))
        }
    }

    /// Corrects what is on record of a team, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func correctOnce(
        _ wish: CorrectionWish<TeamWrite>, of team: TeamCode, seen version: StreamSeq, as keyed: KeyedWrite,
        at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordTeam, at: .team(team), of: code) { session in
            let state = try await session.teamState(team)
            // Nobody takes back or replaces what raters returned: whoever is rated would learn what one of them said.
            let returned = Set(state.history.standing.filter { $0.event.name == .measureReturned }.map(\.seq))
            let named = wish.withdrawals + wish.replacements.map(\.seq)
            if let seq = named.first(where: returned.contains) { throw RecordingFault.nothingAt(seq) }
            let correction = try await session.correction(wish, in: state, of: nil) { write, old in
                try await session.command(write).inPlace(of: old)
            }
            let advice = try await session.append([
                .correct(correction, of: state.id, in: TeamStream.self) { state in
                    try state.check(version)
                    return NoRules()
                }
            ])
            return WrittenOnce(place: .team(state.id), version: version.next, advice: advice.map(\.code))
        }
    }
}

extension SiteSession {
    /// Corrects an episode upon a version that was seen.
    fileprivate func correct(
        _ wish: CorrectionWish<EpisodeWrite>, in state: StreamState<EpisodeStream>, seen version: StreamSeq
    ) async throws -> WrittenOnce {
        try state.check(version)
        var correction = Correction<EpisodeCommand>(cause: wish.cause, withdrawals: wish.withdrawals)
        if let note = wish.note { correction.narrative = try await seal(note, of: state) }
        correction.replacements = try await wish.resolved { replacement in
            let old = try state.history.command(at: replacement.seq)
            return try await command(replacement.write, replacing: old) { state }
        }
        let named = correction.replacements.lazy.compactMap { $0.command.referral(on: $0.on) }.first
        let ground = try await interviewGround(for: correction.replacements.map(\.command))
        let rules = rules
        let advice = try await append([
            .correct(correction, of: state.id, in: EpisodeStream.self) { state in
                try state.check(version)
                return try rules.next(in: state, naming: named).judging(on: ground)
            }
        ])
        return WrittenOnce(place: .episode(state.id), version: version.next, advice: advice.map(\.code))
    }

    /// The places of the contacts and facts of an episode that the asker wrote down today.
    func ownOfToday(in state: StreamState<EpisodeStream>) async throws -> Set<StreamSeq> {
        let since = SiteClock(site.timeZone).instant(of: today, second: 0)
        let rows = try await transaction.query(
            """
            SELECT seq FROM record.event
            WHERE site_id = \(site.id.number) AND stream = 'episode' AND stream_id = \(state.id.bound)
                AND recorded_by = \(actor.recordedBy.text) AND recorded_at >= \(since)
            """)
        let own = Set(try rows.column(0, as: Int64.self).map { StreamSeq($0) })
        let kinds: Set<EventName> = [.contactRecorded, .factRecorded, .factWithdrawn]
        return own.intersection(state.history.standing.filter { kinds.contains($0.event.name) }.map(\.seq))
    }

    /// A correction in the record's words, of a stream that no model has a say in.
    /// - Parameter inPlace: what is asked in the place of a command that is on record.
    fileprivate func correction<Stream: StoredStream, Write>(
        _ wish: CorrectionWish<Write>, in state: StreamState<Stream>, of person: PersonID?,
        _ inPlace: (Write, Stream.Command) async throws -> Stream.Command
    ) async throws -> Correction<Stream.Command> {
        var correction = Correction<Stream.Command>(cause: wish.cause, withdrawals: wish.withdrawals)
        if let note = wish.note {
            correction.narrative = try await store.seal(note, id: .random(), of: person, site: site.id, in: transaction)
        }
        correction.replacements = try await wish.resolved { replacement in
            try await inPlace(replacement.write, try state.history.command(at: replacement.seq))
        }
        return correction
    }
}
