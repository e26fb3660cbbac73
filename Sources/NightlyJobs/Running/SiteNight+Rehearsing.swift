import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// What a run of a date would change.
package struct RehearsedNight: Sendable {
    /// Which one.
    package let key: OccurrenceKey
    /// What it would read and change; nil when it would be left out, or go wrong.
    package let tally: Tally?
    /// Why it would be left out or go wrong.
    package let reason: String?

    /// A rehearsal.
    package init(key: OccurrenceKey, tally: Tally?, reason: String?) {
        self.key = key
        self.tally = tally
        self.reason = reason
    }
}

extension SiteNight {
    /// What a run of a date would change: it is done, looked at, and taken back.
    func rehearse(_ job: any NightlyJob, on date: CivilDate) async throws -> Tally {
        do {
            try await withUnclaimed(job, on: date) { night in
                throw Rehearsed(tally: try await job.run(on: date, site: night))
            }
        } catch let rehearsed as Rehearsed {
            return rehearsed.tally
        }
        return Tally()
    }

    /// Why a job makes nothing of a date any more that was done; nil when it can be done again.
    func refusal(ofAgain job: any NightlyJob, on date: CivilDate) async throws -> String? {
        try await withUnclaimed(job, on: date) { try await job.refusal(ofAgain: date, site: $0) }
    }

    /// Lends the site's transaction for a date that nobody claims.
    private func withUnclaimed<Result>(
        _ job: any NightlyJob, on date: CivilDate, _ body: (NightSession) async throws -> Result
    ) async throws -> Result {
        let settled = try await practice.settled(site)
        let key = OccurrenceKey(site: site.code, job: job.name, date: date)
        return try await practice.withNight(site, silenceSeconds: worker.settings.leaseSeconds) { session in
            try await body(try await unclaimed(key, knownAt: settled, in: session))
        }
    }

    private func unclaimed(
        _ key: OccurrenceKey, knownAt: Instant, in session: SiteSession
    ) async throws -> NightSession {
        try await ledger.lay(key, at: practice.now(), in: session.transaction)
        return NightSession(
            practice: session, key: key, fence: 0, knownAt: knownAt, isShowing: true, now: practice.now(),
            holdMinutes: worker.settings.holdMinutes)
    }

    /// What the site's night would change: every date that is due or may be tried again is done, in one transaction, and
    /// taken back. A job sees what those before it would have made. Nothing comes after one that goes wrong.
    func rehearseAll() async throws -> [RehearsedNight] {
        let (due, skipped) = try await due()
        let left = skipped.map { RehearsedNight(key: $0.key, tally: nil, reason: $0.reason) }
        guard !due.isEmpty else { return left }
        let settled = try await practice.settled(site)
        let rehearsed = Guarded<[RehearsedNight]>([])
        do {
            try await practice.withNight(site, silenceSeconds: worker.settings.leaseSeconds) { session in
                for key in due {
                    do {
                        let tally = try await rehearse(key, knownAt: settled, in: session)
                        rehearsed.withLock { $0.append(RehearsedNight(key: key, tally: tally, reason: nil)) }
                    } catch {
                        let reason = NightReason.sentence(error)
                        rehearsed.withLock { $0.append(RehearsedNight(key: key, tally: nil, reason: reason)) }
                        throw TakenBack()
                    }
                }
                throw TakenBack()
            }
        } catch is TakenBack {}
        return left + rehearsed.withLock { $0 }
    }

    private func rehearse(_ key: OccurrenceKey, knownAt: Instant, in session: SiteSession) async throws -> Tally {
        _ = try session.rules.configuration()
        let night = try await unclaimed(key, knownAt: knownAt, in: session)
        return try await worker.definition(key.job).run(on: key.date, site: night)
    }

    /// What would be done, in its order, and what would be left out.
    private func due() async throws -> (due: [OccurrenceKey], skipped: [(key: OccurrenceKey, reason: String)]) {
        let now = practice.now()
        let calendar = try await calendar()
        let newest = try await ledger.newestDates()
        var due = try await ledger.unfinished().filter { !$0.isHeld && ($0.retryAt ?? now) <= now }.map(\.key)
        var skipped: [(key: OccurrenceKey, reason: String)] = []
        for job in worker.jobs {
            for date in calendar.due(job.catchUp, after: newest[job.name], at: now) {
                let key = OccurrenceKey(site: site.code, job: job.name, date: date.date)
                if let reason = date.reason { skipped.append((key, reason)) } else { due.append(key) }
            }
        }
        let places = Dictionary(uniqueKeysWithValues: worker.jobs.enumerated().map { ($1.name, $0) })
        let known = due.filter { places[$0.job] != nil }
        return (known.sorted { ($0.date, places[$0.job] ?? 0) < ($1.date, places[$1.job] ?? 0) }, skipped)
    }
}

/// Carries what was rehearsed out of a transaction that is rolled back.
private struct Rehearsed: Error {
    let tally: Tally
}

/// Ends a transaction whose work is not to be kept.
private struct TakenBack: Error {}

extension NightWorker {
    /// What the night of a site would change, without changing anything.
    package func rehearse(at site: NightSite) async throws -> [RehearsedNight] {
        try await SiteNight(site, self) { _ in }.rehearseAll()
    }
}
