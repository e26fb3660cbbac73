import CivilDate
import Intervention
import Sites

/// Judges the nights of a site: what is late, and what did less than usual. Pure: the instant is an argument.
struct NightJudge {
    /// How many earlier runs say what is usual; fewer say nothing.
    static let runsThatSayWhatIsUsual = 14

    /// The site's nights.
    let calendar: NightCalendar
    /// By when a night is to be done.
    let lateAt: LocalTime

    /// When a date that is not done becomes late: the next time that clocks show the hour after its night begins.
    func deadline(of day: CivilDate) -> Instant {
        calendar.clock.instant(
            of: lateAt > calendar.time ? day : day.adding(days: 1), second: lateAt.seconds)
    }

    /// Whether a date was not done in time, or is not by now. What was left out on purpose is not late, nor is the date on
    /// which a site was set up after its night began.
    func isLate(_ occurrence: Occurrence, at now: Instant) -> Bool {
        guard calendar.isOwed(occurrence.key.date) else { return false }
        let deadline = deadline(of: occurrence.key.date)
        switch occurrence.state {
        case .skipped: return false
        case .done: return occurrence.endedAt.map { $0 > deadline } ?? false
        case .planned, .running, .failed, .blocked: return now > deadline
        }
    }

    /// The dates after the newest in the ledger whose deadline has passed: nobody even began to plan them. Without any
    /// date in the ledger only the newest counts, as in planning.
    func unplanned(after newest: CivilDate?, at now: Instant) -> [CivilDate] {
        let last = calendar.newest(at: now)
        let first = newest.map { $0.adding(days: 1) } ?? last
        let count = first.days(until: last)
        guard count >= 0 else { return [] }
        return (0...count).map { first.adding(days: $0) }.filter { calendar.isOwed($0) && deadline(of: $0) < now }
    }

    /// Whether a run changed nothing where half of the runs before it changed something.
    /// - Parameter earlier: the job's occurrences before it, of any state, by date.
    static func isUnusual(_ occurrence: Occurrence, of job: any NightlyJob, after earlier: [Occurrence]) -> Bool {
        guard job.isExpectedToChange, occurrence.state == .done, occurrence.tally.changed == 0 else { return false }
        let changes = earlier.filter { $0.state == .done && $0.key.date < occurrence.key.date }
            .suffix(runsThatSayWhatIsUsual).map(\.tally.changed).sorted()
        guard changes.count == runsThatSayWhatIsUsual else { return false }
        // Of an even number the median lies between the two in the middle.
        return changes[changes.count / 2 - 1] + changes[changes.count / 2] > 0
    }
}
