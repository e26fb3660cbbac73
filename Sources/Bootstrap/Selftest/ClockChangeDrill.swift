import CivilDate
import Intervention
import NightlyJobs
import Practice
import Sites

/// Tries the nights in which clocks change: a worker wakes again and again over each of them, and every site's night is
/// done exactly once, whatever time it asks for.
struct ClockChangeDrill {
    /// When the sites of the drill ask for their nights; 01:30 comes twice in autumn and never in spring.
    static let times = ["00:30", "01:00", "01:30", "02:00", "02:30"].compactMap { LocalTime($0) }
    /// The years that are tried unless somebody asks for others.
    static let usualYears = YearSpan(first: 2020, last: 2040)

    private let ground: SelftestGround
    private let clock: SiteClock
    private let years: YearSpan

    init(_ ground: SelftestGround, years: YearSpan) throws {
        self.ground = ground
        self.years = years
        clock = try SelftestGround.siteClock
    }

    /// Runs the drill.
    /// - Parameter progress: told after each night how many are done, and of how many.
    /// - Returns: what was found, a line each, and whether all is as it should be.
    func run(progress: (Int, Int) -> Void) async throws -> (lines: [String], isWell: Bool) {
        for time in ClockChangeDrill.times { try await ground.addSite(code(of: time), nightlyAt: time) }
        let nights = changes
        let job = SelftestJob("selftest-clock", .none)
        let worker = try NightWorker([job], practice: ground.practice, settings: NightSettings(), sender: nil)
        var faults: [String] = []
        for (index, night) in nights.enumerated() {
            try await wake(worker, over: night)
            faults += try await check(worker, job, night)
            progress(index + 1, nights.count)
        }
        let tried = nights.count * ClockChangeDrill.times.count
        let times = ClockChangeDrill.times.map { "\($0)" }.joined(separator: ", ")
        let expected = years.count * 2
        if nights.count != expected {
            faults.append("found \(nights.count) changes of the clocks instead of \(expected)")
        }
        let summary =
            "clock-change: \(SelftestGround.timeZone), \(nights.count) nights of \(years.first) to "
            + "\(years.last), sites at \(times): \(tried) occurrences tried, "
            + (faults.isEmpty ? "each done exactly once" : "\(faults.count) wrong")
        return (faults + [summary], faults.isEmpty)
    }

    /// The days on which the clocks change: those that do not have 24 hours.
    private var changes: [CivilDate] {
        guard let first = CivilDate(iso: "\(years.first)-01-01"),
            let last = CivilDate(iso: "\(years.last)-12-31")
        else { return [] }
        return (0...first.days(until: last)).map { first.adding(days: $0) }.filter { day in
            let next = clock.instant(of: day.adding(days: 1), second: 0)
            return next.microseconds - clock.instant(of: day, second: 0).microseconds != 86_400 * 1_000_000
        }
    }

    /// Wakes the worker at noon of the day before, and then every half hour from an hour before midnight on.
    private func wake(_ worker: NightWorker, over night: CivilDate) async throws {
        ground.set(clock.instant(of: night.adding(days: -1), second: 43_200))
        _ = try await worker.run()
        let midnight = clock.instant(of: night, second: 0)
        for half in -2...10 {
            ground.set(midnight.adding(microseconds: Int64(half) * 1_800 * 1_000_000))
            _ = try await worker.run()
        }
    }

    private func check(_ worker: NightWorker, _ job: SelftestJob, _ night: CivilDate) async throws -> [String] {
        var faults: [String] = []
        let history = job.history
        for site in try await worker.sites(nil) {
            let key = OccurrenceKey(site: site.code, job: job.name, date: night)
            let runs = history.count { $0 == key }
            let found = try await NightDesk(worker, at: site).occurrences(from: night, through: night)
            let isWell = runs == 1 && found.count == 1 && found.first?.state == .done && found.first?.tries == 1
            if !isWell {
                let state = found.first?.state.rawValue ?? "not in the ledger"
                faults.append("\(key): run \(runs) times, rows in the ledger \(found.count), \(state)")
            }
        }
        return faults
    }

    private func code(of time: LocalTime) -> String { "at-" + "\(time)".replacing(":", with: "") }
}
