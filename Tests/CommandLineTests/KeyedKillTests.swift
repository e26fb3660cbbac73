import FoundationEssentials
import Glibc
import Postgres
import RandomHistories
import Testing

/// Kills the service while programs write by its API, each write several times under its key.
struct KeyedKillTests {
    /// How often it is killed: a drill sets 200.
    static let kills = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_KILLS"].flatMap { Int($0) } ?? 4
    private static let writesAKill = 4

    @Test func `what the service was killed over is done once, and answered as before`() async throws {
        try await Workplace.lendDurable { workplace in
            try await workplace.applySite()
            try await workplace.demand(["account", "create", "clerk", "--site", "north", "--role", "site-manager"])
            let made = try await workplace.demand([
                "account", "token", "create", "clerk", "--site", "north", "--label", "drill", "--action",
                "referral.record", "--days", "7",
            ])
            let token = try #require(made.out.split { $0.isWhitespace }.first { $0.hasPrefix("hw_") })
            var chance = SplitMix64(seed: 1)
            var served = try await Served.start(workplace)
            try await served.untilReady()
            var heard = 0
            for kill in 0..<Self.kills {
                let requests = (0..<Self.writesAKill).map { KeyedRequest(ref: "K-\(kill)-\($0)", token: String(token)) }
                // Every other time something was answered before.
                let first = kill % 2 == 0 ? [] : [await requests[0].settle(with: served).body]
                served.child.signal(SIGKILL, after: Double.random(in: 0...0.3, using: &chance))
                var before = await Self.hammer(requests, served)
                before[0] += first
                #expect(try await served.child.outcome().status == nil)
                served = try await Served.start(workplace)
                try await served.untilReady()
                for (request, answers) in zip(requests, before) {
                    let last = await request.settle(with: served)
                    #expect(last.status == 201, "\(request.ref): \(last.body)")
                    #expect(answers.allSatisfy { $0 == last.body }, "\(request.ref): \(answers) and \(last.body)")
                    heard += answers.count
                }
            }
            #expect(heard > 0)
            let writes = Self.kills * Self.writesAKill
            let kept = try await Self.kept(workplace)
            // A referral registers its child too.
            #expect(kept.episodes == writes && kept.children == writes && kept.keys == writes)
            #expect(kept.events == 2 * writes)
            #expect(try await workplace.run(["verify"]).status == 0)
            #expect(try await served.stop().status == 0)
            print(
                "keyed kill drill: \(Self.kills) kills, \(writes) writes, each once; \(heard) answers from before, "
                    + "all alike")
        }
    }

    /// Sends each request from two connections at a time until the service is gone.
    private static func hammer(_ requests: [KeyedRequest], _ served: Served) async -> [[String]] {
        await withTaskGroup(of: (Int, [String]).self) { group in
            for (place, request) in requests.enumerated() {
                for _ in 0..<2 { group.addTask { (place, await request.hammer(served)) } }
            }
            return await group.reduce(into: Array(repeating: [], count: requests.count)) { $0[$1.0] += $1.1 }
        }
    }

    private static func kept(
        _ workplace: Workplace
    ) async throws -> (episodes: Int, children: Int, events: Int, keys: Int) {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                let row = try await connection.query(
                    """
                    SELECT (SELECT count(*) FROM record.episode), (SELECT count(*) FROM record.child),
                        (SELECT count(*) FROM record.event WHERE stream <> 'team'),
                        (SELECT count(*) FROM exchange.keyed_write)
                    """)[0]
                return (
                    try row.decode(0, as: Int.self), try row.decode(1, as: Int.self), try row.decode(2, as: Int.self),
                    try row.decode(3, as: Int.self)
                )
            }
        }
    }
}
