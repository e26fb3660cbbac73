import CivilDate
import Intervention
import Postgres
import Sites

extension NightSession {
    /// Puts messages into the outbox, in the transaction of the run. One that this run made before and that still waits
    /// is replaced; one that was sent stays as it was sent, and is not sent again; one that this run no longer makes and
    /// that still waits is taken back.
    /// - Returns: how many are new or changed.
    package func post(_ messages: [Message]) async throws -> Int {
        let sendFrom = now.adding(microseconds: Int64(holdMinutes) * 60 * 1_000_000)
        let recipients = messages.map(\.recipient.text)
        let kinds = messages.map(\.kind.text)
        try await transaction.execute(
            """
            DELETE FROM job.outbox AS o
            WHERE o.site_id = \(site.id.number) AND o.job = \(key.job.text) AND o.local_date = \(key.date)
                AND o.state = 'waiting'
                AND NOT EXISTS (
                    SELECT FROM unnest(\(recipients), \(kinds)) AS m (recipient, kind)
                    WHERE m.recipient = o.recipient AND m.kind = o.kind)
            """)
        return try await transaction.execute(
            """
            INSERT INTO job.outbox AS o
                (site_id, job, local_date, recipient, kind, state, subject, body, made_at, send_from, state_at)
            SELECT \(site.id.number), \(key.job.text), \(key.date), m.recipient, m.kind, 'waiting', m.subject, m.body,
                \(now), \(sendFrom), \(now)
            FROM unnest(\(recipients), \(kinds), \(messages.map(\.subject)), \(messages.map(\.body)))
                AS m (recipient, kind, subject, body)
            ON CONFLICT (site_id, job, local_date, recipient, kind) DO UPDATE
            SET state = 'waiting', subject = excluded.subject, body = excluded.body, made_at = excluded.made_at,
                send_from = excluded.send_from, state_at = excluded.state_at, tries = 0, reason = NULL
            WHERE o.state <> 'sent'
                AND (o.state, o.subject, o.body) IS DISTINCT FROM ('waiting', excluded.subject, excluded.body)
            """
        ).rows
    }
}
