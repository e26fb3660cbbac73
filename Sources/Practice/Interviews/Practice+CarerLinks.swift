import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Makes a link by which a carer answers the interview that is owed, in the place of one that was made for the family
    /// before. The site's own people send it.
    /// - Throws: ``CarerLinkFault``, ``PracticeFault``.
    package func makeCarerLink(
        of ref: EpisodeRef, for respondent: Respondent, holding days: LinkDays = .usual, at code: SiteCode
    ) async throws -> CarerLink {
        try await withSite(code, for: .recordInterview, at: .episode(ref)) { session in
            let episode = try await session.episode(ref).id
            guard let due = try await session.openInterview(of: episode) else { throw CarerLinkFault.nothingOpen }
            guard due.instrument.respondents.contains(respondent) else { throw CarerLinkFault.notAsked }
            guard try await session.instruments()[due.instrument.id]?.isShowable ?? false else {
                throw CarerLinkFault.noQuestions
            }
            let now = clock.now()
            let expires = now.adding(microseconds: Int64(days.number) * 24 * 60 * 60 * 1_000_000)
            let token = CarerToken.drawn()
            try await session.keep(token, of: episode, slot: due.slot, for: respondent, from: now, until: expires)
            return CarerLink(
                site: session.site.name, token: token, expiresAt: expires, clock: SiteClock(session.site.timeZone))
        }
    }

    /// What a link opens; nil for one that was used, is over or never was, and for an interview that is not owed any more.
    /// It is a look.
    /// - Throws: ``PracticeFault``.
    package func carerForm(of token: CarerToken) async throws -> CarerForm? {
        guard let link = try await opened(token) else { return nil }
        return try await byLink.withSite(link.site, for: .recordInterview, at: .episodeID(link.episode)) { session in
            guard let form = try await session.carerForm(of: link) else { return nil }
            try await session.look(at: link, clock.now())
            return form
        }
    }

    /// Records what a carer answered, and ends the link; once, however often the form of a key is sent.
    /// - Parameters:
    ///   - key: of the form that was sent.
    ///   - answers: one for each question of the definition, in their order; nil for what was not answered.
    /// - Returns: whether these answers are on record; false for a link that opens nothing: then nothing is recorded.
    /// - Throws: ``CarerLinkFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func answer(
        by token: CarerToken, under key: String, _ answers: (InstrumentDefinition) -> [AnswerCode?]
    ) async throws -> Bool {
        if let link = try await opened(token), try await take(answers, by: link, under: key) { return true }
        return try await isAnswered(by: token, under: key)
    }

    /// - Returns: false when somebody else was quicker, or the interview is not owed any more.
    private func take(
        _ answers: (InstrumentDefinition) -> [AnswerCode?], by link: OpenedLink, under key: String
    ) async throws -> Bool {
        try await Retry.onConflict {
            try await byLink.withSite(link.site, for: .recordInterview, at: .episodeID(link.episode)) { session in
                let now = clock.now()
                guard let form = try await session.carerForm(of: link),
                    try await session.end(link, under: key, at: now)
                else { return false }
                try await session.record(answers(form.definition), of: form, by: link)
                try await session.look(at: link, now)
                return true
            }
        }
    }

    /// Whether the form of a key was taken by a link.
    private func isAnswered(by token: CarerToken, under key: String) async throws -> Bool {
        try await byLink.withDirectory { transaction, _ in
            try await transaction.query("SELECT door.interview_answered(\(token.hash), \(key))")
                .first?.decode(Bool.self) ?? false
        }
    }

    /// Whoever holds a link asks as the programme, which lets them see what the link opens and no more.
    private var byLink: Practice { asking(.programme).recording(as: .carerLink) }

    /// What the link of a token opens, wherever it is.
    private func opened(_ token: CarerToken) async throws -> OpenedLink? {
        let now = clock.now()
        return try await byLink.withDirectory { transaction, _ in
            let row = try await transaction.query(
                """
                SELECT site, link_id, episode_id, slot, respondent FROM door.interview_link(\(token.hash), \(now))
                """
            ).first
            guard
                let (site, id, episode, slot, word) = try row?.decode(
                    String.self, UUIDBytes.self, UUIDBytes.self, Int32.self, String.self),
                let site = SiteCode(site), let respondent = Respondent(rawValue: word)
            else { return nil }
            return OpenedLink(
                site: site, id: id, episode: EpisodeID(episode), slot: Int(slot), respondent: respondent)
        }
    }
}

/// What a link opens.
private struct OpenedLink: Sendable {
    let site: SiteCode
    let id: UUIDBytes
    let episode: EpisodeID
    let slot: Int
    let respondent: Respondent
}

extension SiteSession {
    /// Keeps the digest of a link for an interview; one that was made for the family before opens nothing any more.
    fileprivate func keep(
        _ token: CarerToken, of episode: EpisodeID, slot: Int, for respondent: Respondent, from now: Instant,
        until end: Instant
    ) async throws {
        // Of two that are made at once the later ends the earlier.
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(\(Int64(bitPattern: episode.low)))")
        try await transaction.execute(
            """
            UPDATE interview.link SET ended_at = \(now)
            WHERE site_id = \(site.id.number) AND episode_id = \(episode.bound) AND ended_at IS NULL
            """)
        try await transaction.execute(
            """
            INSERT INTO interview.link (
                site_id, link_id, episode_id, slot, respondent, digest, made_by, made_at, expires_at)
            VALUES (
                \(site.id.number), gen_random_uuid(), \(episode.bound), \(Int32(clamping: slot)),
                \(respondent.rawValue), \(token.hash), \(actor.recordedBy.text), \(now), \(end))
            """)
    }

    /// The link that is out for an interview; nil for none.
    func linkOut(for due: InterviewDue, at now: Instant) async throws -> LinkOut? {
        let row = try await transaction.query(
            """
            SELECT respondent, made_by::text, made_at, expires_at FROM interview.link
            WHERE site_id = \(site.id.number) AND episode_id = \(due.id.bound) AND slot = \(Int32(clamping: due.slot))
                AND ended_at IS NULL AND expires_at > \(now)
            """
        ).first
        guard let (word, author, made, end) = try row?.decode(String.self, String.self, Instant.self, Instant.self),
            let respondent = Respondent(rawValue: word), let author = StaffCode(author)
        else { return nil }
        return LinkOut(respondent: respondent, madeBy: author, madeAt: made, expiresAt: end)
    }

    /// Ends a link by the form of a key; false when somebody else was quicker.
    fileprivate func end(_ link: OpenedLink, under key: String, at now: Instant) async throws -> Bool {
        try await transaction.execute(
            """
            UPDATE interview.link SET ended_at = \(now), answered_key = \(key)
            WHERE site_id = \(site.id.number) AND link_id = \(link.id) AND ended_at IS NULL AND expires_at > \(now)
            """
        ).rows == 1
    }

    /// The interview of an episode that can be held today, with its instrument; nil where there is none.
    fileprivate func openInterview(
        of id: EpisodeID
    ) async throws -> (slot: Int, instrument: Instrument, settings: ModelSettings)? {
        guard let state = try await episodes([id], on: today)[id]?.inPlay, state.facts.closing == nil,
            let instrument = state.rules.model.adherence,
            let due = state.interviews(on: today).first(where: { $0.standing == .open })
        else { return nil }
        return (due.ordinal, instrument, state.rules.settings)
    }

    /// The questions; nil once there are none to answer.
    fileprivate func carerForm(of link: OpenedLink) async throws -> CarerForm? {
        guard let due = try await openInterview(of: link.episode), due.slot == link.slot,
            let least = due.instrument.scoring.leastAnswered.flatMap({ due.settings.score($0) }),
            let definition = try await instruments()[due.instrument.id], definition.isShowable
        else { return nil }
        return CarerForm(
            site: site.name, definition: definition, instrument: due.instrument.id, least: .share(least))
    }

    fileprivate func look(at link: OpenedLink, _ now: Instant) async throws {
        try await LookBook.write(
            Look(.recordInterview, at: .episode(link.episode), as: .themselves), byLinkAt: now, site: site.id,
            in: transaction)
    }

    fileprivate func record(_ answers: [AnswerCode?], of form: CarerForm, by link: OpenedLink) async throws {
        guard let isEnough = try? form.isEnough(answers), let items = try? form.definition.itemScores(of: answers)
        else { throw CarerLinkFault.unknownAnswer }
        guard isEnough else {
            throw CarerLinkFault.tooFew(answered: answers.count { $0 != nil }, least: form.leastAnswers)
        }
        let interview = Interview(
            id: .random(), instrument: form.instrument, result: .completed, collector: .selfEntry,
            respondent: link.respondent, response: .items(items))
        let (rules, ground) = (rules, try await interviewGround())
        try await append([
            .record([Engine.Entry(.recordInterview(interview), on: today)], to: link.episode, in: EpisodeStream.self) {
                try rules.next(in: $0).judging(on: ground)
            }
        ])
    }
}
