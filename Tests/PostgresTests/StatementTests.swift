import Postgres
import Testing

struct StatementTests {
    @Test func `interpolated values become parameters`() {
        let statement: Statement = "SELECT \(1) WHERE a = \("x'; DROP TABLE t; --") AND b = ANY(\([1, 2]))"
        #expect(statement.sql == "SELECT $1 WHERE a = $2 AND b = ANY($3)")
        #expect(statement.bindCount == 3)
    }

    @Test func `a statement never prints its values`() {
        let statement: Statement = "SELECT \("secret-value")"
        #expect(!String(describing: statement).contains("secret"))
        #expect(!String(reflecting: statement).contains("secret"))
        #expect(String(reflecting: statement).contains("SELECT $1"))
    }

    @Test func `hostile strings arrive as they are and change nothing else`() async throws {
        let hostile = [
            "'); DROP TABLE note; --", "$1", "$$", "\\'; DELETE FROM note; --", "%s", "\u{202E}", "{}", "NULL",
            "' OR '1'='1",
        ]
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE note (body text)")
            for text in hostile {
                try await connection.execute("INSERT INTO note (body) VALUES (\(text))")
                let rows = try await connection.query("SELECT body FROM note WHERE body = \(text)")
                #expect(try rows.column(as: String.self) == [text])
            }
            let found = try await connection.query("SELECT body FROM note WHERE body = ANY(\(hostile))")
            #expect(found.count == hostile.count)
        }
    }

    @Test func `a zero byte in a value is the server's to refuse`() async throws {
        try await withConnection { connection in
            let found = await fault { _ = try await connection.query("SELECT \("a\u{0}b")") }
            #expect(found?.sqlState == .characterNotInRepertoire)
        }
    }

    @Test func `a zero byte in the text is refused and cuts nothing off`() async throws {
        try await withConnection { connection in
            let found = await fault { _ = try await connection.query("SELECT 1\u{0} / 0") }
            #expect(found?.code == .statement(.zeroByteInText))
        }
    }

    @Test func `as many values as the protocol counts are bound and one more is refused`() async throws {
        func statement(_ count: Int) -> Statement {
            var parts = Statement.StringInterpolation(literalCapacity: count, interpolationCount: count)
            parts.appendLiteral("SELECT ")
            for index in 0..<count {
                parts.appendLiteral(index == 0 ? "" : " + ")
                if index % 1000 == 0 { parts.appendLiteral("(") }
                parts.appendInterpolation(1)
                if index % 1000 == 999 || index == count - 1 { parts.appendLiteral(")") }
            }
            return Statement(stringInterpolation: parts)
        }
        try await withConnection { connection in
            let sum = try await connection.query(statement(2000))[0].decode(0, as: Int.self)
            #expect(sum == 2000)
            let found = await fault { _ = try await connection.query(statement(65_536)) }
            #expect(found?.code == .statement(.tooManyValues(65_536)))
            #expect(try await connection.query("SELECT 1").count == 1)
        }
    }

    @Test func `an array of arrays is refused`() async throws {
        try await withConnection { connection in
            let found = await fault { _ = try await connection.query("SELECT \([[1], [2]])") }
            #expect(found?.code == .statement(.nestedArray))
        }
    }

    @Test func `arrays carry many rows in one statement`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE entry (id bigint, name text, weight double precision)")
            let ids = Array(1...20_000)
            let names = ids.map { $0 % 7 == 0 ? nil : "name \($0)" }
            let weights = ids.map { Double($0) / 4 }
            let tag = try await connection.execute(
                "INSERT INTO entry SELECT * FROM unnest(\(ids)::bigint[], \(names)::text[], \(weights)::double precision[])"
            )
            #expect(tag.verb == "INSERT" && tag.rows == 20_000)
            let row = try await connection.query(
                "SELECT count(*), count(name), sum(weight), max(name) FROM entry WHERE name IS NULL OR name = 'name ' || id"
            )[0]
            #expect(
                try row.decode(Int.self, Int.self, Double.self, String.self) == (
                    20_000, 17_143, 50_002_500, "name 9999"
                ))
        }
    }
}
