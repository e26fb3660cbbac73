import CivilDate
import Postgres

/// A large result, row by row, each of its four columns decoded to a value of Swift's.
struct StreamedRows {
    /// A row as a value.
    private struct Visit {
        let number: Int64
        let minutes: Int32
        let kind: String
        let day: CivilDate
    }

    /// What is kept of the rows: enough that nothing of the decoding can be left out.
    private struct Sums: Sendable {
        var rows = 0
        var numbers: Int64 = 0
        var minutes = 0
        var bytes = 0
        var days = 0

        mutating func add(_ visit: Visit) {
            rows += 1
            numbers &+= visit.number
            minutes += Int(visit.minutes)
            bytes += visit.kind.utf8.count
            days += Int(visit.day.dayNumber)
        }
    }

    private let target: ConnectionTarget
    private let rows: Int

    init(_ words: Words) throws {
        target = try words.target()
        rows = try words.number("rows")
    }

    func run() async throws -> Finding {
        try await Connection.withConnection(to: target) { connection in
            _ = try await Self.read(1, over: connection)
            let clock = ContinuousClock()
            let start = clock.now
            let sums = try await Self.read(rows, over: connection)
            guard sums.rows == rows, sums.bytes > 0 else { throw Words.Mistake("not all rows came") }
            return Finding(count: sums.rows, time: start.duration(to: clock.now))
        }
    }

    private static func read(_ rows: Int, over connection: Connection) async throws -> Sums {
        try await connection.stream(
            "SELECT number, minutes, kind, day FROM bench_visit LIMIT \(rows)", into: Sums()
        ) { sums, row in
            sums.add(
                Visit(
                    number: try row.decode(0), minutes: try row.decode(1), kind: try row.decode(2),
                    day: try row.decode(3)
                )
            )
        }
    }
}
