import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What is said to the summaries of an episode: read and written in the transaction of a use case.
struct TalkBook {
    private let session: SiteSession
    private let episode: EpisodeID
    private var site: Int32 { session.site.id.number }
    private var transaction: Transaction { session.transaction }

    init(_ session: SiteSession, of episode: EpisodeID) {
        self.session = session
        self.episode = episode
    }

    /// Waits for whoever writes in the weeks of the episode or marks one as discussed, so that neither passes by the other.
    func locked() async throws -> TalkBook {
        _ = try await transaction.query(
            "SELECT pg_advisory_xact_lock(\(TalkBook.lockSpace), hashtext(\(episode.description)))")
        return self
    }

    /// Tells these locks from others of an episode.
    private static let lockSpace: Int32 = 44

    /// What was said to the summary of a week.
    func talk(of week: TreatmentWeek) async throws -> SummaryTalk {
        let rows = try await transaction.query(
            """
            SELECT part, narrative_id, commitment, written_by::text, written_at FROM summary.comment
            WHERE site_id = \(site) AND episode_id = \(episode.bound) AND week = \(Int32(clamping: week.number))
            ORDER BY written_at, comment_id
            """
        ).map { try $0.decode(String.self, UUIDBytes.self, Digest256.self, String.self, Instant.self) }
        let sealed = rows.map { SealedNarrative(id: NarrativeID($0.1), commitment: $0.2) }
        let texts = try await session.texts(of: sealed)
        let comments = rows.compactMap { part, narrative, _, by, at -> SummaryTalk.Comment? in
            guard let part = SummaryPart(rawValue: part), let by = StaffCode(by) else { return nil }
            return SummaryTalk.Comment(part: part, by: by, at: at, words: texts[NarrativeID(narrative)])
        }
        return SummaryTalk(comments: comments, discussion: try await discussion(of: week))
    }

    /// That the summary of a week was discussed; nil when nobody marked it so.
    func discussion(of week: TreatmentWeek) async throws -> SummaryTalk.Discussion? {
        let row = try await transaction.query(
            """
            SELECT discussed_on, setting, marked_by::text FROM summary.discussion
            WHERE site_id = \(site) AND episode_id = \(episode.bound) AND week = \(Int32(clamping: week.number))
            """
        ).first
        guard let (on, setting, by) = try row?.decode(CivilDate.self, String.self, String.self),
            let setting = DiscussionSetting(rawValue: setting), let by = StaffCode(by)
        else { return nil }
        return SummaryTalk.Discussion(on: on, setting: setting, by: by)
    }

    /// Writes a comment whose words are sealed.
    /// - Returns: its id.
    func write(_ wish: CommentWish, _ words: SealedNarrative, at now: Instant) async throws -> UUIDBytes {
        let id = RecordID<CommentSubject>.random()
        try await transaction.execute(
            """
            INSERT INTO summary.comment (
                site_id, comment_id, episode_id, week, part, narrative_id, commitment, written_by, written_at)
            VALUES (
                \(site), \(id.bound), \(episode.bound), \(Int32(clamping: wish.week.number)), \(wish.part.rawValue),
                \(words.id.bound), \(words.commitment), \(session.actor.recordedBy.text), \(now))
            """)
        return id.bound
    }

    /// Marks the summary of a week as discussed; done twice it stands as the first time.
    func mark(
        _ week: TreatmentWeek, in setting: DiscussionSetting, on day: CivilDate, at now: Instant
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO summary.discussion (site_id, episode_id, week, discussed_on, setting, marked_by, marked_at)
            VALUES (
                \(site), \(episode.bound), \(Int32(clamping: week.number)), \(day), \(setting.rawValue),
                \(session.actor.recordedBy.text), \(now))
            ON CONFLICT ON CONSTRAINT discussion_pkey DO NOTHING
            """)
    }
}

/// What a comment's id stands for; it only marks a type.
private enum CommentSubject: Sendable {}
