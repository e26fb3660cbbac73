import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// The adherence interviews that are owed, with whom to ring and what was tried.
    /// - Throws: ``PracticeFault``.
    package func interviewsDue(at code: SiteCode) async throws -> InterviewList {
        try await withSite(code, for: .showInterviewsDue, access: .readOnly, isolation: .repeatableRead) { session in
            let due = try await session.interviewsDue()
            session.looks.rows(due.count)
            return InterviewList(
                site: session.site.name, clock: SiteClock(session.site.timeZone), day: session.today, due: due)
        }
    }

    /// What an interview that is owed is held with.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)`` when there is no such family, or none is owed.
    package func interviewForm(of ref: EpisodeRef, at code: SiteCode) async throws -> InterviewForm {
        try await withSite(
            code, for: .showInterviewsDue, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let owed = try await session.interviewsDue(of: try await session.episode(ref).id)
            guard let due = owed.first else { throw PracticeFault.unknownEpisode(ref) }
            let definition = try await session.instruments()[due.instrument.id]
            return InterviewForm(
                site: session.site.name, clock: SiteClock(session.site.timeZone), day: session.today, due: due,
                definition: definition, collector: try session.collector(),
                link: try await session.linkOut(for: due, at: clock.now()))
        }
    }

    /// Keeps an attempt to reach a family, once however often it is sent. Whoever was not reached, and a refusal, stand in the
    /// record too, where they count.
    /// - Throws: `Refusal`, `StoreFault`, ``PracticeFault``.
    package func recordAttempt(_ wish: AttemptWish, in ref: EpisodeRef, at code: SiteCode) async throws {
        try await Retry.onConflict {
            try await withSite(code, for: .recordInterview, at: .episode(ref)) { session in
                let episode = try await session.episode(ref)
                guard try await session.keep(wish, of: episode.id, at: clock.now()) else { return }
                if let result = wish.outcome.result { try await session.note(result, in: episode) }
            }
        }
    }

    /// The same, once however often it is sent under its key, and only for an interview that is owed. What was made is the
    /// attempt.
    /// - Throws: ``KeyedWriteFault``, ``AttemptFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func recordAttemptOnce(
        _ wish: AttemptWish, in ref: EpisodeRef, as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordInterview, at: .episode(ref), of: code) { session in
            let episode = try await session.episode(ref)
            let owed = try await session.interviewsDue(of: episode.id)
            guard owed.contains(where: { $0.slot == wish.slot }) else {
                throw AttemptFault.notOwed(owed.map(\.slot))
            }
            let isNew = try await session.keep(wish, of: episode.id, at: clock.now())
            if isNew, let result = wish.outcome.result { try await session.note(result, in: episode) }
            return WrittenOnce(place: .episode(episode.id), made: wish.id.bound)
        }
    }
}

extension SiteSession {
    /// - Parameter only: of this episode alone; nil for all that are reached.
    fileprivate func interviewsDue(of only: EpisodeID? = nil) async throws -> [InterviewDue] {
        var open: [EpisodeInPlay] = []
        if let only {
            open = try await episodes([only], on: today).values.compactMap(\.inPlay).filter { $0.facts.closing == nil }
        } else {
            open = try await openFamilies(on: today)
        }
        let owed = open.flatMap { episode in episode.interviews(on: today).map { (episode, $0) } }
        let families = owed.map { $0.0 }
        let contacts = try await contacts(of: families.map(\.facts.referral.child))
        let attempts = try await attempts(of: families.map(\.id))
        let versions = try await versions(of: families.map(\.id))
        return owed.compactMap { episode, obligation -> InterviewDue? in
            guard let ref = episode.facts.referral.ref, let instrument = episode.rules.model.adherence else {
                return nil
            }
            let assignment = episode.assignment(on: today)
            return InterviewDue(
                id: episode.id, ref: ref, version: versions[episode.id] ?? .beforeFirst,
                team: code(of: assignment?.team), therapist: assignment?.therapist, instrument: instrument,
                slot: obligation.ordinal, dueOn: obligation.dueOn, lastOn: obligation.closesOn?.adding(days: -1),
                standing: obligation.standing == .upcoming
                    ? .upcoming : obligation.dueOn < today ? .overdue : .open,
                contacts: (contacts[episode.facts.referral.child] ?? []).filter { $0.relation != nil },
                attempts: (attempts[episode.id] ?? []).filter { $0.slot == obligation.ordinal }.map(\.attempt))
        }.sorted { ($0.standing, $0.dueOn, $0.ref) < ($1.standing, $1.dueOn, $1.ref) }
    }

    func versions(of episodes: [EpisodeID]) async throws -> [EpisodeID: StreamSeq] {
        let rows = try await transaction.query(
            """
            SELECT stream_id, head_seq FROM record.stream
            WHERE site_id = \(site.id.number) AND stream = 'episode' AND stream_id = ANY(\(episodes.map(\.bound)))
            """)
        var versions: [EpisodeID: StreamSeq] = [:]
        for row in rows {
            let (id, head) = try row.decode(UUIDBytes.self, Int64.self)
            versions[EpisodeID(id)] = StreamSeq(head)
        }
        return versions
    }

    private func attempts(
        of episodes: [EpisodeID]
    ) async throws -> [EpisodeID: [(slot: Int, attempt: InterviewDue.Attempt)]] {
        let rows = try await transaction.query(
            """
            SELECT episode_id, slot, outcome, again_on, again_part, made_at, made_by::text FROM interview.attempt
            WHERE site_id = \(site.id.number) AND episode_id = ANY(\(episodes.map(\.bound)))
            ORDER BY made_at DESC, attempt_id
            """)
        var found: [EpisodeID: [(slot: Int, attempt: InterviewDue.Attempt)]] = [:]
        for row in rows {
            let (id, slot, word, again, part, at, by) = try row.decode(
                UUIDBytes.self, Int32.self, String.self, CivilDate?.self, String?.self, Instant.self, String.self)
            guard let outcome = AttemptOutcome(rawValue: word), let by = StaffCode(by) else { continue }
            let attempt = InterviewDue.Attempt(
                outcome: outcome, again: again, part: part.flatMap { DayPart(rawValue: $0) }, at: at, by: by)
            found[EpisodeID(id), default: []].append((Int(slot), attempt))
        }
        return found
    }

    /// Writes an attempt down.
    /// - Returns: false when it stands already.
    fileprivate func keep(_ wish: AttemptWish, of episode: EpisodeID, at now: Instant) async throws -> Bool {
        if let again = wish.again, !(today...today.adding(days: AttemptWish.furthest)).contains(again) {
            throw AttemptFault.notAgain
        }
        return try await transaction.execute(
            """
            INSERT INTO interview.attempt (
                site_id, attempt_id, episode_id, slot, outcome, again_on, again_part, made_at, made_by)
            VALUES (
                \(site.id.number), \(wish.id.bound), \(episode.bound), \(Int32(clamping: wish.slot)),
                \(wish.outcome.rawValue), \(nullable: wish.again), \(nullable: wish.part?.rawValue), \(now),
                \(actor.recordedBy.text))
            ON CONFLICT ON CONSTRAINT attempt_pkey DO NOTHING
            """
        ).rows == 1
    }

    /// Records an interview that did not come about.
    fileprivate func note(_ result: InterviewResult, in state: StreamState<EpisodeStream>) async throws {
        guard let instrument = try rules.pinned(state)?.model.adherence else { return }
        let interview = Interview(
            id: .random(), instrument: instrument.id, result: result, collector: try collector(), respondent: nil,
            response: nil)
        let ground = try await interviewGround()
        let rules = rules
        try await append([
            .record([Engine.Entry(.recordInterview(interview), on: today)], to: state.id, in: EpisodeStream.self) {
                try rules.next(in: $0).judging(on: ground)
            }
        ])
    }

    /// As whom the asker holds interviews: as a member of the site's staff who is in a post there, or as one from outside.
    fileprivate func collector() throws -> Collector {
        let own = actor.recordedBy
        return try staff().contains { $0.staff == own } ? .staff(own) : .callCentre
    }
}

extension EpisodeInPlay {
    /// The interviews that are open, and the next to come.
    func interviews(on day: CivilDate) -> [Obligation] {
        obligations(on: day).filter {
            $0.kind == .adherenceInterview && ($0.standing == .open || $0.standing == .upcoming)
        }
    }
}

extension InterventionModel {
    /// The instrument by which families tell how faithfully they are treated.
    package var adherence: Instrument? { instruments.first { $0.measures == .adherence } }
}
