import CivilDate
import Intervention
import Sites
import Testing

@testable import NightlyJobs

/// Which dates are due, in the nights in which clocks change too. No clock is read and nothing is waited for.
@Suite struct NightCalendarTests {
    static let times = ["00:30", "01:00", "01:30", "02:00", "02:30"]

    private static func clock(_ zone: String = "Europe/London") throws -> SiteClock {
        SiteClock(try #require(SiteTimeZone(zone)))
    }

    private static func calendar(_ time: String, _ zone: String = "Europe/London") throws -> NightCalendar {
        NightCalendar(clock: try clock(zone), time: try #require(LocalTime(time)))
    }

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    /// The days from 2020 to 2040 that do not have 24 hours.
    private static func changes(_ zone: String = "Europe/London") throws -> [CivilDate] {
        let clock = try clock(zone)
        let first = try day("2020-01-01")
        return (0...first.days(until: try day("2040-12-31"))).map { first.adding(days: $0) }.filter { day in
            let next = clock.instant(of: day.adding(days: 1), second: 0)
            return next.microseconds - clock.instant(of: day, second: 0).microseconds != 86_400_000_000
        }
    }

    /// The dates that a worker plans who wakes every ten minutes, from noon before a date to noon after it.
    private static func planned(
        _ calendar: NightCalendar, over night: CivilDate, _ policy: CatchUp = .all(atMostDays: 35)
    ) -> [(date: CivilDate, at: Instant)] {
        var last: CivilDate? = night.adding(days: -1)
        var planned: [(date: CivilDate, at: Instant)] = []
        let noon = calendar.clock.instant(of: night.adding(days: -1), second: 43_200)
        let end = calendar.clock.instant(of: night, second: 43_200)
        var now = noon
        while now <= end {
            for due in calendar.due(policy, after: last, at: now) where due.reason == nil {
                planned.append((due.date, now))
                last = due.date
            }
            now = now.adding(microseconds: 600_000_000)
        }
        return planned
    }

    @Test(arguments: times)
    func `both changes of every year from 2020 to 2040 give exactly one occurrence`(_ time: String) throws {
        let calendar = try Self.calendar(time)
        let nights = try Self.changes()
        #expect(nights.count == 42)
        for night in nights {
            for policy in [CatchUp.all(atMostDays: 35), .newest, .none] {
                let planned = Self.planned(calendar, over: night, policy)
                #expect(planned.map(\.date) == [night], "\(night) at \(time)")
                // Not before its time, and not later than the next waking.
                let begins = calendar.begins(night)
                let late = planned.first.map { $0.at.microseconds - begins.microseconds } ?? -1
                #expect((0..<600_000_000).contains(late), "\(night) at \(time)")
            }
        }
    }

    @Test(arguments: ["Europe/Dublin", "Africa/Cairo", "America/Havana", "Australia/Lord_Howe"])
    func `so do zones that change at midnight, or by half an hour`(_ zone: String) throws {
        let nights = try Self.changes(zone)
        #expect(!nights.isEmpty)
        for time in Self.times + ["00:00"] {
            let calendar = try Self.calendar(time, zone)
            for night in nights {
                #expect(Self.planned(calendar, over: night).map(\.date) == [night], "\(zone): \(night) at \(time)")
            }
        }
    }

    @Test func `a time that comes twice is the first, and one that is left out is an hour later by the clocks`() throws
    {
        let half = try Self.calendar("01:30")
        #expect(half.begins(try Self.day("2026-10-25")) == (try Self.instant("2026-10-25T00:30:00Z")))
        #expect(half.begins(try Self.day("2026-03-29")) == (try Self.instant("2026-03-29T01:30:00Z")))
        #expect(half.begins(try Self.day("2026-07-01")) == (try Self.instant("2026-07-01T00:30:00Z")))
    }

    @Test func `of dates that were missed each policy says what becomes of it, and of none twice`() throws {
        let calendar = try Self.calendar("02:30")
        let last = try Self.day("2025-01-01")
        let now = calendar.clock.instant(of: last.adding(days: 400), second: 43_200)
        for (policy, done) in [
            (CatchUp.all(atMostDays: 500), 400), (.all(atMostDays: 35), 36), (.newest, 1), (.none, 1),
        ] {
            let due = calendar.due(policy, after: last, at: now)
            #expect(due.map(\.date) == (1...400).map { last.adding(days: $0) })
            #expect(due.count { $0.reason == nil } == done)
            #expect(due.suffix(done).allSatisfy { $0.reason == nil })
            let newest = due.last?.date
            #expect(calendar.due(policy, after: newest, at: now).isEmpty)
        }
        // In the evening before its own night's time the newest date's day has passed.
        let early = calendar.clock.instant(of: last.adding(days: 400), second: 3_600)
        #expect(calendar.due(.none, after: last, at: early).allSatisfy { $0.reason != nil })
    }
}
