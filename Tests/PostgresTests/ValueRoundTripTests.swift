import CivilDate
import Postgres
import Testing

struct ValueRoundTripTests {
    /// Sends the value, reads it back, and reads what the server takes it for.
    private func roundTrip<Value: PostgresValue & Equatable>(
        _ values: [(Value, String?)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await withConnection { connection in
            for (value, text) in values {
                let row = try await connection.query("SELECT \(value), \(value)::text")[0]
                #expect(try row.decode(0, as: Value.self) == value, sourceLocation: sourceLocation)
                #expect(try row.decode(1, as: String?.self) == text, sourceLocation: sourceLocation)
            }
        }
    }

    @Test func `truth values travel both ways`() async throws {
        try await roundTrip([(true, "true"), (false, "false")])
        try await roundTrip([(Bool?.none, nil), (true, "true")])
    }

    @Test func `whole numbers travel both ways at their limits`() async throws {
        try await roundTrip([Int16.min, -1, 0, 1, .max].map { ($0, String($0)) })
        try await roundTrip([Int32.min, -1, 0, 1, .max].map { ($0, String($0)) })
        try await roundTrip([Int64.min, -1, 0, 1, .max].map { ($0, String($0)) })
        try await roundTrip([Int.min, -1, 0, 1, .max].map { ($0, String($0)) })
        try await roundTrip([(Int?.none, nil), (7, "7")])
    }

    @Test func `floating-point numbers travel both ways at their limits`() async throws {
        try await roundTrip([
            (0.1, "0.1"), (-0.0, "-0"), (Double.infinity, "Infinity"), (-Double.infinity, "-Infinity"),
            (Double.leastNonzeroMagnitude, "5e-324"), (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"),
        ])
    }

    @Test func `a value that is not a number stays none`() async throws {
        try await withConnection { connection in
            let row = try await connection.query("SELECT \(Double.nan), \(Double.nan)::text")[0]
            #expect(try row.decode(0, as: Double.self).isNaN)
            #expect(try row.decode(1, as: String.self) == "NaN")
        }
    }

    @Test func `texts travel both ways whatever they hold`() async throws {
        let texts = [
            "", " ", "'", "\"", "\\", "$1", "''; DROP TABLE x; --", "%s%n", "\u{1}\u{7F}\n\r\t", "x\"\u{308} onfocus=",
            "Zoë O’Brien", "مرحبا", "👩‍👩‍👧‍👦", "\u{FEFF}bom", "\u{202E}rtl", String(repeating: "long ", count: 50_000),
        ]
        try await roundTrip(texts.map { ($0, $0) })
    }

    @Test func `bytes travel both ways whatever they hold`() async throws {
        let all = (0...255).map { UInt8($0) }
        let hex = "\\x" + all.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        try await roundTrip([([UInt8](), "\\x"), ([0], "\\x00"), (all, hex)])
        try await roundTrip([([[1, 2], [], [3]] as [[UInt8]], "{\"\\\\x0102\",\"\\\\x\",\"\\\\x03\"}")])
    }

    @Test func `days travel both ways at the ends of the calendar`() async throws {
        let first = try #require(CivilDate(year: 1, month: 1, day: 1))
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        let leap = try #require(CivilDate(iso: "2000-02-29"))
        try await roundTrip([(first, "0001-01-01"), (last, "9999-12-31"), (leap, "2000-02-29")])
        // The server's own ends: 24 November 4714 BC and 31 December 5874897.
        try await roundTrip([
            (CivilDate(dayNumber: -2_440_588), "4714-11-24 BC"),
            (CivilDate(dayNumber: 2_145_042_905), "5874897-12-31"),
        ])
    }

    @Test func `a day outside the server's calendar is refused and never becomes infinity`() async throws {
        try await withConnection { connection in
            for day in [Int32.min, Int32.min + 10_957, Int32.min + 10_958, Int32.max] {
                let found = await fault { _ = try await connection.query("SELECT \(CivilDate(dayNumber: day))") }
                #expect(found?.sqlState == .datetimeFieldOverflow, "\(day)")
            }
        }
    }

    @Test func `instants travel both ways to the microsecond`() async throws {
        let spring = try #require(Instant(rfc3339: "2026-03-29T01:30:00.123456Z"))
        try await roundTrip([
            (spring, "2026-03-29 01:30:00.123456+00"), (Instant(microseconds: 0), "1970-01-01 00:00:00+00"),
            (Instant(microseconds: -1), "1969-12-31 23:59:59.999999+00"),
        ])
    }

    @Test func `instants without bounds travel both ways`() async throws {
        try await roundTrip([
            (UnboundedInstant.beforeAll, "-infinity"), (.at(Instant(microseconds: 1)), "1970-01-01 00:00:00.000001+00"),
            (.afterAll, "infinity"),
        ])
    }

    @Test func `an instant outside the server's calendar is refused and never becomes infinity`() async throws {
        try await withConnection { connection in
            for microseconds in [Int64.min, Int64.min + 946_684_800_000_000, -300_000_000_000_000_000] {
                let instant = Instant(microseconds: microseconds)
                let found = await fault { _ = try await connection.query("SELECT \(instant)") }
                #expect(found?.sqlState == .datetimeFieldOverflow, "\(microseconds)")
            }
        }
    }

    @Test func `uuids travel both ways`() async throws {
        let id = UUIDBytes(high: 0x0011_2233_4455_6677, low: 0x8899_AABB_CCDD_EEFF)
        try await roundTrip([
            (id, "00112233-4455-6677-8899-aabbccddeeff"),
            (UUIDBytes(high: 0, low: .max), "00000000-0000-0000-ffff-ffffffffffff"),
        ])
        #expect(id.description == "00112233-4455-6677-8899-aabbccddeeff")
    }

    @Test func `ranges of days travel both ways`() async throws {
        let day = try #require(CivilDate(iso: "2026-01-31"))
        let closed = try #require(DateRange(from: day, until: day.adding(days: 1)))
        let open = try #require(DateRange(from: day, until: nil))
        try await roundTrip([(closed, "[2026-01-31,2026-02-01)"), (open, "[2026-01-31,)")])
        #expect(DateRange(from: day, until: day) == nil)
    }

    @Test func `documents travel both ways`() async throws {
        try await roundTrip([
            (JSONText("{\"a\": [1, null, \"é\"]}"), "{\"a\": [1, null, \"é\"]}"), (JSONText("7"), "7"),
        ])
        try await withConnection { connection in
            let row = try await connection.query("SELECT '{\"b\":1}'::json, '{\"b\":1}'::json::jsonb")[0]
            #expect(try row.decode(0, as: JSONText.self) == JSONText("{\"b\":1}"))
            #expect(try row.decode(1, as: JSONText.self) == JSONText("{\"b\": 1}"))
        }
    }

    @Test func `arrays travel both ways with and without nulls`() async throws {
        try await roundTrip([([Int](), "{}"), ([1, -2, .max], "{1,-2,9223372036854775807}")])
        try await roundTrip([([1, nil, 3] as [Int?], "{1,NULL,3}"), ([nil], "{NULL}"), ([], "{}")])
        try await roundTrip([([Int16(3)], "{3}")])
        try await roundTrip([([Int32(3), 4], "{3,4}")])
        try await roundTrip([([true, false], "{t,f}")])
        try await roundTrip([([0.5], "{0.5}")])
        try await roundTrip([(["", "a,b", "\"", "NULL"], "{\"\",\"a,b\",\"\\\"\",\"NULL\"}")])
        try await roundTrip([(["", nil] as [String?], "{\"\",NULL}")])
        try await roundTrip([([CivilDate(dayNumber: 0)], "{1970-01-01}")])
        try await roundTrip([([Instant(microseconds: 0)], "{\"1970-01-01 00:00:00+00\"}")])
        try await roundTrip([([UUIDBytes(high: 0, low: 1)], "{00000000-0000-0000-0000-000000000001}")])
        try await roundTrip([([JSONText("[]"), JSONText("{}")], "{[],\"{}\"}")])
        try await roundTrip([([Int]?.none, nil), ([1], "{1}")])
    }
}
