import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Takes away what nobody needs any more: messages long sent, scorecards long past, answers to writes of the API that were
/// kept a day, the words of calls that named no family, drafts of weekly summaries that nobody handed in. Of each so many a
/// run at most, and each time it says in a row what it took. What is over of sessions, links and counts of failures belongs
/// to no site; the job of every site takes it away, and whoever comes second finds nothing.
package struct SweepJob: NightlyJob {
    /// Days for which messages that were sent or withdrawn are kept; 30 and more.
    package let messageDays: Int
    /// Days for which a night's scorecard is kept; 400 and more, so that a year can be seen beside the year before.
    package let scorecardDays: Int
    /// Days for which a session, a link, a known device or a count of failures is kept after it was last of use; 7 and more.
    package let doorDays: Int
    /// Days for which the words of a call that named no family are kept; 30 and more. The 365 are our decision: no source
    /// says.
    package let callDays: Int
    /// Days for which a draft of a weekly summary is kept after it was saved last; 14 and more. The 30 are our decision: a
    /// summary is owed each week, and what nobody went on with for a month is handed in or forgotten.
    package let draftDays: Int
    /// Rows of a kind that one run takes at most; 1 and more.
    package let most: Int

    /// The job, or nil for settings outside their bounds.
    package init?(
        messageDays: Int = 90, scorecardDays: Int = 800, doorDays: Int = 30, callDays: Int = 365, draftDays: Int = 30,
        most: Int = 10_000
    ) {
        guard messageDays >= 30, scorecardDays >= 400, doorDays >= 7, callDays >= 30, draftDays >= 14, most >= 1
        else { return nil }
        self.messageDays = messageDays
        self.scorecardDays = scorecardDays
        self.doorDays = doorDays
        self.callDays = callDays
        self.draftDays = draftDays
        self.most = most
    }

    /// The job with its usual settings.
    package static let usual: SweepJob = {
        guard let job = SweepJob() else { preconditionFailure("the usual settings lie within their bounds") }
        return job
    }()

    package var name: JobName { "sweep" }
    package var summary: String { "takes away messages and scorecards that are long past, and sessions that are over" }
    package var catchUp: CatchUp { .newest }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        var tally = Tally()
        let messages = day.adding(days: -messageDays)
        let taken = try await site.transaction.execute(
            """
            DELETE FROM job.outbox WHERE (site_id, job, local_date, recipient, kind) IN (
                SELECT site_id, job, local_date, recipient, kind FROM job.outbox
                WHERE site_id = \(site.site.id.number) AND state <> 'waiting' AND local_date < \(messages)
                ORDER BY local_date, job, recipient, kind LIMIT \(most))
            """
        ).rows
        tally.count("messages", try await site.note(removed: taken, of: "messages", before: messages))
        let scorecards = day.adding(days: -scorecardDays)
        let rows = try await site.transaction.execute(
            """
            DELETE FROM duty.quality WHERE (site_id, on_day, rule) IN (
                SELECT site_id, on_day, rule FROM duty.quality
                WHERE site_id = \(site.site.id.number) AND on_day < \(scorecards)
                ORDER BY on_day, rule LIMIT \(most))
            """
        ).rows
        tally.count("scorecards", try await site.note(removed: rows, of: "scorecards", before: scorecards))
        let keyed = day.adding(days: -KeyedWrite.daysOfForms)
        let known = SiteClock(site.site.timeZone).instant(of: keyed, second: 0)
        let answers = try await site.transaction.execute(
            """
            DELETE FROM exchange.keyed_write WHERE (site_id, account_id, write_key) IN (
                SELECT site_id, account_id, write_key FROM exchange.keyed_write
                WHERE site_id = \(site.site.id.number) AND recorded_at < \(known)
                ORDER BY recorded_at, account_id, write_key LIMIT \(most))
            """
        ).rows
        tally.count("answers", try await site.note(removed: answers, of: "answers", before: keyed))
        let calls = day.adding(days: -callDays)
        let words = try await eraseWords(before: SiteClock(site.site.timeZone).instant(of: calls, second: 0), site)
        tally.count("call-words", try await site.note(removed: words, of: "call-words", before: calls))
        let drafts = day.adding(days: -draftDays)
        let typed = try await takeDrafts(before: SiteClock(site.site.timeZone).instant(of: drafts, second: 0), site)
        tally.count("drafts", try await site.note(removed: typed, of: "drafts", before: drafts))
        _ = try await site.transaction.query(
            "SELECT door.sweep(\(SiteClock(site.site.timeZone).instant(of: day.adding(days: -doorDays), second: 0)))")
        if site.isShowing {
            tally.lines = tally.changes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) rows go" }
        }
        return tally
    }

    /// Takes away drafts of weekly summaries that nobody went on with.
    private func takeDrafts(before instant: Instant, _ site: NightSession) async throws -> Int {
        try await site.transaction.execute(
            """
            DELETE FROM summary.draft WHERE (site_id, draft_id) IN (
                SELECT site_id, draft_id FROM summary.draft
                WHERE site_id = \(site.site.id.number) AND saved_at < \(instant)
                ORDER BY saved_at, draft_id LIMIT \(most))
            """
        ).rows
    }

    /// Erases what was said in old calls that named no family: no child's record keeps it or takes it away.
    private func eraseWords(before instant: Instant, _ site: NightSession) async throws -> Int {
        try await site.transaction.execute(
            """
            UPDATE narrative.text SET salt = NULL, sealed = NULL
            WHERE site_id = \(site.site.id.number) AND narrative_id IN (
                SELECT c.narrative_id FROM on_call.call AS c
                JOIN narrative.text AS t ON t.site_id = c.site_id AND t.narrative_id = c.narrative_id
                WHERE c.site_id = \(site.site.id.number) AND c.episode_id IS NULL AND c.came_at < \(instant)
                    AND t.sealed IS NOT NULL
                ORDER BY c.came_at LIMIT \(most))
            """
        ).rows
    }
}

extension NightSession {
    /// Notes in the ledger what a run deleted. A rehearsal deletes nothing that stays deleted, and notes nothing.
    /// - Returns: the count.
    func note(removed count: Int, of what: String, before day: CivilDate) async throws -> Int {
        guard count > 0, !isShowing else { return count }
        try await transaction.execute(
            """
            INSERT INTO job.removal (site_id, job, local_date, fence, what, before_day, removed, recorded_at)
            VALUES (\(site.id.number), \(key.job.text), \(key.date), \(fence), \(what), \(day), \(Int64(count)), \(now))
            """)
        return count
    }
}
