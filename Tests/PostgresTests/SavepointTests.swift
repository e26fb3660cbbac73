import Postgres
import Testing

struct SavepointTests {
    private struct Refusal: Error, Equatable {}

    private func withTransaction(_ body: (Transaction) async throws -> Void) async throws -> [Int] {
        try await withConnection { connection in
            try await connection.execute("CREATE TABLE t (a integer PRIMARY KEY)")
            try await connection.transaction(body)
            return try await connection.query("SELECT a FROM t ORDER BY a").column()
        }
    }

    private func insert(_ number: Int, _ transaction: Transaction) async throws {
        try await transaction.execute("INSERT INTO t VALUES (\(number))")
    }

    @Test func `what failed under a savepoint is undone and the rest is kept`() async throws {
        let kept = try await withTransaction { transaction in
            try await insert(1, transaction)
            await #expect(throws: Refusal()) {
                try await transaction.savepoint { inner in
                    try await insert(2, inner)
                    throw Refusal()
                }
            }
            try await insert(3, transaction)
        }
        #expect(kept == [1, 3])
    }

    @Test func `a statement that failed under a savepoint does not cost the transaction`() async throws {
        let kept = try await withTransaction { transaction in
            try await insert(1, transaction)
            let found = await fault { try await transaction.savepoint { try await insert(1, $0) } }
            #expect(found?.sqlState == .uniqueViolation)
            try await insert(2, transaction)
        }
        #expect(kept == [1, 2])
    }

    @Test func `a savepoint may be the first thing in a transaction`() async throws {
        let kept = try await withTransaction { transaction in
            let found = await fault { try await transaction.savepoint { _ = try await $0.query("SELECT nonsense") } }
            #expect(found?.sqlState == .undefinedColumn)
            try await insert(2, transaction)
        }
        #expect(kept == [2])
    }

    @Test func `a fault swallowed under a savepoint undoes it and is told`() async throws {
        let kept = try await withTransaction { transaction in
            try await insert(1, transaction)
            let found = await fault {
                try await transaction.savepoint { inner in
                    try await insert(2, inner)
                    _ = try? await insert(1, inner)
                }
            }
            #expect(found?.code == .commitRolledBack)
            try await insert(3, transaction)
        }
        #expect(kept == [1, 3])
    }

    @Test func `savepoints nest`() async throws {
        let kept = try await withTransaction { transaction in
            try await transaction.savepoint { outer in
                try await insert(1, outer)
                try? await outer.savepoint { inner in
                    try await insert(2, inner)
                    throw Refusal()
                }
                try await outer.savepoint { inner in try await insert(3, inner) }
                try await outer.savepoint { _ in }
            }
            try? await transaction.savepoint { outer in
                try await insert(4, outer)
                try await outer.savepoint { inner in try await insert(5, inner) }
                throw Refusal()
            }
        }
        #expect(kept == [1, 3])
    }

    @Test func `a savepoint without a statement sends nothing`() async throws {
        let kept = try await withTransaction { transaction in
            #expect(try await transaction.savepoint { _ in 8 } == 8)
            await #expect(throws: Refusal()) { try await transaction.savepoint { _ in throw Refusal() } }
            try await insert(1, transaction)
        }
        #expect(kept == [1])
    }
}
