import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites

/// The nights of one site, done one after the other by one worker.
struct SiteNight {
    let site: NightSite
    let worker: NightWorker
    let ledger: Ledger
    private let tell: @Sendable (NightReport.Entry) -> Void

    init(_ site: NightSite, _ worker: NightWorker, telling tell: @escaping @Sendable (NightReport.Entry) -> Void) {
        self.site = site
        self.worker = worker
        self.tell = tell
        ledger = Ledger(practice: worker.practice, site: site)
    }

    var practice: Practice { worker.practice }
    private var order: NightOrder { NightOrder(jobs: worker.jobs) }

    /// Plans what is due, does what can be done, and sends what there is to send.
    func run() async throws -> NightReport {
        var report = NightReport()
        report.skipped = try await plan()
        do {
            var attempted = false
            repeat {
                attempted = false
                while worker.goesOn(), !Task.isCancelled,
                    let next = order.next(of: try await ledger.unfinished(), at: practice.now())
                {
                    guard let ended = try await attempt(next) else { continue }
                    attempted = true
                    if ended.state == .done { report.done += 1 }
                }
            } while attempted && !Task.isCancelled
        } catch  where Task.isCancelled {
            // What was done is told all the same.
        }
        if Task.isCancelled {
            report.isStopped = true
            return report
        }
        let left = try await ledger.unfinished()
        report.held = left.count(where: \.isHeld)
        report.failed = try await ledger.faults()
        if worker.goesOn() { try await send(&report) }
        return report
    }

    /// Writes down every date that is due, of each job, with what becomes of it.
    private func plan() async throws -> Int {
        let calendar = try await calendar()
        let newest = try await ledger.newestDates()
        let now = practice.now()
        var skipped = 0
        for job in worker.jobs {
            let due = calendar.due(job.catchUp, after: newest[job.name], at: now)
            _ = try await ledger.plan(due, of: job.name, at: now)
            skipped += due.count { $0.reason != nil }
        }
        return skipped
    }

    /// When the site's nights begin: at its own time where its configuration names one that can be read, or else at the
    /// service's.
    func calendar() async throws -> NightCalendar {
        // What cannot be read, a zone or a configuration, fails the occurrence, with the reason: it must be planned for
        // that, by the clocks of most sites for want of its own.
        guard let zone = SiteTimeZone(site.timeZone) ?? SiteTimeZone(NightCalendar.zoneInDoubt) else {
            throw JobFault.unknownTimeZone(site.code, site.timeZone)
        }
        let terms = try await practice.nightTerms(of: site)
        var calendar = NightCalendar(clock: SiteClock(zone), time: terms.time ?? worker.settings.time)
        calendar.first = terms.configuredAt.map { calendar.first(after: $0) }
        return calendar
    }

    /// Claims an occurrence and runs it.
    /// - Returns: how it stands afterwards; nil when somebody else was quicker, or took it over.
    func attempt(_ seen: Occurrence) async throws -> Occurrence? {
        let job = try worker.definition(seen.key.job)
        let settled = try await practice.settled(site)
        let begun = practice.now()
        let lease = worker.settings.leaseSeconds
        guard
            let claim = try await ledger.claim(
                seen, knownAt: settled, worker: worker.id, leaseSeconds: lease, at: begun)
        else { return nil }
        do {
            try await Heartbeat(ledger, claim, leaseSeconds: lease).during {
                try await work(job, claim, isShowing: false)
            }
            try await ledger.unblock(worker.followers(of: job.name), on: claim.key.date)
        } catch {
            guard try await giveBack(claim, after: seen.tries + 1, because: error) else { return nil }
            if Task.isCancelled { return nil }
        }
        guard let ended = try await ledger.occurrence(job.name, on: claim.key.date) else { return nil }
        let seconds = Double(practice.now().microseconds - begun.microseconds) / 1_000_000
        tell(.ended(ended, seconds: seconds))
        return ended
    }

    /// Notes that a try went wrong, or that it was stopped or its connection ended: then it is tried again by whoever
    /// comes next, before the lists that it may need move on.
    /// - Returns: false when somebody else holds it by now.
    private func giveBack(_ claim: Claim, after tries: Int, because error: any Error) async throws -> Bool {
        let now = practice.now()
        let isStopped = Task.isCancelled
        let isOver = !isStopped && tries >= worker.settings.mostTries
        let isInterrupted = isStopped || !isOver && NightReason.isInterruption(error)
        let pause = isInterrupted ? 0 : Int64(worker.settings.pause(afterTries: tries)) * 60 * 1_000_000
        let reason = isStopped ? NightReason.sentence(CancellationError()) : worker.reason(of: error)
        let followers = isInterrupted ? [] : order.followers(of: claim.key.job)
        // A task of its own: whoever was told to stop still says so in the ledger.
        return try await Task { [ledger] in
            try await ledger.fail(
                claim, because: reason, retryAt: isOver ? nil : now.adding(microseconds: pause), blocking: followers,
                at: now)
        }.value
    }

    /// Runs a job in the site's transaction and ends the occurrence in it.
    @discardableResult
    private func work(_ job: any NightlyJob, _ claim: Claim, isShowing: Bool) async throws -> Tally {
        guard SiteTimeZone(site.timeZone) != nil else { throw JobFault.unknownTimeZone(site.code, site.timeZone) }
        return try await practice.withNight(site, silenceSeconds: worker.settings.leaseSeconds) { session in
            let night = NightSession(
                practice: session, key: claim.key, fence: claim.fence, knownAt: claim.knownAt, isShowing: isShowing,
                now: practice.now(), holdMinutes: worker.settings.holdMinutes)
            // Where the settings cannot be read, nothing can be said of anything: no job goes on as though there were none.
            _ = try session.rules.configuration()
            let tally = try await job.run(on: claim.key.date, site: night)
            try await ledger.finish(claim, tally, at: practice.now(), in: session.transaction)
            return tally
        }
    }

    private func send(_ report: inout NightReport) async throws {
        guard let sender = worker.sender else { return }
        let delivery = Delivery(practice: practice, site: site, sender: sender)
        let counts = try await delivery.run()
        report.sent = counts.sent
        report.unsent = counts.unsent
    }
}
