import Postgres

/// One prepared read by key after the other, on one connection: what `pgbench -S -M prepared -c 1` does.
struct PointReads {
    private let target: ConnectionTarget
    private let accounts: Int32
    private let time: Duration

    init(_ words: Words) throws {
        target = try words.target()
        accounts = Int32(try words.number("accounts"))
        time = try words.duration()
    }

    func run() async throws -> Finding {
        try await Connection.withConnection(to: target) { connection in
            try await connection.onLane { try await run(over: connection) }
        }
    }

    private func run(over connection: Connection) async throws -> Finding {
        _ = try await Self.read(1, over: connection)
        var random = Chance()
        return try await Finding.repeating(for: time) {
            _ = try await Self.read(.random(in: 1...accounts, using: &random), over: connection)
            return 1
        }
    }

    private static func read(_ account: Int32, over connection: Connection) async throws -> Int32 {
        let rows = try await connection.query(statement(account))
        guard let row = rows.first else { throw Words.Mistake("there is no account \(account)") }
        return try row.decode(0, as: Int32.self)
    }

    /// What pgbench sends.
    static func statement(_ account: Int32) -> Statement {
        "SELECT abalance FROM pgbench_accounts WHERE aid = \(account)"
    }
}
