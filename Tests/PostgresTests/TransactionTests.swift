import Postgres
import Testing

struct TransactionTests {
    private struct Refusal: Error, Equatable {}

    private func withTable<Result: Sendable>(_ body: (Pool) async throws -> Result) async throws -> Result {
        try await withPool { pool in
            try await pool.withConnection { connection in
                _ = try await connection.execute(
                    "CREATE TABLE t (a integer CONSTRAINT t_pk PRIMARY KEY DEFERRABLE INITIALLY IMMEDIATE)"
                )
            }
            return try await body(pool)
        }
    }

    private func contents(_ pool: Pool) async throws -> [Int] {
        try await pool.withConnection { try await $0.query("SELECT a FROM t ORDER BY a").column() }
    }

    @Test func `what a transaction did is kept when it returns`() async throws {
        try await withTable { pool in
            let value = try await pool.transaction { transaction in
                try await transaction.execute("INSERT INTO t VALUES (1)")
                try await transaction.execute("INSERT INTO t VALUES (2)")
                return 5
            }
            #expect(value == 5)
            #expect(try await contents(pool) == [1, 2])
        }
    }

    @Test func `an error of the body undoes everything and comes back unchanged`() async throws {
        try await withTable { pool in
            await #expect(throws: Refusal()) {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    throw Refusal()
                }
            }
            let kept = try await contents(pool)
            #expect(kept.isEmpty)
        }
    }

    @Test func `a commit after a swallowed fault is a fault`() async throws {
        try await withTable { pool in
            let found = await fault {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? await transaction.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(found?.code == .commitRolledBack && found?.constraintName == "t_pk")
            let kept = try await contents(pool)
            #expect(kept.isEmpty)
        }
    }

    @Test func `a swallowed fault of the very first statement is a fault at commit`() async throws {
        try await withTable { pool in
            let found = await fault {
                try await pool.transaction { _ = try? await $0.execute("SELECT 1 / 0") }
            }
            #expect(found?.code == .commitRolledBack && found?.sqlState == .divisionByZero)
        }
    }

    @Test func `a constraint checked at commit refuses with its name`() async throws {
        try await withTable { pool in
            let found = await fault {
                try await pool.transaction { transaction in
                    try await transaction.execute("SET CONSTRAINTS ALL DEFERRED")
                    try await transaction.execute("INSERT INTO t VALUES (1), (1)")
                }
            }
            #expect(found?.sqlState == .uniqueViolation && found?.constraintName == "t_pk" && found?.attempt == .commit)
            let kept = try await contents(pool)
            #expect(kept.isEmpty)
        }
    }

    @Test func `a transaction without a statement sends nothing and succeeds`() async throws {
        try await withTable { pool in
            #expect(try await pool.transaction { _ in 3 } == 3)
            await #expect(throws: Refusal()) { try await pool.transaction { _ in throw Refusal() } }
            try await pool.transaction { try await $0.execute("INSERT INTO t VALUES (1)") }
            #expect(try await contents(pool) == [1])
        }
    }

    @Test func `isolation and access are what was asked for`() async throws {
        try await withTable { pool in
            let row = try await pool.transaction(isolation: .serializable, access: .readOnly) { transaction in
                try await transaction.query(
                    "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
                )[0].decode(String.self, String.self)
            }
            #expect(row == ("serializable", "on"))
            let found = await fault {
                try await pool.transaction(access: .readOnly) { try await $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(found?.sqlState == .readOnlyTransaction)
        }
    }

    @Test func `two transactions that cannot both have run are told to try again`() async throws {
        try await withTable { pool in
            let found = await fault {
                try await pool.transaction(isolation: .serializable) { first in
                    _ = try await first.query("SELECT count(*) FROM t")
                    try await pool.transaction(isolation: .serializable) { second in
                        _ = try await second.query("SELECT count(*) FROM t")
                        try await second.execute("INSERT INTO t VALUES (1)")
                    }
                    try await first.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(found?.sqlState == .serializationFailure && found?.isRetriable == true)
        }
    }

    @Test func `a transaction that is over refuses`() async throws {
        try await withTable { pool in
            let kept = try await pool.transaction { transaction in
                try await transaction.execute("INSERT INTO t VALUES (1)")
                return transaction
            }
            let found = await fault { try await kept.execute("INSERT INTO t VALUES (2)") }
            #expect(found?.code == .closed)
            #expect(try await contents(pool) == [1])
        }
    }

    @Test func `statements over the connection belong to its transaction even before the first of its own`()
        async throws
    {
        try await withTable { pool in
            await #expect(throws: Refusal()) {
                try await pool.withConnection { connection in
                    try await connection.transaction { _ in
                        try await connection.execute("INSERT INTO t VALUES (1)")
                        throw Refusal()
                    }
                }
            }
            let kept = try await contents(pool)
            #expect(kept.isEmpty)
        }
    }

    @Test func `a second transaction on the same connection is refused`() async throws {
        try await withTable { pool in
            let found = await fault {
                try await pool.withConnection { connection in
                    try await connection.transaction { _ in try await connection.transaction { _ in } }
                }
            }
            #expect(found?.code == .closed && found?.attempt == .begin)
        }
    }

    @Test func `a flaw that is found before sending leaves the transaction to begin with the next statement`()
        async throws
    {
        try await withTable { pool in
            let site: String = try await pool.transaction(scope: SessionScope(["homeward.site": "4"])) { transaction in
                _ = try? await transaction.query("SELECT \([[1]])")
                return try await transaction.query("SELECT current_setting('homeward.site')")[0].decode(0)
            }
            #expect(site == "4")
        }
    }
}
