import CivilDate
import Testing

@Suite struct InstantTests {
    @Test(
        arguments: [
            ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000000Z"),
            ("2026-03-01t09:30:00z", "2026-03-01T09:30:00.000000Z"),
            ("2026-03-01T09:30:00.25+01:00", "2026-03-01T08:30:00.250000Z"),
            ("2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00.000000Z"),
            ("2026-12-31T23:30:00-01:30", "2027-01-01T01:00:00.000000Z"),
            ("2026-03-01T09:30:00.123456Z", "2026-03-01T09:30:00.123456Z"),
            ("2026-03-01T09:30:00.000001Z", "2026-03-01T09:30:00.000001Z"),
            ("2026-03-01T09:30:00-00:00", "2026-03-01T09:30:00.000000Z"),
            ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"),
            ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
        ]
    )
    func `a time with an offset is one instant`(row: (String, String)) throws {
        let instant = try #require(Instant(rfc3339: row.0))

        #expect(instant.description == row.1)
        #expect(Instant(rfc3339: instant.description) == instant)
    }

    @Test(
        arguments: [
            "", "2026-03-01", "2026-03-01T09:30:00", "2026-03-01T09:30Z", "2026-03-01 09:30:00Z",
            "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z", "2026-12-31T23:59:60Z", "2026-02-30T09:30:00Z",
            "2026-03-01T09:30:00.Z", "2026-03-01T09:30:00.1234567Z", "2026-03-01T09:30:00,5Z",
            "2026-03-01T09:30:00+1:00", "2026-03-01T09:30:00+0100", "2026-03-01T09:30:00+01",
            "2026-03-01T09:30:00+24:00",
            "2026-03-01T09:30:00+01:60", "2026-03-01T09:30:00 +01:00", "2026-03-01T09:30:00ZZ", "2026-03-01T09:30:00Z ",
            "2026-03-01T09:30:00GMT", "2026-03-01T0９:30:00Z", "2026-03-01T+9:30:00Z", "2026-03-01T09-30-00Z",
            "20260301T093000Z", "26-03-01T09:30:00.000Z", "2026-03-01T09:30:00\u{2212}01:00",
        ]
    )
    func `a time without an offset or in another form is refused`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `the same instant in two offsets is equal`() {
        #expect(Instant(rfc3339: "2026-07-01T10:00:00+01:00") == Instant(rfc3339: "2026-07-01T09:00:00Z"))
    }

    @Test(
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (86_399_999_999, "1970-01-01"), (86_400_000_000, "1970-01-02"),
        ]
    )
    func `the day in UTC is the one that holds the microsecond`(row: (Int64, String)) {
        #expect(Instant(microseconds: row.0).utcDay.description == row.1)
    }

    @Test func `a microsecond later is later`() {
        let instant = Instant(microseconds: 41)

        #expect(instant < instant.adding(microseconds: 1))
        #expect(instant.adding(microseconds: 1) == Instant(microseconds: 42))
    }
}
