import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// The ledger of one site: what was planned, who holds it, what came of it. Each function is a transaction of its own,
/// but for those that are lent one.
struct Ledger: Sendable {
    let practice: Practice
    let site: NightSite

    /// The newest date of each job that the calendar has come to; one that a person asked for leaves no gap before it.
    func newestDates() async throws -> [JobName: CivilDate] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            let rows = try await transaction.query(
                """
                SELECT job, max(local_date) FROM job.occurrence
                WHERE site_id = \(site.id.number) AND NOT by_hand GROUP BY job
                """)
            var newest: [JobName: CivilDate] = [:]
            for row in rows {
                let (job, date) = try row.decode(String.self, CivilDate.self)
                if let name = JobName(job) { newest[name] = date }
            }
            return newest
        }
    }

    /// Writes dates of a job down before anything of them is done. Those that are in the ledger already stay as they are.
    /// - Returns: how many are new.
    func plan(_ dates: [PlannedDate], of job: JobName, at now: Instant) async throws -> Int {
        guard !dates.isEmpty else { return 0 }
        return try await practice.inScope(of: site, for: .runJobs) { transaction in
            try await transaction.execute(
                """
                INSERT INTO job.occurrence AS o (site_id, job, local_date, state, planned_at, ended_at, reason)
                SELECT \(site.id.number), \(job.text), d.date,
                    CASE WHEN d.reason IS NULL THEN 'planned' ELSE 'skipped' END, \(now),
                    CASE WHEN d.reason IS NULL THEN NULL::timestamptz ELSE \(now) END, d.reason
                FROM unnest(\(dates.map(\.date)), \(dates.map(\.reason))) AS d (date, reason)
                ON CONFLICT (site_id, job, local_date) DO UPDATE SET by_hand = false WHERE o.by_hand
                """
            ).rows
        }
    }

    /// The first of the occurrences that may still be done without anybody asking, by date.
    func unfinished() async throws -> [Occurrence] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT o.job, o.local_date, o.state, o.fence, o.tries, o.known_at, o.started_at, o.ended_at, o.retry_at,
                    o.rows_read, o.changes::text, o.reason,
                    o.state = 'running' AND coalesce(l.until > clock_timestamp(), false)
                FROM job.occurrence AS o
                LEFT JOIN job.lease AS l USING (site_id, job, local_date)
                WHERE o.site_id = \(site.id.number) AND o.state IN ('planned', 'running', 'failed')
                    AND (o.state <> 'failed' OR o.retry_at IS NOT NULL)
                ORDER BY o.local_date, o.job
                LIMIT 256
                """
            ).map { try Ledger.occurrence($0, of: site.code) }
        }
    }

    /// The occurrences of some dates, by date.
    /// - Parameters:
    ///   - job: only this job's; nil for all.
    ///   - from: the first date; nil for all there are.
    ///   - through: the last date; nil for all there are.
    func occurrences(
        of job: JobName? = nil, from: CivilDate? = nil, through: CivilDate? = nil
    ) async throws -> [Occurrence] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT o.job, o.local_date, o.state, o.fence, o.tries, o.known_at, o.started_at, o.ended_at, o.retry_at,
                    o.rows_read, o.changes::text, o.reason,
                    o.state = 'running' AND coalesce(l.until > clock_timestamp(), false)
                FROM job.occurrence AS o
                LEFT JOIN job.lease AS l USING (site_id, job, local_date)
                WHERE o.site_id = \(site.id.number) AND (\(nullable: job?.text)::text IS NULL OR o.job = \(nullable: job?.text))
                    AND (\(nullable: from)::date IS NULL OR o.local_date >= \(nullable: from))
                    AND (\(nullable: through)::date IS NULL OR o.local_date <= \(nullable: through))
                ORDER BY o.local_date, o.job
                """
            ).map { try Ledger.occurrence($0, of: site.code) }
        }
    }

    /// One occurrence; nil when it is not in the ledger.
    func occurrence(_ job: JobName, on date: CivilDate) async throws -> Occurrence? {
        try await occurrences(of: job, from: date, through: date).first
    }

    private static func occurrence(_ row: Row, of site: SiteCode) throws -> Occurrence {
        guard let job = JobName(try row.decode(0, as: String.self)),
            let state = OccurrenceState(rawValue: try row.decode(2, as: String.self))
        else { throw JobFault.unreadable(site) }
        let changes = try JobChanges.read(try row.decode(10, as: String.self))
        return Occurrence(
            key: OccurrenceKey(site: site, job: job, date: try row.decode(1)), state: state, fence: try row.decode(3),
            tries: Int(try row.decode(4, as: Int32.self)), knownAt: try row.decode(5), startedAt: try row.decode(6),
            endedAt: try row.decode(7), retryAt: try row.decode(8),
            tally: Tally(read: Int(try row.decode(9, as: Int64.self)), changes: changes), reason: try row.decode(11),
            isHeld: try row.decode(12))
    }
}
