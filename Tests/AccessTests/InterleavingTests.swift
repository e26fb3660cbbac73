import Accounts
import EpisodeFixtures
import Foundation
import Intervention
import Postgres
import Practice
import RandomHistories
import ScratchPostgres
import Sites
import Testing

/// Many accounts over few connections: what one reaches never stays for the next.
@Suite struct InterleavingTests {
    private struct Interrupted: Error {}

    /// How often each account asks; the full drill of 10,000 is 500.
    private static let rounds =
        ProcessInfo.processInfo.environment["HOMEWARD_DRILL_INTERLEAVINGS"].flatMap { Int($0) } ?? 60

    @Test func `twenty accounts over three connections each see their own families and no other`() async throws {
        let seed = UInt64.random(in: .min ... .max)
        try await AccessWorld.with { world in
            var accounts: [(practice: Practice, site: Site, wanted: Set<UUIDBytes>)] = []
            for number in 0..<20 {
                let site = number % 2 == 0 ? world.north : world.south
                let staff = ["ab", "cd", "ef"][number % 3]
                let account = try await world.account(
                    "t-\(number)", [.init(role: .therapist, site: site, team: "elm", staff: staff)])
                let wanted = world.families.filter { $0.site.id == site.id && $0.therapist.text == staff }
                accounts.append((try await account.practice(), site, Set(wanted.map { UUIDBytes($0.id) })))
            }
            try await world.fixtures.database.withPool(size: 3) { pool in
                let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
                    for (number, account) in accounts.enumerated() {
                        let practice = account.practice.over(pool)
                        group.addTask {
                            var random = SplitMix64(seed: seed &+ UInt64(number))
                            var wrong = 0
                            for _ in 0..<Self.rounds {
                                let breaks = Int.random(in: 0..<4, using: &random) == 0
                                do {
                                    try await practice.withSite(account.site.code, for: .showDuties) { session in
                                        let seen = try await session.transaction.query(
                                            "SELECT episode_id FROM record.episode"
                                        ).column(0, as: UUIDBytes.self)
                                        if Set(seen) != account.wanted { wrong += 1 }
                                        if breaks { throw Interrupted() }
                                    }
                                } catch is Interrupted {}
                            }
                            return wrong
                        }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(wrong == 0, "seed \(seed)")
            }
        }
    }
}
