import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// The drafts of one summary: read and written in the transaction of a use case. What was typed is sealed under the child's
/// key; nothing of it stands in the database in clear.
struct DraftBook {
    /// The most bytes of a draft: those of the longest form.
    static let longest = 1_000_000
    /// The most drafts that an account has of one week: so many windows at once. The oldest gives way to one more.
    static let most = 20

    private let session: SiteSession
    private let account: AccountID
    private let episode: EpisodeID
    private let child: PersonID
    private let week: TreatmentWeek
    private var site: Int32 { session.site.id.number }
    private var transaction: Transaction { session.transaction }
    private var number: Int32 { Int32(clamping: week.number) }

    init(
        _ session: SiteSession, of account: AccountID, week: TreatmentWeek, in episode: EpisodeID, of child: PersonID
    ) {
        self.session = session
        self.account = account
        self.week = week
        self.episode = episode
        self.child = child
    }

    /// All drafts of the summary.
    func drafts() async throws -> SummaryDrafts {
        let rows = try await transaction.query(
            """
            SELECT draft_id, account_id, written_by::text, version, saved_at, key_id::text, sealed FROM summary.draft
            WHERE site_id = \(site) AND episode_id = \(episode.bound) AND week = \(number)
            ORDER BY saved_at DESC, version DESC
            """)
        var (own, others, known) = ([SummaryDraft](), [SummaryDraft](), Set<UUIDBytes>())
        for row in rows {
            let (id, writer, by, version, at, key, bytes) = try row.decode(
                UUIDBytes.self, UUIDBytes.self, String.self, Int32.self, Instant.self, String.self, [UInt8].self)
            guard let by = StaffCode(by), let key = KeyID(key) else { continue }
            let isOwn = writer == account.bound
            guard isOwn || known.insert(writer).inserted else { continue }
            let text = try session.store.vault.open(
                Sealed(key: key, bytes: bytes), of: child, site: session.site.id, purpose: .draft,
                row: DraftID(id).bytes)
            guard let fields = TypedFields(written: text) else { continue }
            let draft = SummaryDraft(by: by, version: Int(version), savedAt: at, fields: fields)
            if isOwn { own.append(draft) } else { others.append(draft) }
        }
        return SummaryDrafts(own: own.sorted { $0.version > $1.version }, others: others)
    }

    /// Saves what was typed: goes on with the draft whose version the page saw, or begins another when that one went on
    /// elsewhere meanwhile, so that no window takes anything away from another.
    /// - Returns: the version that the page has seen now.
    func save(_ fields: TypedFields, after seen: Int?, at now: Instant) async throws -> Int {
        // One window of an account after the other.
        _ = try await transaction.query(
            "SELECT pg_advisory_xact_lock(\(Int64(bitPattern: account.low ^ episode.low ^ UInt64(week.number))))")
        let kept = try await transaction.query(
            """
            SELECT draft_id, version FROM summary.draft
            WHERE site_id = \(site) AND episode_id = \(episode.bound) AND week = \(number)
                AND account_id = \(account.bound)
            ORDER BY version
            """
        ).map { try $0.decode(UUIDBytes.self, Int32.self) }
        let next = (kept.last?.1 ?? 0) + 1
        if let seen, let (id, _) = kept.first(where: { Int($0.1) == seen }) {
            try await replace(DraftID(id), with: fields, as: next, at: now)
        } else {
            if kept.count >= DraftBook.most, let oldest = kept.first { try await drop(version: oldest.1) }
            try await begin(fields, as: next, at: now)
        }
        return Int(next)
    }

    private func seal(_ fields: TypedFields, as id: DraftID) throws -> Sealed {
        try session.store.vault.seal(
            fields.written.utf8, of: child, site: session.site.id, purpose: .draft, row: id.bytes)
    }

    private func replace(_ id: DraftID, with fields: TypedFields, as version: Int32, at now: Instant) async throws {
        let sealed = try seal(fields, as: id)
        try await transaction.execute(
            """
            UPDATE summary.draft SET version = \(version), key_id = \(sealed.key.text), sealed = \(sealed.bytes),
                saved_at = \(now)
            WHERE site_id = \(site) AND draft_id = \(id.bound)
            """)
    }

    private func begin(_ fields: TypedFields, as version: Int32, at now: Instant) async throws {
        let id = DraftID.random()
        let sealed = try seal(fields, as: id)
        try await transaction.execute(
            """
            INSERT INTO summary.draft (
                site_id, draft_id, episode_id, week, account_id, version, written_by, key_id, sealed, saved_at)
            VALUES (
                \(site), \(id.bound), \(episode.bound), \(number), \(account.bound), \(version),
                \(session.actor.recordedBy.text), \(sealed.key.text), \(sealed.bytes), \(now))
            """)
    }

    /// Takes one of the asker's own drafts away.
    func drop(version: Int32) async throws {
        try await transaction.execute(
            """
            DELETE FROM summary.draft
            WHERE site_id = \(site) AND episode_id = \(episode.bound) AND week = \(number)
                AND account_id = \(account.bound) AND version = \(version)
            """)
    }
}

/// What a draft's id stands for; it only marks a type.
enum DraftSubject: Sendable {}

/// The id of a draft, which binds its sealed bytes to its row.
typealias DraftID = RecordID<DraftSubject>
