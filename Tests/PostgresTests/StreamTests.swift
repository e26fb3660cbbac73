import Glibc
import Postgres
import Testing

struct StreamTests {
    private struct Refusal: Error, Equatable {}

    /// Pages of four kibibytes that the process holds now.
    private static func residentPages() throws -> Int {
        let file = try #require(fopen("/proc/self/statm", "r"))
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        _ = fgets(&line, 256, file)
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: " ")
        return try #require(Int(words[1]))
    }

    @Test func `two hundred thousand rows go by in the memory of a few`() async throws {
        try await withConnection { connection in
            let before = try Self.residentPages()
            let (rows, sum, peak) = try await connection.stream(
                "SELECT i, repeat('x', 1000) FROM generate_series(1, 200000) i",
                into: (0, 0, 0)
            ) { state, row in
                state.0 += 1
                state.1 += try row.decode(0, as: Int.self)
                if state.0 % 10_000 == 0 { state.2 = max(state.2, try Self.residentPages()) }
            }
            #expect(rows == 200_000 && sum == 20_000_100_000)
            // Held in memory the rows would take 200 MB; other tests of the process may take a part of this.
            #expect((peak - before) * 4096 < 100_000_000)
        }
    }

    @Test func `rows that are kept stay what they were`() async throws {
        try await withConnection { connection in
            let kept = try await connection.stream(
                "SELECT i, 'row ' || i FROM generate_series(1, 2000) i", into: [Row]()
            ) {
                kept, row in
                if try row.decode(0, as: Int.self) % 3 == 0 { kept.append(row) }
            }
            #expect(kept.count == 666)
            for (index, row) in kept.enumerated() {
                #expect(try row.decode(Int.self, String.self) == (index * 3 + 3, "row \(index * 3 + 3)"))
            }
        }
    }

    @Test func `an error of the receiver comes back unchanged and the connection is clean`() async throws {
        try await withConnection { connection in
            await #expect(throws: Refusal()) {
                try await connection.stream("SELECT generate_series(1, 1000000000)") { row in
                    if try row.decode(0, as: Int.self) == 10 { throw Refusal() }
                }
            }
            let number: Int = try await connection.query("SELECT 5")[0].decode(0)
            #expect(number == 5)
        }
    }

    @Test func `an error in the middle of a stream is a fault after the rows before it`() async throws {
        try await withConnection { connection in
            for _ in 0..<2 {
                let found = await fault {
                    try await connection.stream("SELECT 1 / (50 - i) FROM generate_series(1, 100) i") { _ in }
                }
                #expect(found?.sqlState == .divisionByZero)
            }
            let rows = try await connection.query("SELECT 1")
            #expect(rows.count == 1)
        }
    }

    @Test func `a stream may be the first thing in a transaction with a scope`() async throws {
        try await withPool { pool in
            let sites = try await pool.transaction(scope: SessionScope(["homeward.site": "9"])) { transaction in
                try await transaction.stream(
                    "SELECT current_setting('homeward.site') FROM generate_series(1, 3)",
                    into: [String]()
                ) { sites, row in sites.append(try row.decode(0)) }
            }
            #expect(sites == ["9", "9", "9"])
        }
    }

    @Test func `a result without rows streams nothing`() async throws {
        try await withConnection { connection in
            for _ in 0..<2 {
                try await connection.stream("SELECT 1 WHERE false") { _ in Issue.record("a row") }
                try await connection.stream("SET LOCAL search_path = public") { _ in Issue.record("a row") }
            }
        }
    }
}
