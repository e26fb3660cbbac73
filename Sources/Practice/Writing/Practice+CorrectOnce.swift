import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
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
            let state = try await session.episode(ref)
            try state.check(version)
            var correction = Correction<EpisodeCommand>(cause: wish.cause, withdrawals: wish.withdrawals)
            if let note = wish.note { correction.narrative = try await session.seal(note, of: state) }
            correction.replacements = try await wish.resolved { replacement in
                let old = try state.history.command(at: replacement.seq)
                return try await session.command(replacement.write, replacing: old) { state }
            }
            let named = correction.replacements.lazy.compactMap { $0.command.referral(on: $0.on) }.first
            let ground = try await session.interviewGround(for: correction.replacements.map(\.command))
            let rules = session.rules
            let advice = try await session.append([
                .correct(correction, of: state.id, in: EpisodeStream.self) { state in
                    try state.check(version)
                    return try rules.next(in: state, naming: named).judging(on: ground)
                }
            ])
            return WrittenOnce(place: .episode(state.id), version: version.next, advice: advice.map(\.code))
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
