import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Who is on call tonight, which families may ring, and what came since noon yesterday.
    /// - Throws: ``PracticeFault``.
    package func onCallTonight(at code: SiteCode) async throws -> OnCallSheet {
        try await withSite(code, for: .showOnCall, access: .readOnly, isolation: .repeatableRead) { session in
            let today = session.today
            let local = SiteClock(session.site.timeZone)
            let yesterday = local.instant(of: today.adding(days: -1), second: Noon.second)
            let families = try await session.onCallFamilies(on: today)
            session.looks.rows(families.count)
            let now = clock.now()
            return OnCallSheet(
                site: session.site.name, clock: local, day: today, now: now,
                telephones: try await session.telephones(from: today, through: today.adding(days: 1)),
                families: families,
                calls: try await CallBook(session).came(since: yesterday, by: now).reversed(),
                own: try await session.ownTelephones())
        }
    }

    /// Writes a call to a team's telephone down, once however often it is sent.
    /// - Throws: ``OnCallFault``, ``PracticeFault``.
    package func recordCall(_ wish: CallWish, at code: SiteCode) async throws {
        try wish.check()
        try await Retry.onConflict {
            try await withSite(code, for: .recordOnCall, at: wish.subject) { session in
                _ = try await session.keep(wish, at: clock.now())
            }
        }
    }

    /// The same, once however often it is sent under its key. What was made is the call.
    /// - Throws: ``KeyedWriteFault``, ``OnCallFault``, ``PracticeFault``.
    package func recordCallOnce(
        _ wish: CallWish, as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try wish.check()
        return try await once(keyed, for: .recordOnCall, at: wish.subject, of: code) { session in
            let episode = try await session.keep(wish, at: clock.now())
            return WrittenOnce(place: episode.map { .episode($0) }, made: wish.id.bound)
        }
    }

    /// What is handed over on a morning: the calls that nobody has taken over yet, until noon of the day.
    /// - Parameters:
    ///   - team: nil for the first whose nights the asker may take over.
    ///   - day: nil for today at the site.
    /// - Throws: ``OnCallFault``, ``PracticeFault``.
    package func handover(
        at code: SiteCode, of team: TeamCode? = nil, on day: CivilDate? = nil
    ) async throws -> HandoverSheet {
        try await withSite(code, for: .showOnCall, access: .readOnly, isolation: .repeatableRead) { session in
            let sheet = try await session.handover(of: team, on: day ?? session.today, at: clock.now())
            session.looks.rows(sheet.calls.count)
            return sheet
        }
    }

    /// Notes that the asker read the calls of a night and takes them over; done twice it stands once.
    /// - Throws: ``OnCallFault``, ``PracticeFault``.
    package func takeOver(at code: SiteCode, of team: TeamCode? = nil, on day: CivilDate? = nil) async throws {
        try await withSite(code, for: .recordOnCall) { session in
            let sheet = try await session.handover(of: team, on: day ?? session.today, at: clock.now())
            try await session.take(sheet, at: clock.now())
        }
    }

    /// The same, once however often it is sent under its key, and only if there are as many calls as were read: nobody
    /// takes over what they have not seen.
    /// - Throws: ``KeyedWriteFault``, ``OnCallFault``, ``PracticeFault``.
    package func takeOverOnce(
        at code: SiteCode, of team: TeamCode, on day: CivilDate, reading calls: Int, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordOnCall, at: .site, of: code) { session in
            let sheet = try await session.handover(of: team, on: day, at: clock.now())
            guard sheet.calls.count == calls else { throw OnCallFault.otherCalls(sheet.calls.count) }
            try await session.take(sheet, at: clock.now())
            return WrittenOnce(told: "\(calls)")
        }
    }
}

/// When one night's calls end and the next one's begin: at noon, when the morning's hand-over is behind everybody.
enum Noon {
    /// Seconds since midnight as clocks show them.
    static let second = 12 * 60 * 60
}

extension CallWish {
    /// What of the site it is about.
    fileprivate var subject: ActionSubject { episode.map { .episode($0) } ?? .site }

    fileprivate func check() throws(OnCallFault) {
        guard words.count <= CallWish.longest else { throw .tooLong(words.count) }
    }
}

extension SiteSession {
    /// Writes a call down that does not stand yet.
    /// - Returns: the episode that it is about.
    fileprivate func keep(_ wish: CallWish, at now: Instant) async throws -> EpisodeID? {
        guard wish.cameAt <= now else { throw OnCallFault.inTheFuture }
        let book = CallBook(self)
        guard try await !book.has(wish.id) else { return nil }
        let about = try await telephone(of: wish)
        var words: SealedNarrative?
        if !wish.words.allSatisfy(\.isWhitespace) {
            words = try await store.vault.write(
                narrative: wish.words, id: .random(), of: about.child, site: site.id, in: transaction)
        }
        try await book.write(wish, of: about.team, about: about.episode, words, at: now)
        return about.episode
    }

    /// Notes that the asker takes the calls of a night over; again, when more came since they did.
    fileprivate func take(_ sheet: HandoverSheet, at now: Instant) async throws {
        guard sheet.day <= today else { throw OnCallFault.beforeItsMorning }
        let id = try team(sheet.team).id
        looks.target(.team(id))
        try await transaction.execute(
            """
            INSERT INTO on_call.handover (site_id, team_id, day, taken_by, taken_at, calls)
            VALUES (
                \(site.id.number), \(id.bound), \(sheet.day), \(actor.recordedBy.text), \(now),
                \(Int32(sheet.calls.count)))
            ON CONFLICT ON CONSTRAINT handover_pkey DO NOTHING
            """)
    }

    /// Whose call it is: the team, and the family where one is named.
    fileprivate func telephone(
        of wish: CallWish
    ) async throws -> (team: TeamID, episode: EpisodeID?, child: PersonID?) {
        if let ref = wish.episode {
            let (episode, child) = try await family(of: ref)
            let teams = try await transaction.query(
                """
                SELECT team_id FROM record.episode
                WHERE site_id = \(site.id.number) AND episode_id = \(episode.bound)
                """
            ).column(0, as: UUIDBytes.self)
            guard let team = teams.first else { throw PracticeFault.unknownEpisode(ref) }
            return (TeamID(team), episode, child)
        }
        return (try team(try await ownTelephone(wish.team)).id, nil, nil)
    }

    /// The team that is meant, among those whose telephone the asker answers for.
    fileprivate func ownTelephone(_ wanted: TeamCode?) async throws -> TeamCode {
        let own = try await ownTelephones()
        if let wanted {
            guard own.contains(wanted) else { throw OnCallFault.anotherTelephone(wanted) }
            return wanted
        }
        guard let first = own.first else { throw OnCallFault.noTelephone }
        guard own.count == 1 else { throw OnCallFault.whichTelephone(own) }
        return first
    }

    /// The teams whose telephone the asker carries today or supervises, by code.
    func ownTelephones() async throws -> [TeamCode] {
        let ids = try await transaction.query(
            """
            SELECT t.team_id FROM site.team AS t
            WHERE t.site_id = \(site.id.number) AND ((SELECT access.sees_all())
                OR t.team_id IN (SELECT r.id FROM unnest(access.reached() || access.on_call()) AS r (id)))
            """
        ).column(0, as: UUIDBytes.self)
        return ids.compactMap { code(of: TeamID($0)) }.sorted()
    }

    /// The telephones of the site's teams with who carries them on some days, by team.
    func telephones(from: CivilDate, through: CivilDate) async throws -> [Telephone] {
        let rows = try await transaction.query(
            "SELECT team_id, staff, from_day, through_day FROM access.telephones(\(from), \(through))")
        var spells: [TeamID: [Telephone.Spell]] = [:]
        for row in rows {
            let (team, staff, first, last) = try row.decode(
                UUIDBytes.self, String.self, CivilDate.self, CivilDate.self)
            guard let staff = StaffCode(staff) else { continue }
            spells[TeamID(team), default: []].append(Telephone.Spell(staff: staff, from: first, through: last))
        }
        return site.teams.map { Telephone(team: $0.code, spells: spells[$0.id] ?? []) }.sorted { $0.team < $1.team }
    }

    /// What is handed over on a morning.
    fileprivate func handover(
        of wanted: TeamCode?, on day: CivilDate, at now: Instant
    ) async throws -> HandoverSheet {
        let own = try await ownTelephones()
        guard let first = own.first else { throw OnCallFault.noTelephone }
        let code = wanted ?? first
        guard own.contains(code) else { throw OnCallFault.anotherTelephone(code) }
        let id = try team(code).id
        let clock = SiteClock(site.timeZone)
        let from = try await lastHandover(of: id, before: day, by: clock)
        let until = clock.instant(of: day, second: Noon.second)
        let telephone = try await telephones(from: clock.day(of: from), through: day).first { $0.team == code }
        return HandoverSheet(
            site: site.name, clock: clock, now: now, team: code, teams: own, day: day, from: from, until: until,
            telephone: telephone ?? Telephone(team: code, spells: []),
            calls: try await CallBook(self).written(from: from, before: until, of: id),
            readings: try await readings(of: id, on: day))
    }

    /// Since when a team's calls wait to be taken over: since somebody did it last before a day, or since noon of that day
    /// where it was done later; a week before when nobody did since.
    private func lastHandover(of team: TeamID, before day: CivilDate, by clock: SiteClock) async throws -> Instant {
        let earliest = day.adding(days: -7)
        let rows = try await transaction.query(
            """
            SELECT day, max(taken_at) FROM on_call.handover
            WHERE site_id = \(site.id.number) AND team_id = \(team.bound) AND day < \(day) AND day > \(earliest)
            GROUP BY day ORDER BY day DESC LIMIT 1
            """)
        guard let row = rows.first else { return clock.instant(of: earliest, second: Noon.second) }
        let (last, taken) = try row.decode(CivilDate.self, Instant.self)
        return min(clock.instant(of: last, second: Noon.second), taken)
    }

    private func readings(of team: TeamID, on day: CivilDate) async throws -> [HandoverSheet.Reading] {
        try await transaction.query(
            """
            SELECT taken_by::text, taken_at, calls FROM on_call.handover
            WHERE site_id = \(site.id.number) AND team_id = \(team.bound) AND day = \(day) ORDER BY taken_at, taken_by
            """
        ).compactMap { row in
            let (by, at, calls) = try row.decode(String.self, Instant.self, Int32.self)
            return StaffCode(by).map { HandoverSheet.Reading(by: $0, at: at, calls: Int(calls)) }
        }
    }
}
