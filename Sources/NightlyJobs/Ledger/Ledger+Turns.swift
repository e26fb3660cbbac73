import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

extension Ledger {
    /// The next instants at which something of the site may be done that may not be done yet: a failed occurrence is
    /// tried again, a message that waits may leave.
    func turns(after now: Instant) async throws -> [Instant] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT min(t.turn) FROM (
                    SELECT retry_at FROM job.occurrence
                    WHERE site_id = \(site.id.number) AND state = 'failed' AND retry_at > \(now)
                    UNION ALL
                    SELECT send_from FROM job.outbox
                    WHERE site_id = \(site.id.number) AND state = 'waiting' AND send_from > \(now)
                ) AS t (turn)
                """
            ).column(0, as: Instant?.self).compactMap { $0 }
        }
    }

    /// What a monitor wants to know of each job that is in the ledger.
    /// - Parameter first: the first date that can be late; nil for all.
    func figures(from first: CivilDate?) async throws -> [JobName: JobFigures] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            let results = try await transaction.pipeline([standing(from: first), waiting])
            var figures: [JobName: JobFigures] = [:]
            for row in results[0] {
                guard let job = JobName(try row.decode(0, as: String.self)) else { continue }
                figures[job] = JobFigures(
                    lastSuccess: try row.decode(1), changed: Int(try row.decode(2, as: Int64.self)),
                    failed: Int(try row.decode(3, as: Int64.self)), oldestUnfinished: try row.decode(4),
                    newest: try row.decode(5))
            }
            for row in results[1] {
                guard let job = JobName(try row.decode(0, as: String.self)) else { continue }
                figures[job]?.waiting = Int(try row.decode(1, as: Int64.self))
            }
            return figures
        }
    }

    private func standing(from first: CivilDate?) -> Statement {
        """
        SELECT o.job, max(o.ended_at) FILTER (WHERE o.state = 'done'),
            coalesce((array_agg(o.rows_changed ORDER BY o.ended_at DESC) FILTER (WHERE o.state = 'done'))[1], 0),
            count(*) FILTER (WHERE o.state IN ('failed', 'blocked')),
            min(o.local_date) FILTER (
                WHERE o.state IN ('planned', 'running', 'failed', 'blocked')
                    AND (\(nullable: first)::date IS NULL OR o.local_date >= \(nullable: first))),
            max(o.local_date) FILTER (WHERE NOT o.by_hand)
        FROM job.occurrence AS o
        WHERE o.site_id = \(site.id.number)
        GROUP BY o.job
        """
    }

    private var waiting: Statement {
        """
        SELECT job, count(*) FROM job.outbox WHERE site_id = \(site.id.number) AND state = 'waiting' GROUP BY job
        """
    }
}
