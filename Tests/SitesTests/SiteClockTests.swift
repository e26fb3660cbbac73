import CivilDate
import Testing

@testable import Sites

@Suite struct SiteClockTests {
    /// The last Sunday of a month: clocks change there in March and October at 01:00 UTC, all over the islands.
    static func lastSunday(of month: Int, in year: Int) throws -> CivilDate {
        let last = try #require(CivilMonth(year: year, month: month)).lastDay
        return last.adding(days: -(last.weekday % 7))
    }

    static func instant(_ day: CivilDate, _ time: String) throws -> Instant {
        try #require(Instant(rfc3339: "\(day)T\(time)Z"))
    }

    @Test(arguments: ["Europe/London", "Europe/Dublin", "Europe/Belfast"], [2019, 2024, 2026, 2027, 2031])
    func `the day begins at midnight of the site before and after both clock changes`(
        _ zone: String, _ year: Int
    ) throws {
        let clock = SiteClock(try #require(SiteTimeZone(zone)))
        let spring = try SiteClockTests.lastSunday(of: 3, in: year)
        let autumn = try SiteClockTests.lastSunday(of: 10, in: year)
        // In winter midnight is 00:00 UTC, in summer 23:00 UTC of the day before.
        #expect(
            clock.day(of: try SiteClockTests.instant(spring.adding(days: -1), "23:59:59.999999"))
                == spring.adding(days: -1))
        #expect(clock.day(of: try SiteClockTests.instant(spring, "00:00:00")) == spring)
        #expect(clock.day(of: try SiteClockTests.instant(spring, "22:59:59.999999")) == spring)
        #expect(clock.day(of: try SiteClockTests.instant(spring, "23:00:00")) == spring.adding(days: 1))
        #expect(
            clock.day(of: try SiteClockTests.instant(autumn.adding(days: -1), "22:59:59.999999"))
                == autumn.adding(days: -1))
        #expect(clock.day(of: try SiteClockTests.instant(autumn.adding(days: -1), "23:00:00")) == autumn)
        #expect(clock.day(of: try SiteClockTests.instant(autumn, "23:00:00")) == autumn)
        #expect(clock.day(of: try SiteClockTests.instant(autumn, "23:59:59.999999")) == autumn)
        #expect(clock.day(of: try SiteClockTests.instant(autumn.adding(days: 1), "00:00:00")) == autumn.adding(days: 1))
    }

    @Test(arguments: ["00:59:59.999999", "01:00:00", "01:30:00", "01:59:59.999999"])
    func `both passes of the repeated hour lie in the same day`(_ time: String) throws {
        let clock = SiteClock(try #require(SiteTimeZone("Europe/London")))
        let autumn = try SiteClockTests.lastSunday(of: 10, in: 2027)
        #expect(clock.day(of: try SiteClockTests.instant(autumn, time)) == autumn)
        let before = try SiteClockTests.instant(autumn, time).adding(microseconds: -3_600_000_000)
        #expect(clock.day(of: before) == autumn)
    }

    @Test func `days before 1970 come out right`() throws {
        let clock = SiteClock(try #require(SiteTimeZone("UTC")))
        #expect(clock.day(of: Instant(microseconds: -1)) == CivilDate(iso: "1969-12-31"))
        #expect(clock.day(of: Instant(microseconds: 0)) == CivilDate(iso: "1970-01-01"))
    }

    @Test(arguments: ["Europe/London", "Europe/Dublin", "UTC"])
    func `the instant of an evening lies in its day, on every day of two years`(_ zone: String) throws {
        let clock = SiteClock(try #require(SiteTimeZone(zone)))
        let first = try #require(CivilDate(iso: "2026-01-01"))
        for day in (0..<730).map({ first.adding(days: $0) }) {
            let evening = clock.instant(of: day, second: 20 * 3600)
            #expect(clock.day(of: evening) == day)
            #expect(clock.day(of: evening.adding(microseconds: 4 * 3_600_000_000 - 1)) == day)
            #expect(clock.day(of: evening.adding(microseconds: 4 * 3_600_000_000)) == day.adding(days: 1))
        }
    }
}
