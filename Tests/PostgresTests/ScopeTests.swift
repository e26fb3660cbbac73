import Postgres
import Testing

struct ScopeTests {
    private struct Refusal: Error {}

    /// Numbers that look random and are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 31)
        }
    }

    @Test func `ten thousand interleaved transactions over three connections see no foreign scope`() async throws {
        try await withPool(size: 3) { pool in
            let foreign = try await withThrowingTaskGroup(of: Int.self) { group in
                for caller in 0..<20 {
                    group.addTask {
                        var dice = Dice(state: UInt64(caller) + 1)
                        var foreign = 0
                        for _ in 0..<500 { foreign += try await Self.visit(pool, as: caller, &dice) }
                        return foreign
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(foreign == 0)
            #expect(pool.census.waiting == 0 && pool.census.lent == 0 && pool.census.idle <= 3)
        }
    }

    /// One transaction of one kind or another; returns how many settings it saw that were not its own.
    private static func visit(_ pool: Pool, as caller: Int, _ dice: inout Dice) async throws -> Int {
        let own = "\(caller)"
        let look: Statement = "SELECT coalesce(current_setting('homeward.site', true), '')"
        switch Int.random(in: 0..<10, using: &dice) {
        case 0:
            // No scope: nothing of others may show.
            let seen: String = try await pool.transaction { try await $0.query(look)[0].decode(0) }
            return seen == "" ? 0 : 1
        case 1:
            let seen: String = try await pool.withConnection { try await $0.query(look)[0].decode(0) }
            return seen == "" ? 0 : 1
        case 2:
            // A transaction that fails.
            _ = try? await pool.transaction(scope: SessionScope(["homeward.site": own])) { transaction in
                _ = try await transaction.query("SELECT 1 / 0")
            }
            return 0
        case 3:
            // A body that throws.
            _ = try? await pool.transaction(scope: SessionScope(["homeward.site": own])) { transaction in
                _ = try await transaction.query(look)
                throw Refusal()
            }
            return 0
        case 4 where Int.random(in: 0..<10, using: &dice) == 0:
            // A setting made for the whole session by mistake.
            _ = try await pool.withConnection {
                try await $0.query("SELECT set_config('homeward.site', \(own), false)")
            }
            return 0
        default:
            let scope = SessionScope(["homeward.site": own, "homeward.actor": "actor \(own)"])
            return try await pool.transaction(scope: scope) { transaction in
                let first: String = try await transaction.query(look)[0].decode(0)
                let second: String = try await transaction.query("SELECT current_setting('homeward.actor')")[0].decode(
                    0)
                return (first == own ? 0 : 1) + (second == "actor \(own)" ? 0 : 1)
            }
        }
    }

    @Test func `a scope is bound and cannot be broken out of`() async throws {
        try await withPool { pool in
            let value = "1', true); DROP TABLE x; --"
            let seen: String = try await pool.transaction(scope: SessionScope(["homeward.site": value])) {
                try await $0.query("SELECT current_setting('homeward.site')")[0].decode(0)
            }
            #expect(seen == value)
        }
    }

    @Test func `a setting without a name is refused before the first statement runs`() async throws {
        try await withPool { pool in
            try await pool.withConnection { _ = try await $0.execute("CREATE TABLE t (a integer)") }
            let found = await fault {
                try await pool.transaction(scope: SessionScope(["no such setting": "1"])) {
                    try await $0.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(found?.attempt == .begin && found?.sqlState != nil)
            #expect(try await pool.withConnection { try await $0.query("SELECT FROM t").isEmpty })
        }
    }
}
