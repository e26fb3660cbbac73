import Accounts
import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// What people ask of the nights of a site: to see them, to do one by hand, to leave one out, to take messages back.
package struct NightDesk: Sendable {
    let worker: NightWorker
    let site: NightSite
    let ledger: Ledger

    /// The desk of a site.
    package init(_ worker: NightWorker, at site: NightSite) {
        self.worker = worker
        self.site = site
        ledger = Ledger(practice: worker.practice, site: site)
    }

    /// The occurrences of some dates, by date.
    /// - Parameters:
    ///   - job: only this job's; nil for all.
    ///   - from: the first date; nil for all there are.
    ///   - through: the last date; nil for all there are.
    package func occurrences(
        of job: JobName? = nil, from: CivilDate? = nil, through: CivilDate? = nil
    ) async throws -> [Occurrence] {
        try await ledger.occurrences(of: job, from: from, through: through)
    }

    /// Everything that is known of one occurrence.
    /// - Throws: ``JobFault/noOccurrence(_:)``.
    package func show(_ job: JobName, on date: CivilDate) async throws -> OccurrenceSheet {
        guard let occurrence = try await ledger.occurrence(job, on: date) else { throw none(job, date) }
        return OccurrenceSheet(
            occurrence: occurrence, attempts: try await ledger.attempts(job, on: date),
            messages: try await ledger.messages(job, on: date), removals: try await ledger.removals(job, on: date))
    }

    /// Does one date of a job now, if it is not done: planned, failed or skipped, or never planned at all. Its messages
    /// leave with the next that are sent.
    /// - Returns: how it stands afterwards. One that was done already stays as it is.
    /// - Throws: ``JobFault`` when the date has not come, or somebody is at it.
    package func run(_ job: JobName, on date: CivilDate) async throws -> Occurrence {
        _ = try worker.definition(job)
        try await note()
        try await checkHasCome(job, date)
        if let known = try await ledger.occurrence(job, on: date), known.state == .done { return known }
        return try await doAgain(job, on: date)
    }

    /// Does one date of a job again, by what is known now. A message that was sent is not sent again.
    /// - Throws: ``JobFault`` when the date has not come, when somebody is at it, and when it was done and the job makes
    ///   nothing of it any more.
    package func rerun(_ job: JobName, on date: CivilDate) async throws -> Occurrence {
        try await note()
        return try await doAgain(job, on: date)
    }

    private func doAgain(_ job: JobName, on date: CivilDate) async throws -> Occurrence {
        let definition = try worker.definition(job)
        try await checkHasCome(job, date)
        try await checkPredecessors(of: job, date)
        let night = SiteNight(site, worker) { _ in }
        if try await ledger.occurrence(job, on: date)?.state == .done,
            let reason = try await night.refusal(ofAgain: definition, on: date)
        {
            throw JobFault.kept(OccurrenceKey(site: site.code, job: job, date: date), because: reason)
        }
        try await ledger.replan(job, on: date, at: worker.practice.now())
        guard let planned = try await ledger.occurrence(job, on: date) else { throw none(job, date) }
        guard let ended = try await night.attempt(planned) else { throw JobFault.held(planned.key) }
        return ended
    }

    /// What a run of a date would change, without changing anything.
    package func rehearse(_ job: JobName, on date: CivilDate) async throws -> Tally {
        let definition = try worker.definition(job)
        try await note()
        try await checkHasCome(job, date)
        return try await SiteNight(site, worker) { _ in }.rehearse(definition, on: date)
    }

    /// Leaves a date of a job out.
    /// - Throws: ``JobFault`` when it is done, or somebody is at it.
    package func skip(_ job: JobName, on date: CivilDate, because reason: String) async throws {
        _ = try worker.definition(job)
        try await note()
        try await ledger.skip(job, on: date, because: reason, at: worker.practice.now())
        try await ledger.unblock(worker.followers(of: job), on: date)
    }

    /// Takes back the messages of a run that have not left yet.
    /// - Returns: how many were taken back, and how many had left.
    /// - Throws: ``JobFault/noOccurrence(_:)``.
    package func withdraw(
        _ job: JobName, on date: CivilDate, because reason: String
    ) async throws -> (withdrawn: Int, sent: Int) {
        guard try await ledger.occurrence(job, on: date) != nil else { throw none(job, date) }
        try await note()
        return try await ledger.withdraw(job, on: date, because: reason, at: worker.practice.now())
    }

    /// What is done by hand enters the access log; what the night does by itself does not.
    private func note() async throws { try await worker.practice.note(.runJobs, at: site) }

    private func none(_ job: JobName, _ date: CivilDate) -> JobFault {
        .noOccurrence(OccurrenceKey(site: site.code, job: job, date: date))
    }

    /// A job makes nothing of what those before it have not made yet.
    private func checkPredecessors(of job: JobName, _ date: CivilDate) async throws {
        for name in try worker.definition(job).predecessors {
            let state = try await ledger.occurrence(name, on: date)?.state
            guard state != .done, state != .skipped else { continue }
            throw JobFault.waits(OccurrenceKey(site: site.code, job: job, date: date), for: name)
        }
    }

    private func checkHasCome(_ job: JobName, _ date: CivilDate) async throws {
        let calendar = try await SiteNight(site, worker) { _ in }.calendar()
        let begins = calendar.begins(date)
        guard begins <= worker.practice.now() else {
            throw JobFault.notYet(OccurrenceKey(site: site.code, job: job, date: date), begins: begins)
        }
    }
}
