import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// An occurrence that a worker holds.
struct Claim: Hashable, Sendable {
    let key: OccurrenceKey
    /// Whoever claims it after us has a higher number.
    let fence: Int64
    /// What became known later is not looked at.
    let knownAt: Instant
    let worker: UUIDBytes
}

extension Ledger {
    /// Takes an occurrence that stands as it was seen, for so many seconds by the database's clock.
    /// - Parameter knownAt: the time of knowledge, unless an earlier try already had one.
    /// - Returns: nil when somebody else was quicker.
    func claim(
        _ seen: Occurrence, knownAt: Instant, worker: UUIDBytes, leaseSeconds: Int, at now: Instant
    ) async throws -> Claim? {
        let key = seen.key
        return try await practice.inScope(of: site, for: .runJobs) { transaction in
            let rows = try await transaction.query(
                """
                UPDATE job.occurrence AS o SET state = 'running', fence = o.fence + 1, tries = o.tries + 1,
                    known_at = coalesce(o.known_at, \(knownAt)), started_at = \(now), ended_at = NULL, retry_at = NULL,
                    reason = NULL, rows_read = 0, rows_changed = 0, changes = '{}'
                WHERE o.site_id = \(site.id.number) AND o.job = \(key.job.text) AND o.local_date = \(key.date)
                    AND o.fence = \(seen.fence) AND o.state = \(seen.state.rawValue)
                    AND NOT EXISTS (
                        SELECT FROM job.lease AS l
                        WHERE l.site_id = o.site_id AND l.job = o.job AND l.local_date = o.local_date
                            AND l.until > clock_timestamp())
                RETURNING o.fence, o.known_at
                """)
            guard let row = rows.first else { return nil }
            let (fence, known) = try row.decode(Int64.self, Instant.self)
            let claim = Claim(key: key, fence: fence, knownAt: known, worker: worker)
            try await transaction.pipeline([
                """
                UPDATE job.attempt SET ended_at = \(now), outcome = 'lost', reason = 'its worker was not heard of any more'
                WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                    AND outcome IS NULL
                """,
                """
                INSERT INTO job.lease (site_id, job, local_date, fence, worker, until)
                VALUES (\(site.id.number), \(key.job.text), \(key.date), \(fence), \(worker),
                    clock_timestamp() + make_interval(secs => \(Double(leaseSeconds))))
                ON CONFLICT (site_id, job, local_date) DO UPDATE
                SET fence = excluded.fence, worker = excluded.worker, until = excluded.until
                """,
                """
                INSERT INTO job.attempt (site_id, job, local_date, fence, worker, known_at, started_at)
                VALUES (\(site.id.number), \(key.job.text), \(key.date), \(fence), \(worker), \(known), \(now))
                """,
            ])
            return claim
        }
    }

    /// Says that the worker lives, for so many seconds more.
    /// - Returns: false when somebody else holds it by now.
    func beat(_ claim: Claim, leaseSeconds: Int) async throws -> Bool {
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            try await transaction.execute(
                """
                UPDATE job.lease SET until = clock_timestamp() + make_interval(secs => \(Double(leaseSeconds)))
                WHERE site_id = \(site.id.number) AND job = \(claim.key.job.text) AND local_date = \(claim.key.date)
                    AND fence = \(claim.fence)
                """
            ).rows == 1
        }
    }

    /// Ends an occurrence in the very transaction of its work: a worker whose claim was taken over commits nothing.
    /// - Throws: ``JobFault/lost(_:)``.
    func finish(_ claim: Claim, _ tally: Tally, at now: Instant, in transaction: Transaction) async throws {
        let key = claim.key
        let state: OccurrenceState = tally.leftOut == nil ? .done : .skipped
        let ended = try await transaction.execute(
            """
            UPDATE job.occurrence SET state = \(state.rawValue), reason = \(nullable: tally.leftOut), ended_at = \(now),
                rows_read = \(Int64(tally.read)),
                rows_changed = \(Int64(tally.changed)), changes = \(try JobChanges.write(tally.changes))::jsonb
            WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                AND state = 'running' AND fence = \(claim.fence)
            """)
        guard ended.rows == 1 else { throw JobFault.lost(key) }
        try await transaction.pipeline([
            """
            UPDATE job.attempt SET ended_at = \(now), outcome = 'done', rows_read = \(Int64(tally.read)),
                rows_changed = \(Int64(tally.changed))
            WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                AND fence = \(claim.fence)
            """,
            """
            DELETE FROM job.lease
            WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                AND fence = \(claim.fence)
            """,
        ])
    }

    /// Notes that a try went wrong, unless somebody else holds it by now, and blocks what waits for it.
    /// - Parameters:
    ///   - retryAt: from when it is tried again; nil when a person has to see to it.
    ///   - followers: the jobs of the same date that wait for it.
    /// - Returns: false when somebody else holds it by now.
    func fail(
        _ claim: Claim, because reason: String, retryAt: Instant?, blocking followers: [JobName], at now: Instant
    ) async throws -> Bool {
        let key = claim.key
        return try await practice.inScope(of: site, for: .runJobs) { transaction in
            let ended = try await transaction.execute(
                """
                UPDATE job.occurrence SET state = 'failed', ended_at = \(now), retry_at = \(nullable: retryAt), reason = \(reason)
                WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                    AND state = 'running' AND fence = \(claim.fence)
                """)
            guard ended.rows == 1 else { return false }
            let waiting = "waits for \(key.job), which failed"
            try await transaction.pipeline([
                """
                UPDATE job.attempt SET ended_at = \(now), outcome = 'failed', reason = \(reason)
                WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                    AND fence = \(claim.fence)
                """,
                """
                DELETE FROM job.lease
                WHERE site_id = \(site.id.number) AND job = \(key.job.text) AND local_date = \(key.date)
                    AND fence = \(claim.fence)
                """,
                """
                UPDATE job.occurrence SET state = 'blocked', reason = \(waiting)
                WHERE site_id = \(site.id.number) AND job = ANY(\(followers.map(\.text))) AND local_date = \(key.date)
                    AND state = 'planned'
                """,
            ])
            return true
        }
    }
}
