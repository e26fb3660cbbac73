import CivilDate
import Intervention
import Postgres
import Sites

/// The statements that all tables of duties share: which date they are for, and how far each subject was read.
struct DutyDesk: Sendable {
    let job: JobName
    let site: SiteID
    let transaction: Transaction

    /// The way of deriving: another number makes everything be derived anew. It goes up when what the models' common
    /// authoring says, or what is kept of it, changes.
    static let form: Int16 = 1

    /// Which date the rows are for; nil before the first night.
    func newest() async throws -> CivilDate? {
        try await transaction.query(
            "SELECT local_date FROM duty.night WHERE site_id = \(site.number) AND job = \(job.text)"
        ).column(0, as: CivilDate.self).first
    }

    /// Says which date the rows are for. Rows that were derived in another way are all looked at again.
    func begin(_ day: CivilDate) async throws {
        try await transaction.pipeline([
            """
            UPDATE duty.subject SET head = 0
            WHERE site_id = \(site.number) AND job = \(job.text) AND EXISTS (
                SELECT FROM duty.night AS n
                WHERE n.site_id = \(site.number) AND n.job = \(job.text) AND n.form <> \(DutyDesk.form))
            """,
            """
            INSERT INTO duty.night AS n (site_id, job, local_date, form)
            VALUES (\(site.number), \(job.text), \(day), \(DutyDesk.form))
            ON CONFLICT (site_id, job) DO UPDATE SET local_date = excluded.local_date, form = excluded.form
            WHERE (n.local_date, n.form) IS DISTINCT FROM (excluded.local_date, excluded.form)
            """,
        ])
    }

    /// The next episodes whose rows can be others than they are: never looked at, grown since, due to change by
    /// themselves, out of play, or of a child who died, which stands in another stream.
    ///
    /// Streams and subjects are looked up by their keys (`OFFSET 0` keeps them apart): with tables that had just grown
    /// and were not analysed yet, the planner joined them row by row.
    /// - Parameters:
    ///   - closedSince: the first day of closing that still counts.
    ///   - knownAt: what grew later may have been in play then, whatever its rows say now.
    func candidates(
        on day: CivilDate, closedSince: CivilDate, knownAt: Instant, after last: UUIDBytes, atMost count: Int
    ) async throws -> [UUIDBytes] {
        try await transaction.query(
            """
            SELECT e.episode_id
            FROM record.episode AS e
            CROSS JOIN LATERAL (
                SELECT r.last_recorded_at > \(knownAt)
                    OR e.decision = 'accepted' AND (e.closed_on IS NULL OR e.closed_on >= \(closedSince)) AS holds
                FROM record.stream AS r
                WHERE r.site_id = \(site.number) AND r.stream = 'episode' AND r.stream_id = e.episode_id
                OFFSET 0
            ) AS in_play
            LEFT JOIN LATERAL (
                SELECT s.head, s.next_on FROM duty.subject AS s
                WHERE s.site_id = \(site.number) AND s.job = \(job.text) AND s.kind = 'episode'
                    AND s.subject_id = e.episode_id
                OFFSET 0
            ) AS s ON true
            WHERE e.site_id = \(site.number) AND e.episode_id > \(last)
                AND CASE WHEN s.head IS NULL THEN in_play.holds
                    ELSE NOT in_play.holds OR s.head <> e.last_seq OR s.next_on <= \(day) OR EXISTS (
                        SELECT FROM record.child AS c
                        WHERE c.site_id = e.site_id AND c.child_id = e.child_id AND c.died_on IS NOT NULL) END
            ORDER BY e.episode_id LIMIT \(count)
            """
        ).column(0, as: UUIDBytes.self)
    }

    /// How far subjects of a kind were read.
    /// - Parameter ids: only these; nil for all.
    func entries(
        of kind: DutySubject.Kind, _ ids: [UUIDBytes]? = nil
    ) async throws -> [DutySubject: DutyEntry] {
        let rows = try await transaction.query(
            """
            SELECT subject_id, head, ref, team, therapist, next_on, reach FROM duty.subject
            WHERE site_id = \(site.number) AND job = \(job.text) AND kind = \(kind.rawValue)
                AND (\(nullable: ids)::uuid[] IS NULL OR subject_id = ANY(\(nullable: ids)))
            """)
        var entries: [DutySubject: DutyEntry] = [:]
        for row in rows {
            let holder = DutyHolder(
                ref: try row.decode(2), team: try row.decode(3, as: String?.self).flatMap { TeamCode($0) },
                therapist: try row.decode(4, as: String?.self).flatMap { StaffCode($0) })
            entries[DutySubject(kind, try row.decode(0))] = DutyEntry(
                head: StreamSeq(try row.decode(1)), holder: holder, nextOn: try row.decode(5),
                reach: Int(try row.decode(6, as: Int16.self)))
        }
        return entries
    }

    /// Keeps how far subjects were read.
    func keep(_ entries: [(subject: DutySubject, entry: DutyEntry)]) async throws {
        guard !entries.isEmpty else { return }
        try await transaction.execute(
            """
            INSERT INTO duty.subject AS s
                (site_id, job, kind, subject_id, ref, team, therapist, head, next_on, reach)
            SELECT \(site.number), \(job.text), n.*
            FROM unnest(
                \(entries.map(\.subject.kind.rawValue)), \(entries.map(\.subject.id)),
                \(entries.map(\.entry.holder.ref)), \(entries.map(\.entry.holder.team?.text)),
                \(entries.map(\.entry.holder.therapist?.text)), \(entries.map(\.entry.head.number)),
                \(entries.map(\.entry.nextOn)), \(entries.map(\.entry.reach))
            ) AS n
            ON CONFLICT (site_id, job, kind, subject_id) DO UPDATE
            SET ref = excluded.ref, team = excluded.team, therapist = excluded.therapist, head = excluded.head,
                next_on = excluded.next_on, reach = excluded.reach
            """)
    }

    /// Forgets subjects that are out of play.
    func drop(_ subjects: [DutySubject]) async throws {
        guard !subjects.isEmpty else { return }
        try await transaction.execute(
            """
            DELETE FROM duty.subject AS s
            USING unnest(\(subjects.map(\.kind.rawValue)), \(subjects.map(\.id))) AS d (kind, id)
            WHERE s.site_id = \(site.number) AND s.job = \(job.text) AND s.kind = d.kind AND s.subject_id = d.id
            """)
    }
}
