import Postgres
import Testing

struct PipelineTests {
    @Test func `the rows of a pipeline come back in order`() async throws {
        try await withConnection { connection in
            for _ in 0..<2 {
                let results = try await connection.pipeline((0..<100).map { "SELECT \($0), 'x'" } + ["SELECT 'last'"])
                let numbers = try results.prefix(100).map { try $0[0].decode(0, as: Int.self) }
                #expect(numbers == Array(0..<100))
                #expect(try results[100][0].decode(0, as: String.self) == "last")
            }
            #expect(try await connection.pipeline([]).isEmpty)
        }
    }

    @Test func `an error in the middle of a pipeline undoes all of it and names the statement`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer PRIMARY KEY)")
            for _ in 0..<2 {
                let found = await fault {
                    _ = try await connection.pipeline([
                        "INSERT INTO t VALUES (\(1))", "INSERT INTO t VALUES (\(2))", "INSERT INTO t VALUES (\(1))",
                        "INSERT INTO t VALUES (\(3))",
                    ])
                }
                #expect(
                    found?.sqlState == .uniqueViolation && found?.statementIndex == 2
                        && found?.constraintName == "t_pkey")
                #expect(try await connection.query("SELECT FROM t").isEmpty)
            }
        }
    }

    @Test func `an error in the middle of a pipeline costs the transaction around it`() async throws {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer)")
            let found = await fault {
                try await connection.transaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? await transaction.pipeline(["INSERT INTO t VALUES (2)", "SELECT nonsense"])
                }
            }
            #expect(found?.code == .commitRolledBack && found?.sqlState == .undefinedColumn)
            #expect(try await connection.query("SELECT FROM t").isEmpty)
        }
    }

    @Test func `a pipeline larger than every buffer does not stand still`() async throws {
        try await withConnection { connection in
            let long = String(repeating: "x", count: 200_000)
            let results = try await connection.pipeline((0..<60).map { "SELECT \($0), \(long), repeat('y', 200000)" })
            #expect(results.count == 60)
            #expect(try results[59][0].decode(2, as: String.self).utf8.count == 200_000)
        }
    }

    @Test func `a pipeline of more statements than are kept prepared runs`() async throws {
        try await withConnection(session: SessionSettings(statementCacheCapacity: 3)) { connection in
            func statements() -> [Statement] {
                (1...12).map { width in
                    var parts = Statement.StringInterpolation(literalCapacity: 8, interpolationCount: width)
                    parts.appendLiteral("SELECT \(width)")
                    for value in 0..<width {
                        parts.appendLiteral(", ")
                        parts.appendInterpolation(value)
                    }
                    return Statement(stringInterpolation: parts)
                }
            }
            for _ in 0..<3 {
                let widths = try await connection.pipeline(statements()).map { try $0[0].decode(0, as: Int.self) }
                #expect(widths == Array(1...12))
                _ = await fault { _ = try await connection.pipeline(statements() + ["SELECT 1 / 0"] + statements()) }
            }
            let kept: Int = try await connection.query("SELECT count(*) FROM pg_prepared_statements")[0].decode(0)
            #expect(kept <= 4)
        }
    }
}
