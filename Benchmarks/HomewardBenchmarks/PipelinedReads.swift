import Postgres

/// The same reads in pipeline mode, so many in each round trip.
struct PipelinedReads {
    private let target: ConnectionTarget
    private let accounts: Int32
    private let depth: Int
    private let time: Duration

    init(_ words: Words) throws {
        target = try words.target()
        accounts = Int32(try words.number("accounts"))
        depth = try words.number("depth")
        time = try words.duration()
    }

    func run() async throws -> Finding {
        try await Connection.withConnection(to: target) { connection in
            try await connection.onLane { try await run(over: connection) }
        }
    }

    private func run(over connection: Connection) async throws -> Finding {
        _ = try await read(over: connection)
        return try await Finding.repeating(for: time) {
            try await read(over: connection).count
        }
    }

    private func read(over connection: Connection) async throws -> [Int32] {
        var random = Chance()
        let statements = (0..<depth).map { _ in PointReads.statement(.random(in: 1...accounts, using: &random)) }
        return try await connection.pipeline(statements).map { rows in
            guard let row = rows.first else { throw Words.Mistake("an account is not there") }
            return try row.decode(0, as: Int32.self)
        }
    }
}
