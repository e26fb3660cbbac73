import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// The calls of a site: read and written in the transaction of a use case.
struct CallBook {
    /// A call with its words still sealed.
    struct Entry {
        let call: CallLine
        let words: SealedNarrative?
    }

    private let session: SiteSession
    private var site: Int32 { session.site.id.number }
    private var transaction: Transaction { session.transaction }

    init(_ session: SiteSession) { self.session = session }

    /// Whether a call of that id is there; if not, nobody else writes one before this transaction ends.
    func has(_ id: CallID) async throws -> Bool {
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(\(Int64(bitPattern: id.low)))")
        return try await transaction.query(
            "SELECT true FROM on_call.call WHERE site_id = \(site) AND call_id = \(id.bound)"
        ).column(0, as: Bool.self).first ?? false
    }

    /// Writes a call down.
    func write(
        _ wish: CallWish, of team: TeamID, about episode: EpisodeID?, _ words: SealedNarrative?, at now: Instant
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO on_call.call (
                site_id, call_id, team_id, episode_id, caller, done, came_at, narrative_id, commitment, taken_by,
                recorded_at)
            VALUES (
                \(site), \(wish.id.bound), \(team.bound), \(nullable: episode?.bound), \(wish.caller.rawValue),
                \(wish.done.rawValue), \(wish.cameAt), \(nullable: words?.id.bound), \(nullable: words?.commitment),
                \(session.actor.recordedBy.text), \(now))
            """)
    }

    /// The calls that came since an instant, the earliest first.
    func came(since from: Instant, by now: Instant) async throws -> [CallLine] {
        try await calls(came: from, written: from, through: now, of: [])
    }

    /// The calls to a team's telephone that were written down within some time, the earliest first: one that was written
    /// down late is handed over late, and none is left out.
    func written(from: Instant, before until: Instant, of team: TeamID) async throws -> [CallLine] {
        try await calls(
            came: Instant(microseconds: 0), written: from, through: until.adding(microseconds: -1), of: [team.bound])
    }

    private func calls(
        came: Instant, written: Instant, through end: Instant, of teams: [UUIDBytes]
    ) async throws -> [CallLine] {
        let rows = try await transaction.query(
            """
            SELECT c.call_id, c.team_id, c.episode_id, e.ref::text, c.caller, c.done, c.came_at, c.narrative_id,
                c.commitment, c.taken_by::text
            FROM on_call.call AS c
            LEFT JOIN record.episode AS e ON e.site_id = c.site_id AND e.episode_id = c.episode_id
            WHERE c.site_id = \(site) AND c.came_at >= \(came) AND c.recorded_at BETWEEN \(written) AND \(end)
                AND (cardinality(\(teams)) = 0 OR c.team_id = ANY(\(teams)))
            ORDER BY c.came_at, c.call_id
            """)
        return try await opened(try rows.compactMap { try entry($0) })
    }

    /// When somebody rang about each of some families last.
    func lastCalls(about episodes: [EpisodeID]) async throws -> [EpisodeID: Instant] {
        let rows = try await transaction.query(
            """
            SELECT episode_id, max(came_at) FROM on_call.call
            WHERE site_id = \(site) AND episode_id = ANY(\(episodes.map(\.bound))) GROUP BY episode_id
            """)
        var last: [EpisodeID: Instant] = [:]
        for row in rows {
            let (id, at) = try row.decode(UUIDBytes.self, Instant.self)
            last[EpisodeID(id)] = at
        }
        return last
    }

    private func entry(_ row: Row) throws -> Entry? {
        let (id, team, episode, ref) = try row.decode(
            UUIDBytes.self, UUIDBytes.self, UUIDBytes?.self, String?.self)
        guard let caller = Caller(rawValue: try row.decode(4, as: String.self)),
            let done = CallResult(rawValue: try row.decode(5, as: String.self)),
            let taker = StaffCode(try row.decode(9, as: String.self))
        else { return nil }
        let narrative = try row.decode(7, as: UUIDBytes?.self).map { NarrativeID($0) }
        let commitment = try row.decode(8, as: Digest256?.self)
        let sealed = narrative.flatMap { id in commitment.map { SealedNarrative(id: id, commitment: $0) } }
        return Entry(
            call: CallLine(
                id: CallID(id), team: session.code(of: TeamID(team)), episode: episode.map { EpisodeID($0) },
                ref: ref.flatMap { EpisodeRef($0) }, caller: caller, done: done,
                cameAt: try row.decode(6, as: Instant.self), words: nil, takenBy: taker),
            words: sealed)
    }

    private func opened(_ entries: [Entry]) async throws -> [CallLine] {
        let texts = try await session.texts(of: entries.compactMap(\.words))
        return entries.map { entry in
            guard let id = entry.words?.id, let text = texts[id] else { return entry.call }
            return entry.call.saying(text)
        }
    }
}

extension CallLine {
    fileprivate func saying(_ text: String) -> CallLine {
        CallLine(
            id: id, team: team, episode: episode, ref: ref, caller: caller, done: done, cameAt: cameAt, words: text,
            takenBy: takenBy)
    }
}

extension SiteSession {
    /// Sealed texts, opened for whoever sees words, in one statement; those that were erased are left out.
    func texts(of narratives: [SealedNarrative]) async throws -> [NarrativeID: String] {
        guard aspects.contains(.narrative), !narratives.isEmpty else { return [:] }
        return try await store.vault.read(narratives, site: site.id, in: transaction)
    }
}
