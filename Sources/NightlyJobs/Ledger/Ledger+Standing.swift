import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

extension Ledger {
    /// Plans an occurrence again, with a time of knowledge of its own, and whatever waits for it.
    /// - Throws: ``JobFault``.
    func replan(_ job: JobName, on date: CivilDate, at now: Instant) async throws {
        let key = OccurrenceKey(site: site.code, job: job, date: date)
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            try await lock(key, in: transaction)
            try await transaction.execute(
                """
                INSERT INTO job.occurrence (site_id, job, local_date, state, planned_at, by_hand)
                VALUES (\(site.id.number), \(job.text), \(date), 'planned', \(now), true)
                ON CONFLICT (site_id, job, local_date) DO UPDATE
                SET state = 'planned', tries = 0, known_at = NULL, ended_at = NULL, retry_at = NULL, reason = NULL
                """)
        }
    }

    /// Leaves an occurrence out, as a person decided.
    /// - Throws: ``JobFault`` when it is done, or somebody is at it.
    func skip(_ job: JobName, on date: CivilDate, because reason: String, at now: Instant) async throws {
        let key = OccurrenceKey(site: site.code, job: job, date: date)
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            if try await lock(key, in: transaction) == .done {
                throw JobFault.standing(key, .done, wanted: "what was done is not left out")
            }
            try await transaction.execute(
                """
                INSERT INTO job.occurrence (site_id, job, local_date, state, planned_at, ended_at, reason, by_hand)
                VALUES (\(site.id.number), \(job.text), \(date), 'skipped', \(now), \(now), \(reason), true)
                ON CONFLICT (site_id, job, local_date) DO UPDATE
                SET state = 'skipped', ended_at = excluded.ended_at, retry_at = NULL, reason = excluded.reason
                """)
        }
    }

    /// Plans again what waited for jobs of a date that have all ended well by now.
    func unblock(_ followers: [(job: JobName, after: [JobName])], on date: CivilDate) async throws {
        guard !followers.isEmpty else { return }
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            for follower in followers {
                try await transaction.execute(
                    """
                    UPDATE job.occurrence AS o SET state = 'planned', reason = NULL
                    WHERE o.site_id = \(site.id.number) AND o.job = \(follower.job.text) AND o.local_date = \(date)
                        AND o.state = 'blocked'
                        AND NOT EXISTS (
                            SELECT FROM job.occurrence AS p
                            WHERE p.site_id = o.site_id AND p.local_date = o.local_date
                                AND p.job = ANY(\(follower.after.map(\.text))) AND p.state NOT IN ('done', 'skipped'))
                    """)
            }
        }
    }

    /// Holds the row of an occurrence until the transaction ends.
    /// - Returns: where it stands; nil when it is not in the ledger.
    /// - Throws: ``JobFault/held(_:)`` when somebody is at it.
    @discardableResult
    private func lock(_ key: OccurrenceKey, in transaction: Transaction) async throws -> OccurrenceState? {
        let rows = try await transaction.query(
            """
            SELECT o.state,
                EXISTS (
                    SELECT FROM job.lease AS l
                    WHERE l.site_id = o.site_id AND l.job = o.job AND l.local_date = o.local_date
                        AND l.until > clock_timestamp())
            FROM job.occurrence AS o
            WHERE o.site_id = \(site.id.number) AND o.job = \(key.job.text) AND o.local_date = \(key.date)
            FOR UPDATE
            """)
        guard let row = rows.first else { return nil }
        let (state, isHeld) = try row.decode(String.self, Bool.self)
        if state == OccurrenceState.running.rawValue, isHeld { throw JobFault.held(key) }
        return OccurrenceState(rawValue: state)
    }
}

extension Ledger {
    /// How many occurrences failed or wait for one that did.
    func faults() async throws -> Int {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT count(*) FROM job.occurrence
                WHERE site_id = \(site.id.number) AND state IN ('failed', 'blocked')
                """
            ).column(0, as: Int.self).first ?? 0
        }
    }

    /// Makes sure of a row for an occurrence that is only rehearsed; it goes with the transaction.
    func lay(_ key: OccurrenceKey, at now: Instant, in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO job.occurrence (site_id, job, local_date, state, planned_at)
            VALUES (\(site.id.number), \(key.job.text), \(key.date), 'planned', \(now))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Takes back the messages of a run that have not left yet.
    /// - Returns: how many were taken back, and how many had left.
    func withdraw(
        _ job: JobName, on date: CivilDate, because reason: String, at now: Instant
    ) async throws -> (withdrawn: Int, sent: Int) {
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            let withdrawn = try await transaction.execute(
                """
                UPDATE job.outbox SET state = 'withdrawn', state_at = \(now), reason = \(reason)
                WHERE site_id = \(site.id.number) AND job = \(job.text) AND local_date = \(date) AND state = 'waiting'
                """
            ).rows
            let sent =
                try await transaction.query(
                    """
                    SELECT count(*) FROM job.outbox
                    WHERE site_id = \(site.id.number) AND job = \(job.text) AND local_date = \(date) AND state = 'sent'
                    """
                ).column(0, as: Int.self).first ?? 0
            return (withdrawn, sent)
        }
    }
}
