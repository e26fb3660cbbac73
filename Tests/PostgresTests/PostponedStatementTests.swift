import Postgres
import Testing

struct PostponedStatementTests {
    private struct Refusal: Error, Equatable {}

    private func withTransaction(_ body: (Transaction) async throws -> Void) async throws -> [Int] {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer PRIMARY KEY)")
            try? await connection.transaction(body)
            return try await connection.query("SELECT a FROM t ORDER BY a").column()
        }
    }

    private func insert(_ number: Int) -> Statement { "INSERT INTO t VALUES (\(number))" }

    @Test func `what was postponed is committed, also when nothing else is done`() async throws {
        let alone = try await withTransaction { try $0.postpone(insert(1)) }
        #expect(alone == [1])
        let after = try await withTransaction { transaction in
            try await transaction.execute(insert(1))
            try transaction.postpone(insert(2))
        }
        #expect(after == [1, 2])
    }

    @Test func `what was postponed comes before the next statement`() async throws {
        var seen: [Int] = []
        let kept = try await withTransaction { transaction in
            try transaction.postpone(insert(1))
            seen = try await transaction.query("SELECT a FROM t").column()
        }
        #expect(seen == [1] && kept == [1])
    }

    @Test func `a postponed statement that fails at the end lets nothing be committed`() async throws {
        let found = try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer CONSTRAINT t_pk PRIMARY KEY)")
            let found = await fault {
                try await connection.transaction { transaction in
                    try await transaction.execute(insert(1))
                    try transaction.postpone(insert(1))
                }
            }
            let kept: [Int] = try await connection.query("SELECT a FROM t").column()
            #expect(kept.isEmpty)
            return found
        }
        #expect(found?.sqlState == .uniqueViolation && found?.constraintName == "t_pk")
    }

    @Test func `a postponed statement that fails before the next one is that one's fault`() async throws {
        let kept = try await withTransaction { transaction in
            try await transaction.execute(insert(1))
            try transaction.postpone(insert(1))
            let found = await fault { try await transaction.execute(insert(2)) }
            #expect(found?.sqlState == .uniqueViolation)
        }
        #expect(kept.isEmpty)
    }

    @Test func `after a swallowed fault the end tells that fault, and not that of what was postponed`() async throws {
        try await withConnection { connection in
            let found = await fault {
                try await connection.transaction { transaction in
                    _ = try? await transaction.execute("SELECT 1 / 0")
                    try transaction.postpone("SELECT 1")
                }
            }
            #expect(found?.code == .commitRolledBack && found?.sqlState == .divisionByZero)
        }
    }

    @Test func `an error of the body undoes what was postponed`() async throws {
        let kept = try await withTransaction { transaction in
            try await transaction.execute(insert(1))
            try transaction.postpone(insert(2))
            throw Refusal()
        }
        #expect(kept.isEmpty)
    }

    @Test func `what was postponed under a savepoint is undone with it, and nothing else is`() async throws {
        let kept = try await withTransaction { transaction in
            try transaction.postpone(insert(1))
            await #expect(throws: Refusal()) {
                try await transaction.savepoint { inner in
                    try inner.postpone(insert(2))
                    throw Refusal()
                }
            }
            try await transaction.savepoint { try $0.postpone(insert(3)) }
        }
        #expect(kept == [1, 3])
    }
}
