import CivilDate
import Testing

@Suite struct CivilDateTests {
    private func day(_ iso: String) throws -> CivilDate {
        try #require(CivilDate(iso: iso))
    }

    @Test(
        arguments: [
            "", "2026", "2026-3-1", "2026-03-1", "20260301", "2026/03/01", "01-03-2026", "2026-03-01 ", " 2026-03-01",
            "2026-03-01T00:00:00Z", "+026-03-01", "-026-03-01", "2026-+3-01", "2026-02-30", "2025-02-29", "1900-02-29",
            "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "２０２６-03-01", "2026-03-0١",
            "2026\u{2013}03\u{2013}01", "2026-03-01\n", "20a6-03-01", "2026-03-01\0",
        ]
    )
    func `only YYYY-MM-DD of a day that exists is a day`(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test func `a part of a longer text is read without a copy`() {
        let row = "E1,2026-03-01,accepted"

        #expect(CivilDate(iso: row.split(separator: ",")[1])?.description == "2026-03-01")
    }

    @Test(
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-01-31", 3, "2026-04-30"),
            ("2026-01-31", 2, "2026-03-31"), ("2026-03-31", -1, "2026-02-28"), ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-29"), ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
            ("2026-08-30", 18, "2028-02-29"), ("2026-05-10", 0, "2026-05-10"), ("2026-05-10", -24, "2024-05-10"),
        ]
    )
    func `months are added by the calendar and clamped to the end of a shorter one`(row: (String, Int, String)) throws {
        #expect(try day(row.0).adding(months: row.1) == day(row.2))
    }

    @Test func `days are added and counted by plain subtraction`() throws {
        let start = try day("2026-02-27")

        #expect(try start.adding(days: 2) == day("2026-03-01"))
        #expect(try start.adding(days: -58) == day("2025-12-31"))
        #expect(try start.days(until: day("2026-03-01")) == 2)
        #expect(try day("2026-03-01").days(until: start) == -2)
    }

    @Test(
        arguments: [
            ("2010-06-15", "2026-06-14", 15), ("2010-06-15", "2026-06-15", 16), ("2010-06-15", "2026-06-16", 16),
            ("2012-02-29", "2013-02-28", 0), ("2012-02-29", "2013-03-01", 1), ("2012-02-29", "2016-02-28", 3),
            ("2012-02-29", "2016-02-29", 4), ("2012-02-28", "2013-02-28", 1), ("2010-12-31", "2011-01-01", 0),
            ("2026-01-01", "2026-01-01", 0), ("2026-01-02", "2026-01-01", -1),
        ]
    )
    func `an age is counted in completed years`(row: (String, String, Int)) throws {
        #expect(try day(row.0).completedYears(on: day(row.1)) == row.2)
    }

    @Test func `the order of days is that of time`() throws {
        let days = try ["2026-03-01", "1969-12-31", "2025-12-31", "2026-02-28"].map(day)

        #expect(days.sorted().map(\.description) == ["1969-12-31", "2025-12-31", "2026-02-28", "2026-03-01"])
    }
}
