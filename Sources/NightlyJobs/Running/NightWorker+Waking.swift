import CivilDate
import Intervention
import Practice
import Sites

extension NightWorker {
    /// The longest sleep: what a person plans, and a site that is new, is found after it.
    static let longestSleepSeconds: Int64 = 600

    /// When there is something to do again: a night begins, a try is due, a lease may be over, a message may leave.
    /// - Returns: later than now, and not later than ten minutes from now.
    package func nextWaking() async throws -> Instant {
        let now = practice.now()
        var earliest = now.adding(microseconds: NightWorker.longestSleepSeconds * 1_000_000)
        for site in try await practice.nightSites() {
            let calendar = try await SiteNight(site, self, telling: { _ in }).calendar()
            let ledger = Ledger(practice: practice, site: site)
            let times =
                [calendar.begins(calendar.newest(at: now).adding(days: 1))] + (try await ledger.turns(after: now))
            earliest = times.filter { $0 > now }.reduce(earliest) { min($0, $1) }
        }
        return earliest
    }
}
