import CivilDate
import Intervention
import Practice
import Sites

/// What the ledger says of one job at one site.
struct JobFigures: Hashable, Sendable {
    let lastSuccess: Instant?
    let changed: Int
    let failed: Int
    let oldestUnfinished: CivilDate?
    let newest: CivilDate?
    var waiting = 0
}

/// What a monitor wants to know of a job at a site.
package struct NightFigures: Hashable, Sendable {
    /// The site.
    package let site: SiteCode
    /// The job.
    package let job: JobName
    /// When it last ended well; nil when it never did.
    package let lastSuccess: Instant?
    /// For how long the oldest date that is not done has been late, in seconds; 0 when none is late.
    package let lateSeconds: Int64
    /// How many rows the last run that ended well changed.
    package let changed: Int
    /// How many dates failed or wait for one that did.
    package let failed: Int
    /// How many messages have not left.
    package let waiting: Int
}

extension NightWorker {
    /// The figures of every job at every site, by site and in the order of the jobs.
    package func figures() async throws -> [NightFigures] {
        let now = practice.now()
        var all: [NightFigures] = []
        for site in try await practice.nightSites() {
            let calendar = try await SiteNight(site, self, telling: { _ in }).calendar()
            let judge = NightJudge(calendar: calendar, lateAt: settings.lateAt)
            let known = try await Ledger(practice: practice, site: site).figures(from: calendar.first)
            for job in jobs {
                let figures = known[job.name]
                let dates =
                    [figures?.oldestUnfinished].compactMap { $0 } + judge.unplanned(after: figures?.newest, at: now)
                let late = dates.min().map { now.microseconds - judge.deadline(of: $0).microseconds } ?? 0
                all.append(
                    NightFigures(
                        site: site.code, job: job.name, lastSuccess: figures?.lastSuccess,
                        lateSeconds: max(late, 0) / 1_000_000, changed: figures?.changed ?? 0,
                        failed: figures?.failed ?? 0, waiting: figures?.waiting ?? 0))
            }
        }
        return all
    }
}
