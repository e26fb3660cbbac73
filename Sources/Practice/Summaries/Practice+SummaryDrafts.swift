import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

// Neither reading nor saving a draft is a look of its own: the page that it stands on is one, of the same family and by the
// same asker, and a form that is saved as it is typed would fill the log with what nobody decided to do.
extension Practice {
    /// What was typed into the summary of a week and is not handed in.
    /// - Throws: ``PracticeFault``.
    package func summaryDrafts(
        of week: TreatmentWeek, in ref: EpisodeRef, at code: SiteCode
    ) async throws -> SummaryDrafts {
        guard case .account(let seat) = asker else { return .none }
        return try await withSite(
            code, for: .recordEpisode, at: .episode(ref), isNoted: false, access: .readOnly,
            isolation: .repeatableRead
        ) { session in
            try await session.draftBook(of: seat.account, week, ref).drafts()
        }
    }

    /// Saves what somebody types into the summary of a week.
    /// - Parameter seen: the version that the page saw last; nil when it saw none.
    /// - Returns: the version of it now, and when it was saved.
    /// - Throws: ``SummaryDraftFault``, ``SummaryFault/discussed(_:on:)``, ``PracticeFault``.
    package func saveDraft(
        _ fields: TypedFields, of week: TreatmentWeek, in ref: EpisodeRef, after seen: Int?, at code: SiteCode
    ) async throws -> (version: Int, at: Instant) {
        guard case .account(let seat) = asker else { throw PracticeFault.notAllowed(.recordEpisode) }
        let count = fields.written.utf8.count
        guard count <= DraftBook.longest else { throw SummaryDraftFault.tooLong(count) }
        return try await Retry.onConflict {
            try await withSite(code, for: .recordEpisode, at: .episode(ref), isNoted: false) { session in
                let now = clock.now()
                let book = try await session.draftBook(of: seat.account, week, ref, toWrite: true)
                return (try await book.save(fields, after: seen, at: now), now)
            }
        }
    }

    /// Takes one of the asker's own drafts away.
    /// - Throws: ``SummaryDraftFault``, ``PracticeFault``.
    package func dropDraft(_ draft: SummaryDraft.Place, in ref: EpisodeRef, at code: SiteCode) async throws {
        guard case .account(let seat) = asker else { return }
        try await withSite(code, for: .recordEpisode, at: .episode(ref), isNoted: false) { session in
            try await session.draftBook(of: seat.account, draft.week, ref).drop(
                version: Int32(clamping: draft.version))
        }
    }
}

extension SiteSession {
    /// The drafts of the summary of a week that has begun, to be written only until the summary was discussed.
    /// - Throws: ``SummaryDraftFault``, ``SummaryFault/discussed(_:on:)``, ``PracticeFault``.
    fileprivate func draftBook(
        of account: AccountID, _ week: TreatmentWeek, _ ref: EpisodeRef, toWrite: Bool = false
    ) async throws -> DraftBook {
        let state = try await episode(ref)
        guard let facts = state.history.facts else { throw PracticeFault.unknownEpisode(ref) }
        guard let started = facts.startedOn, let now = TreatmentWeek(of: today, since: started), week <= now else {
            throw SummaryDraftFault.noSuchWeek
        }
        if toWrite, let known = try await TalkBook(self, of: state.id).locked().discussion(of: week) {
            throw SummaryFault.discussed(week, on: known.on)
        }
        return DraftBook(
            self, of: account, week: week, in: state.id, of: PersonID(child: facts.referral.child))
    }

    /// Takes away the draft that was handed in, in the transaction that records it.
    func drop(
        _ draft: SummaryDraft.Place, of account: AccountID, in episode: EpisodeID, about child: ChildID
    ) async throws {
        try await DraftBook(self, of: account, week: draft.week, in: episode, of: PersonID(child: child)).drop(
            version: Int32(clamping: draft.version))
    }
}
