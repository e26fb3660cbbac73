import CivilDate
import Postgres
import Testing

/// What is decoded from the binary format against what the server itself writes as text.
struct DifferentialDecodingTests {
    private struct Mismatch: Error {
        let type: String
        let text: String
    }

    private func compare<Value: PostgresDecodable & Equatable>(
        _ type: Value.Type,
        _ statement: Statement,
        reading: @Sendable (String) -> Value?
    ) async throws {
        let rows = try await withConnection { connection in
            try await connection.stream(statement, into: 0) { rows, row in
                let (value, text) = try row.decode(Value?.self, String?.self)
                guard value == text.flatMap(reading) else { throw Mismatch(type: "\(type)", text: text ?? "NULL") }
                rows += 1
            }
        }
        #expect(rows == 2000)
    }

    @Test func `whole numbers are what the server writes`() async throws {
        try await compare(
            Int64.self,
            "SELECT v, v::text FROM (SELECT ((random() - 0.5) * 1.8e19)::numeric % 9e18 AS n, i FROM generate_series(1, 2000) i) s, LATERAL (SELECT CASE WHEN i % 50 > 0 THEN n::bigint END AS v) t"
        ) { Int64($0) }
        try await compare(
            Int32.self,
            "SELECT v, v::text FROM (SELECT ((random() - 0.5) * 4.2e9)::int4 AS v FROM generate_series(1, 2000)) s"
        ) { Int32($0) }
        try await compare(
            Int16.self,
            "SELECT v, v::text FROM (SELECT ((random() - 0.5) * 65e3)::int2 AS v FROM generate_series(1, 2000)) s"
        ) { Int16($0) }
    }

    @Test func `floating-point numbers are what the server writes`() async throws {
        try await compare(
            Double.self,
            "SELECT v, v::text FROM (SELECT (random() - 0.5) * power(10, (random() - 0.5) * 600) AS v FROM generate_series(1, 2000)) s"
        ) { Double($0) }
    }

    @Test func `days are what the server writes`() async throws {
        try await compare(
            CivilDate.self,
            "SELECT v, v::text FROM (SELECT '0001-01-01'::date + (random() * 3652058)::int AS v FROM generate_series(1, 2000)) s"
        ) { CivilDate(iso: $0) }
    }

    @Test func `instants are what the server writes`() async throws {
        try await compare(
            Instant.self,
            "SELECT v, to_char(v, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM (SELECT '0001-01-01Z'::timestamptz + random() * interval '9990 years' AS v FROM generate_series(1, 2000)) s"
        ) { Instant(rfc3339: $0) }
    }

    @Test func `uuids are what the server writes`() async throws {
        try await compare(
            String.self, "SELECT v::text, v::text FROM (SELECT gen_random_uuid() AS v FROM generate_series(1, 2000)) s"
        ) { $0 }
        let isSame = try await withConnection { connection in
            let rows = try await connection.query(
                "SELECT v, v::text FROM (SELECT gen_random_uuid() AS v FROM generate_series(1, 500)) s")
            return try rows.allSatisfy {
                try $0.decode(0, as: UUIDBytes.self).description == $0.decode(1, as: String.self)
            }
        }
        #expect(isSame)
    }

    @Test func `arrays are what the server writes`() async throws {
        try await compare(
            [Int32?].self,
            "SELECT v, v::text FROM (SELECT (SELECT array_agg(CASE WHEN random() < 0.8 THEN (random() * 1000)::int4 END) FROM generate_series(1, i % 20)) AS v FROM generate_series(1, 2000) i) s"
        ) { text in
            text.dropFirst().dropLast().split(separator: ",").map { $0 == "NULL" ? nil : Int32($0) }
        }
    }

    @Test func `the catalogues' types are read`() async throws {
        try await withConnection { connection in
            let row = try await connection.query(
                "SELECT relname, relkind, oid, relname::text, reltuples FROM pg_class WHERE relname = 'pg_class'")[0]
            #expect(try row.decode(0, as: String.self) == "pg_class")
            #expect(try row.decode("relkind", as: String.self) == "r")
            #expect(try row.decode("oid", as: Int.self) == 1259)
            #expect(try row.decode(4, as: Double.self) >= -1)
            let names = try await connection.query("SELECT ARRAY['a', 'b']::name[]")[0]
            #expect(try names.decode(0, as: [String].self) == ["a", "b"])
        }
    }
}
