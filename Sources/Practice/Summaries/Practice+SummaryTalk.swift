import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// What was said to the summary of a week, and whether it was discussed.
    /// - Throws: ``PracticeFault``.
    package func summaryTalk(
        of week: TreatmentWeek, in ref: EpisodeRef, at code: SiteCode
    ) async throws -> SummaryTalk {
        try await withSite(
            code, for: .showEpisode, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let talk = try await TalkBook(session, of: try await session.episode(ref).id).talk(of: week)
            session.looks.rows(talk.comments.count)
            return talk
        }
    }

    /// Says something to a part of a summary that was handed in, once however often it is sent under its key.
    /// - Throws: ``SummaryFault``, ``KeyedWriteFault``, ``PracticeFault``.
    package func commentOnce(
        _ wish: CommentWish, in ref: EpisodeRef, as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        guard !wish.words.allSatisfy(\.isWhitespace) else { throw SummaryFault.noWords }
        let count = wish.words.unicodeScalars.count
        guard count <= CommentWish.longest else { throw SummaryFault.tooLong(count) }
        return try await once(keyed, for: .commentSummary, at: .episode(ref), of: code) { session in
            let state = try await session.episode(ref)
            let child = try session.handedIn(wish.week, in: state, ref)
            let words = try await session.store.vault.write(
                narrative: wish.words, id: .random(), of: PersonID(child: child), site: session.site.id,
                in: session.transaction)
            let made = try await TalkBook(session, of: state.id).write(wish, words, at: clock.now())
            return WrittenOnce(place: .episode(state.id), version: state.history.head, made: made)
        }
    }

    /// Marks a summary that was handed in as discussed, once however often it is sent under its key. What is on record of
    /// the week is only corrected from then on.
    /// - Throws: ``SummaryFault``, ``KeyedWriteFault``, ``PracticeFault``.
    package func discussOnce(
        _ week: TreatmentWeek, in setting: DiscussionSetting, on day: CivilDate, of ref: EpisodeRef,
        as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .discussSummary, at: .episode(ref), of: code) { session in
            let state = try await session.episode(ref)
            _ = try session.handedIn(week, in: state, ref)
            let first = state.history.facts?.startedOn.map { week.firstDay(since: $0) }
            guard day <= session.today, let first, first <= day else { throw SummaryFault.wrongDay }
            let book = try await TalkBook(session, of: state.id).locked()
            if let known = try await book.discussion(of: week) { throw SummaryFault.discussed(week, on: known.on) }
            try await book.mark(week, in: setting, on: day, at: clock.now())
            return WrittenOnce(place: .episode(state.id), version: state.history.head)
        }
    }
}

extension SiteSession {
    /// What a summary is made of (`clinical.md` 4.3).
    private static let ofSummaries: Set<FactKind> = [
        .weeklySummary, .overarchingGoal, .goalReview, .goalResult, .barrier, .advance, .fitCircle, .driver,
        .intermediaryGoal, .intervention,
    ]

    /// Refuses facts of the day of a summary that was discussed.
    /// - Throws: ``SummaryFault/discussed(_:on:)``.
    func checkOpen(_ kinds: [FactKind], on day: CivilDate, in state: StreamState<EpisodeStream>) async throws {
        guard kinds.contains(where: SiteSession.ofSummaries.contains),
            let started = state.history.facts?.startedOn, let week = TreatmentWeek(of: day, since: started),
            let known = try await TalkBook(self, of: state.id).locked().discussion(of: week)
        else { return }
        throw SummaryFault.discussed(week, on: known.on)
    }

    /// The child of an episode whose summary of a week was handed in.
    /// - Throws: ``SummaryFault/notHandedIn(_:)``.
    fileprivate func handedIn(
        _ week: TreatmentWeek, in state: StreamState<EpisodeStream>, _ ref: EpisodeRef
    ) throws -> ChildID {
        guard let facts = state.history.facts else { throw PracticeFault.unknownEpisode(ref) }
        guard let started = facts.startedOn,
            facts.facts.contains(where: {
                $0.fact.kind == .weeklySummary && TreatmentWeek(of: $0.from, since: started) == week
            })
        else { throw SummaryFault.notHandedIn(week) }
        return facts.referral.child
    }
}
