import CivilDate
import Testing

@Suite struct CalendarWalkTests {
    /// A calendar kept by hand: the next day after a day, told by nothing but the lengths of the months.
    struct Walker {
        var year = 1600
        var month = 1
        var day = 1
        /// 1 January 1600 was a Saturday.
        var weekday = 6

        var lengthOfMonth: Int {
            if month == 2 { return isLeap ? 29 : 28 }
            return [4, 6, 9, 11].contains(month) ? 30 : 31
        }

        private var isLeap: Bool {
            if year % 400 == 0 { return true }
            if year % 100 == 0 { return false }
            return year % 4 == 0
        }

        var text: String {
            "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
        }

        mutating func step() {
            weekday = weekday == 7 ? 1 : weekday + 1
            day += 1
            guard day > lengthOfMonth else { return }
            day = 1
            month += 1
            guard month > 12 else { return }
            month = 1
            year += 1
        }
    }

    @Test func `every day from 1600 to 2400 is where a walk finds it`() throws {
        var walker = Walker()
        let first = try #require(CivilDate(year: 1600, month: 1, day: 1))
        var number = first.dayNumber
        var wrong: [String] = []
        while walker.year <= 2400 {
            let date = CivilDate(dayNumber: number)
            let parts = [date.year, date.month, date.day, date.weekday]
            let isRight =
                parts == [walker.year, walker.month, walker.day, walker.weekday]
                && CivilDate(year: walker.year, month: walker.month, day: walker.day) == date
                && date.description == walker.text && CivilDate(iso: walker.text) == date
            if !isRight { wrong.append(walker.text) }
            walker.step()
            number += 1
        }

        #expect(wrong.isEmpty)
        #expect(number - first.dayNumber == 292_560)
    }

    @Test func `no month from 1600 to 2400 has a day more than a walk finds`() {
        var walker = Walker()
        var wrong: [String] = []
        while walker.year <= 2400 {
            let length = walker.lengthOfMonth
            let beyond = CivilDate(year: walker.year, month: walker.month, day: length + 1)
            let month = CivilMonth(year: walker.year, month: walker.month)
            if beyond != nil || month?.length != length || month?.lastDay.day != length { wrong.append(walker.text) }
            for _ in 0..<length { walker.step() }
        }

        #expect(wrong.isEmpty)
    }

    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-01", 20_513)])
    func `days count from 1970`(row: (String, Int32)) {
        #expect(CivilDate(iso: row.0)?.dayNumber == row.1)
    }

    @Test func `the first and the last day of the calendar are days`() throws {
        let first = try #require(CivilDate(year: 1, month: 1, day: 1))
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))

        #expect(first.description == "0001-01-01")
        #expect(first.weekday == 1)
        #expect(last.description == "9999-12-31")
        #expect(last.weekday == 5)
        #expect(first.days(until: last) == 3_652_058)
    }

    @Test(
        arguments: [
            (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 2, 29),
        ]
    )
    func `a day that is not in the calendar is refused`(parts: (Int, Int, Int)) {
        #expect(CivilDate(year: parts.0, month: parts.1, day: parts.2) == nil)
    }
}
