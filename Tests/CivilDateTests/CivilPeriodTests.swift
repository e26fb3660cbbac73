import CivilDate
import Testing

@Suite struct CivilPeriodTests {
    private func day(_ iso: String) throws -> CivilDate {
        try #require(CivilDate(iso: iso))
    }

    @Test func `both ends belong to the period`() throws {
        let period = try #require(CivilPeriod(from: day("2026-01-01"), through: day("2026-03-31")))

        #expect(try period.contains(day("2026-01-01")))
        #expect(try period.contains(day("2026-03-31")))
        #expect(try !period.contains(day("2025-12-31")))
        #expect(try !period.contains(day("2026-04-01")))
        #expect(try period.halfOpenEnd == day("2026-04-01"))
        #expect(period.dayCount == 90)
        #expect(period.description == "2026-01-01 to 2026-03-31")
    }

    @Test func `a day can be a period`() throws {
        let period = try #require(CivilPeriod(from: day("2026-01-01"), through: day("2026-01-01")))

        #expect(period.dayCount == 1)
    }

    @Test func `a period does not end before it starts`() throws {
        #expect(try CivilPeriod(from: day("2026-01-02"), through: day("2026-01-01")) == nil)
    }
}
