import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

extension Ledger {
    /// The tries of an occurrence, the first one first.
    func attempts(_ job: JobName, on date: CivilDate) async throws -> [OccurrenceSheet.Attempt] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT fence, known_at, started_at, ended_at, outcome, rows_changed, reason FROM job.attempt
                WHERE site_id = \(site.id.number) AND job = \(job.text) AND local_date = \(date)
                ORDER BY fence
                """
            ).map { row in
                OccurrenceSheet.Attempt(
                    fence: try row.decode(0), knownAt: try row.decode(1), startedAt: try row.decode(2),
                    endedAt: try row.decode(3), outcome: try row.decode(4),
                    changed: Int(try row.decode(5, as: Int64.self)),
                    reason: try row.decode(6))
            }
        }
    }

    /// The messages of an occurrence, by recipient.
    func messages(_ job: JobName, on date: CivilDate) async throws -> [OccurrenceSheet.Sent] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT recipient, kind, state, state_at, reason FROM job.outbox
                WHERE site_id = \(site.id.number) AND job = \(job.text) AND local_date = \(date)
                ORDER BY recipient, kind
                """
            ).map { row in
                let (staff, kindText, state) = try row.decode(String.self, String.self, String.self)
                guard let recipient = StaffCode(staff), let kind = MessageKind(kindText) else {
                    throw JobFault.unreadable(site.code)
                }
                return OccurrenceSheet.Sent(
                    recipient: recipient, kind: kind, state: state, since: try row.decode(3),
                    reason: try row.decode(4))
            }
        }
    }

    /// What an occurrence deleted, all its tries together.
    func removals(_ job: JobName, on date: CivilDate) async throws -> [OccurrenceSheet.Removal] {
        try await practice.inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT what, max(before_day), sum(removed)::bigint FROM job.removal
                WHERE site_id = \(site.id.number) AND job = \(job.text) AND local_date = \(date)
                GROUP BY what ORDER BY what
                """
            ).map { row in
                OccurrenceSheet.Removal(
                    what: try row.decode(0), before: try row.decode(1), removed: Int(try row.decode(2, as: Int64.self)))
            }
        }
    }
}
