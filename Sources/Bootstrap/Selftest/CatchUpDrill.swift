import CivilDate
import Intervention
import NightlyJobs
import Practice
import Sites

/// Tries an outage: 400 nights pass without a worker, and then one comes. Every date ends as done or as left out with
/// the reason, as each job's policy says.
struct CatchUpDrill {
    /// How many nights nobody did.
    static let missed = 400

    private let ground: SelftestGround

    init(_ ground: SelftestGround) {
        self.ground = ground
    }

    /// Runs the drill.
    /// - Returns: what was found, a line each, and whether all is as it should be.
    func run() async throws -> (lines: [String], isWell: Bool) {
        let clock = try SelftestGround.siteClock
        try await ground.addSite("outage", nightlyAt: .usualNight)
        // A clock change or two lie in every 400 days; the day itself is of no matter.
        guard let last = CivilDate(iso: "2025-03-03") else { return ([], false) }
        let jobs = [
            (job: SelftestJob("selftest-all", .all(atMostDays: 1_000)), done: CatchUpDrill.missed),
            (job: SelftestJob("selftest-bounded", .all(atMostDays: 100)), done: 101),
            (job: SelftestJob("selftest-newest", .newest), done: 1),
            (job: SelftestJob("selftest-none", .none), done: 1),
        ]
        let worker = try NightWorker(
            jobs.map(\.job), practice: ground.practice, settings: NightSettings(), sender: nil)
        guard let site = try await worker.sites(SiteCode("outage").map { [$0] }).first else { return ([], false) }
        ground.set(clock.instant(of: last, second: 43_200))
        _ = try await worker.run(at: [site.code])
        ground.set(clock.instant(of: last.adding(days: CatchUpDrill.missed), second: 43_200))
        _ = try await worker.run(at: [site.code])
        let again = try await worker.run(at: [site.code])
        var isWell = again.done == 0 && again.skipped == 0 && again.isComplete
        var lines = isWell ? [] : ["catch-up: a worker that came again found something to do"]
        for (job, expected) in jobs {
            let found = try await NightDesk(worker, at: site).occurrences(of: job.name, from: last.adding(days: 1))
            let finding = judge(job, found, expected: expected, after: last)
            isWell = isWell && finding.isWell
            lines.append(finding.line)
        }
        return (lines, isWell)
    }

    private func judge(
        _ job: SelftestJob, _ found: [Occurrence], expected: Int, after last: CivilDate
    ) -> (line: String, isWell: Bool) {
        let done = found.filter { $0.state == .done }.map(\.key.date)
        let left = found.filter { $0.state == .skipped && $0.reason?.isEmpty == false }
        let dates = Set(found.map(\.key.date))
        let run = job.history.map(\.date).filter { last < $0 }
        let isWhole = dates.count == CatchUpDrill.missed && done.count + left.count == CatchUpDrill.missed
        // The newest are done, each once, the oldest of them first.
        let newest = (0..<expected).map { last.adding(days: CatchUpDrill.missed - $0) }.reversed()
        let isWell = isWhole && done == Array(newest) && run == done
        let line =
            "catch-up: \(job.name): \(job.catchUp.sentence): of \(CatchUpDrill.missed) missed dates \(done.count) done, "
            + "\(left.count) left out with the reason: "
            + (isWell ? "as it should be" : "wrong, \(expected) were to be done")
        return (line, isWell)
    }
}
