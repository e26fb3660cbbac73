import CivilDate
import Postgres
import Testing

struct DecodingFaultTests {
    private func decoding<Value: PostgresDecodable>(
        _ type: Value.Type, from statement: Statement
    ) async throws -> DecodingFault? {
        try await withConnection { connection -> DecodingFault? in
            let row = try await connection.query(statement)[0]
            do throws(PostgresFault) {
                _ = try row.decode(0, as: type)
                return nil
            } catch {
                guard case .decoding(let fault) = error.code else { return nil }
                return fault
            }
        }
    }

    @Test func `a null where a value is required is refused`() async throws {
        #expect(try await decoding(Int.self, from: "SELECT NULL::bigint") == .unexpectedNull)
        #expect(try await decoding(String.self, from: "SELECT NULL::text") == .unexpectedNull)
        #expect(try await decoding([Int].self, from: "SELECT ARRAY[1, NULL]::bigint[]") == .unexpectedNull)
        #expect(try await decoding([UInt8].self, from: "SELECT NULL::bytea") == .unexpectedNull)
        #expect(try await decoding(DateRange.self, from: "SELECT NULL::daterange") == .unexpectedNull)
    }

    @Test func `a column of another type is refused`() async throws {
        #expect(try await decoding(Int.self, from: "SELECT 1::numeric") == .wrongType(oid: 1700))
        #expect(try await decoding(String.self, from: "SELECT 1") == .wrongType(oid: 23))
        #expect(try await decoding(Bool.self, from: "SELECT 1") == .wrongType(oid: 23))
        #expect(try await decoding([UInt8].self, from: "SELECT 'a'") == .wrongType(oid: 25))
        #expect(try await decoding([Int].self, from: "SELECT 'a'") == .wrongType(oid: 25))
        #expect(try await decoding([Int].self, from: "SELECT ARRAY['a']") == .wrongType(oid: 25))
        #expect(try await decoding(Instant.self, from: "SELECT '2026-01-01'::timestamp") == .wrongType(oid: 1114))
    }

    @Test func `a number that does not fit is refused`() async throws {
        #expect(try await decoding(Int16.self, from: "SELECT 32768::bigint") == .outOfRange)
        #expect(try await decoding(Int32.self, from: "SELECT -2147483649") == .outOfRange)
    }

    @Test func `infinity is refused where a day or an instant is asked for`() async throws {
        #expect(try await decoding(CivilDate.self, from: "SELECT 'infinity'::date") == .infinite)
        #expect(try await decoding(CivilDate.self, from: "SELECT '-infinity'::date") == .infinite)
        #expect(try await decoding(Instant.self, from: "SELECT 'infinity'::timestamptz") == .infinite)
        #expect(try await decoding(DateRange.self, from: "SELECT '(,2026-01-01)'::daterange") == .infinite)
    }

    @Test func `empty ranges and arrays of several dimensions are refused`() async throws {
        #expect(try await decoding(DateRange.self, from: "SELECT 'empty'::daterange") == .unsupportedShape)
        #expect(try await decoding([Int].self, from: "SELECT '{{1,2},{3,4}}'::bigint[]") == .unsupportedShape)
    }

    @Test func `a column that is not there is refused by name and by position`() async throws {
        try await withConnection { connection in
            let row = try await connection.query("SELECT 1 AS one")[0]
            #expect(throws: PostgresFault.self) { try row["two", as: Int.self] }
            #expect(throws: PostgresFault.self) { try row.decode(1, as: Int.self) }
            #expect(throws: PostgresFault.self) { try row.decode(-1, as: Int.self) }
            #expect(try row["one", as: Int.self] == 1)
        }
    }

    @Test func `a fault of decoding names the column and not the value`() async throws {
        try await withConnection { connection in
            let row = try await connection.query("SELECT 'secret-value' AS note")[0]
            let found = await fault { _ = try row["note", as: Int.self] }
            #expect(found?.column == "note")
            #expect(found.map { String(reflecting: $0).contains("secret") } == false)
        }
    }
}
