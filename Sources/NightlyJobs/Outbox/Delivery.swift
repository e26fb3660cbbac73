import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Sends what waits in a site's outbox, each message under a lock of its own.
struct Delivery {
    let practice: Practice
    let site: NightSite
    let sender: any MessageSender

    /// Sends everything that may leave by now.
    /// - Returns: how many left, and how many could not be handed over.
    func run() async throws -> (sent: Int, unsent: Int) {
        var sent = 0
        var unsent = 0
        let begun = practice.now()
        try await giveUp(at: begun)
        while let isSent = try await sendNext(triedBefore: begun) {
            if isSent { sent += 1 } else { unsent += 1 }
        }
        return (sent, unsent)
    }

    /// Days for which a message is tried; one that is older is no news. Our decision.
    private static let daysOfTrying: Int64 = 7

    /// Takes back what could not be handed over for so long that nobody wants it any more.
    private func giveUp(at now: Instant) async throws {
        let oldest = now.adding(microseconds: -Delivery.daysOfTrying * 86_400_000_000)
        _ = try await practice.inScope(of: site, for: .runJobs) { transaction in
            try await transaction.execute(
                """
                UPDATE job.outbox SET state = 'withdrawn', state_at = \(now),
                    reason = concat_ws(': ', 'not handed over within 7 days', reason)
                WHERE site_id = \(site.id.number) AND state = 'waiting' AND send_from < \(oldest)
                """)
        }
    }

    /// The row stays locked until the sender has it: two workers do not hand over the same, and one that dies in between
    /// hands it over again, which the sender makes one of.
    private func sendNext(triedBefore begun: Instant) async throws -> Bool? {
        try await practice.inScope(of: site, for: .runJobs) { transaction in
            let now = practice.now()
            let rows = try await transaction.query(
                """
                SELECT o.job, o.local_date, o.recipient, o.kind, o.subject, o.body, o.made_at
                FROM job.outbox AS o
                WHERE o.site_id = \(site.id.number) AND o.state = 'waiting' AND o.send_from <= \(now)
                    AND (o.tries = 0 OR o.state_at < \(begun))
                ORDER BY o.local_date, o.job, o.recipient, o.kind
                LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            guard let row = rows.first else { return nil }
            let outgoing = try Delivery.outgoing(row, of: site.code)
            do {
                try await sender.send(outgoing)
            } catch {
                try await note(outgoing, state: "waiting", because: NightReason.sentence(error), at: now, transaction)
                return false
            }
            try await note(outgoing, state: "sent", because: nil, at: now, transaction)
            return true
        }
    }

    private func note(
        _ outgoing: Outgoing, state: String, because reason: String?, at now: Instant, _ transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            UPDATE job.outbox SET state = \(state), state_at = \(now), tries = tries + 1, reason = \(nullable: reason)
            WHERE site_id = \(site.id.number) AND job = \(outgoing.key.job.text) AND local_date = \(outgoing.key.date)
                AND recipient = \(outgoing.message.recipient.text) AND kind = \(outgoing.message.kind.text)
            """)
    }

    private static func outgoing(_ row: Row, of site: SiteCode) throws -> Outgoing {
        let (jobText, date, staff, kindText, subject, body) = try row.decode(
            String.self, CivilDate.self, String.self, String.self, String.self, String.self)
        guard let job = JobName(jobText), let recipient = StaffCode(staff), let kind = MessageKind(kindText) else {
            throw JobFault.unreadable(site)
        }
        return Outgoing(
            key: OccurrenceKey(site: site, job: job, date: date),
            message: Message(to: recipient, kind, subject: subject, body: body), madeAt: try row.decode(6))
    }
}
