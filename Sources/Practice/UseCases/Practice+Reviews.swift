import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Looks back on a period of a site's programme; nothing is kept.
    /// - Parameters:
    ///   - goals: as they are stated now; what the last review left open is carried forward before them.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func programmeReview(
        of code: SiteCode, from: CivilDate, through: CivilDate, stating goals: [ReviewGoal] = [],
        knownAt: Instant? = nil
    ) async throws -> ProgrammeReview {
        let request = try ReportRequest(
            scope: try ReportScope(sites: .one(code)), from: from, through: through, knownAt: knownAt,
            now: clock.now())
        if let knownAt { try await settle(code, through: knownAt, at: .team(nil)) }
        return try await withSite(
            code, for: .report, at: .team(nil), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            let last = try await ReviewBook.last(of: session.site.id, in: session.transaction)
            return try await review(nil, request, goals.carried(from: last), in: session)
        }
    }

    /// Freezes a review with its data under the next number of the site.
    /// - Throws: ``ReviewFault``, ``ReportFault``, ``PracticeFault``.
    package func freezeReview(
        of code: SiteCode, from: CivilDate, through: CivilDate, stating goals: [ReviewGoal] = []
    ) async throws -> FrozenReview {
        let request = try await freezing(of: code, from: from, through: through)
        return try await withSite(
            code, for: .freezeReview, at: .team(nil), isolation: .repeatableRead, settings: IndicatorReport.planning
        ) { session in
            try await freeze(request, stating: goals, in: session)
        }
    }

    /// The same, once however often it is sent under its key. What is told is the number.
    /// - Throws: ``KeyedWriteFault``, ``ReviewFault``, ``ReportFault``, ``PracticeFault``.
    package func freezeReviewOnce(
        of code: SiteCode, from: CivilDate, through: CivilDate, stating goals: [ReviewGoal], as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        let request = try await freezing(of: code, from: from, through: through)
        return try await once(
            keyed, for: .freezeReview, at: .team(nil), of: code, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            WrittenOnce(told: "\(try await freeze(request, stating: goals, in: session).number)")
        }
    }

    /// What is asked of a review that is frozen now, once all that was written by now can be seen.
    private func freezing(of code: SiteCode, from: CivilDate, through: CivilDate) async throws -> ReportRequest {
        // The time is taken first and asked for: what is frozen can be counted again as it was.
        let now = clock.now()
        let request = try ReportRequest(
            scope: try ReportScope(sites: .one(code)), from: from, through: through, knownAt: now, now: now)
        try await settle(code, through: now, at: .team(nil), for: .freezeReview)
        return request
    }

    private func freeze(
        _ request: ReportRequest, stating goals: [ReviewGoal], in session: SiteSession
    ) async throws -> FrozenReview {
        guard request.period.through < session.today else {
            throw ReviewFault.unfinished(request.period, today: session.today)
        }
        let last = try await ReviewBook.last(of: session.site.id, in: session.transaction)
        let carried = goals.carried(from: last)
        let number = last?.number.next ?? .first
        let document = try await review(number, request, carried, in: session).document
        let frozen = FrozenReview(number: number, json: document.json(), text: document.text(), csv: document.csv())
        try await ReviewBook.keep(
            frozen, of: request, goals: carried, at: session.site.id, by: session.actor, now: request.moment,
            in: session.transaction)
        return frozen
    }

    /// A review as it was frozen.
    /// - Throws: ``ReviewFault``, ``PracticeFault``.
    package func frozenReview(_ number: ReviewNumber, of code: SiteCode) async throws -> FrozenReview {
        try await withSite(code, for: .report, at: .team(nil), access: .readOnly) { session in
            try await ReviewBook.find(number, of: session.site.id, in: session.transaction)
        }
    }

    private func review(
        _ number: ReviewNumber?, _ request: ReportRequest, _ goals: [ReviewGoal], in session: SiteSession
    ) async throws -> ProgrammeReview {
        let today = session.site.day(of: request.moment)
        let indicators = try await IndicatorReport.read(
            request, today: today, sites: [session.site.id], models: models,
            running: session.site.runningModels(knownAt: request.knownAt),
            settings: try await session.settings(on: request.period.through, knownAt: request.knownAt),
            posts: try await session.therapistPosts(for: request), in: session.transaction)
        let then = if let instant = request.knownAt { try await session.known(at: instant) } else { session }
        let teams = try await then.teamReviews(of: request.period, asOf: today)
        return ProgrammeReview(number, answering: request, indicators, teams: teams, goals: goals)
    }
}
