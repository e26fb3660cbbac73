import CivilDate
import Intervention
import Sites

/// Which dates of a job are due at a site at an instant, and what becomes of each. Pure: the instant is an argument.
struct NightCalendar {
    /// The site's clock.
    let clock: SiteClock
    /// When its nights begin.
    let time: LocalTime
    /// The first date that anybody can have missed; nil for all. The nights before it began without the site.
    var first: CivilDate?

    /// The zone by which the dates of a site are told whose own nobody knows; our decision: that of most sites.
    static let zoneInDoubt = "Europe/London"

    init(clock: SiteClock, time: LocalTime) {
        self.clock = clock
        self.time = time
    }

    /// The first date whose night does not begin before an instant.
    func first(after instant: Instant) -> CivilDate {
        let newest = newest(at: instant)
        return begins(newest) < instant ? newest.adding(days: 1) : newest
    }

    /// Whether a date can be late.
    func isOwed(_ day: CivilDate) -> Bool { first.map { $0 <= day } ?? true }

    /// The newest date whose night has begun by an instant.
    func newest(at instant: Instant) -> CivilDate {
        let today = clock.day(of: instant)
        return begins(today) <= instant ? today : today.adding(days: -1)
    }

    /// When the night of a date begins.
    func begins(_ day: CivilDate) -> Instant { clock.instant(of: day, second: time.seconds) }

    /// What becomes of the dates that are due and not in the ledger yet, the oldest first.
    /// - Parameters:
    ///   - last: the newest date in the ledger; nil when there is none, and then only the newest date counts.
    func due(_ policy: CatchUp, after last: CivilDate?, at instant: Instant) -> [PlannedDate] {
        let newest = newest(at: instant)
        guard let last else { return [PlannedDate(date: newest, reason: nil)] }
        let count = last.days(until: newest)
        guard count > 0 else { return [] }
        return (1...count).map { ahead in
            let date = last.adding(days: ahead)
            return PlannedDate(date: date, reason: reason(for: date, policy, newest: newest, at: instant))
        }
    }

    private func reason(
        for date: CivilDate, _ policy: CatchUp, newest: CivilDate, at instant: Instant
    ) -> String? {
        switch policy {
        case .all(let days):
            date.days(until: newest) > days
                ? "missed more than \(days) days before \(newest), further than this job catches up" : nil
        case .newest: date == newest ? nil : "missed; only the newest date, \(newest), is done"
        case .none: date == clock.day(of: instant) ? nil : "missed; this job does no date after its own day"
        }
    }
}

/// A date of a job that is to be written into the ledger.
struct PlannedDate: Hashable {
    /// The date.
    let date: CivilDate
    /// Why it is skipped; nil when it is to be done.
    let reason: String?
}
