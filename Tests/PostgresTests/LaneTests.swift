import Testing

@testable import Postgres

struct LaneTests {
    @Test func `who works on the lane stays on its thread between statements`() async throws {
        try await withConnection { connection in
            let places = try await connection.onLane {
                var places: [Bool] = []
                for _ in 0..<20 {
                    _ = try await connection.query("SELECT 1")
                    places.append(connection.lane.isCurrent)
                }
                return places
            }
            #expect(places.allSatisfy { $0 })
        }
    }

    @Test func `a transaction's own work runs on the lane`() async throws {
        try await withConnection { connection in
            let isOnLane = try await connection.transaction { transaction in
                _ = try await transaction.query("SELECT 1")
                return connection.lane.isCurrent
            }
            #expect(isOnLane)
        }
    }

    @Test func `what is thrown on the lane comes back unchanged`() async throws {
        struct Own: Error {}
        try await withConnection { connection in
            await #expect(throws: Own.self) {
                try await connection.onLane { throw Own() }
            }
            let answer = try await connection.query("SELECT 7")[0].decode(0, as: Int.self)
            #expect(answer == 7)
        }
    }

    @Test func `two lanes, one inside the other, keep their statements apart`() async throws {
        try await withPool(size: 2) { pool in
            let processes = try await pool.withLane { outer in
                try await pool.withLane { inner in
                    let first = try await outer.query("SELECT pg_backend_pid()")[0].decode(0, as: Int32.self)
                    let second = try await inner.query("SELECT pg_backend_pid()")[0].decode(0, as: Int32.self)
                    let again = try await outer.query("SELECT pg_backend_pid()")[0].decode(0, as: Int32.self)
                    return [first, second, again]
                }
            }
            #expect(processes[0] == processes[2])
            #expect(processes[0] != processes[1])
        }
    }

    @Test func `statements of many tasks over one connection each get their own answer`() async throws {
        try await withConnection { connection in
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let rows = try await connection.query("SELECT \(number)::bigint")
                        return try rows[0].decode(0, as: Int.self) == number
                    }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(answers.count == 200)
            #expect(answers.allSatisfy { $0 })
        }
    }
}
