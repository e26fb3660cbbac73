import CivilDate
import Testing

@Suite struct CivilMonthTests {
    private func month(_ iso: String) throws -> CivilMonth {
        try #require(CivilMonth(iso: iso))
    }

    @Test(
        arguments: [
            "", "2026", "2026-3", "2026-13", "2026-00", "0000-01", "2026-03-01", "03-2026", " 2026-03", "2026/03",
        ]
    )
    func `only YYYY-MM is a month`(text: String) {
        #expect(CivilMonth(iso: text) == nil)
    }

    @Test(
        arguments: [
            ("2026-02", 28), ("2028-02", 29), ("1900-02", 28), ("2000-02", 29), ("2026-04", 30), ("2026-12", 31),
        ]
    )
    func `a month has the length that the calendar gives it`(row: (String, Int)) throws {
        let month = try month(row.0)

        #expect(month.length == row.1)
        #expect(month.firstDay.adding(days: row.1 - 1) == month.lastDay)
        #expect(month.lastDay.adding(days: 1) == month.adding(months: 1).firstDay)
    }

    @Test func `months are counted across years`() throws {
        let start = try month("2025-11")

        #expect(try start.months(until: month("2027-02")) == 15)
        #expect(try month("2027-02").months(until: start) == -15)
        #expect(try start.adding(months: 15) == month("2027-02"))
        #expect(try start.adding(months: -11) == month("2024-12"))
    }

    @Test func `every month is written as it is read`() throws {
        for year in [1, 99, 999, 1600, 2026, 9999] {
            for number in 1...12 {
                let month = try #require(CivilMonth(year: year, month: number))
                #expect(CivilMonth(iso: month.description) == month)
                #expect(month.firstDay.civilMonth == month)
                #expect(month.lastDay.civilMonth == month)
            }
        }
    }
}
