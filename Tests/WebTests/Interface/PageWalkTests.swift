import API
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Foundation
import RandomHistories
import Synchronization
import Testing

@testable import Web

/// Walks over the pages of a list while others record.
@Suite struct PageWalkTests {
    private static let inserts = 1_000

    @Test func `while a thousand episodes come in, no walk misses or repeats one that was there throughout`()
        async throws
    {
        let limits = RequestLimits(requestsAMinute: 10_000_000)
        try await WebWorld.with(WebConfiguration(port: 0, limits: limits), isSignedIn: false) { world in
            let site = try await world.north()
            // By chance few or many at once.
            @Sendable func record(_ count: Int, _ chance: inout SplitMix64) async throws -> [String] {
                let from = FixtureWorld.today.adding(days: -Int.random(in: 4...400, using: &chance))
                var episodes = (0..<count).map { _ in FixtureEpisode(from: from, through: FixtureWorld.today) }
                for place in episodes.indices { episodes[place].closing = nil }
                try await world.fixtures.record(episodes, on: site)
                return episodes.map { "\($0.id)" }
            }
            var chance = SplitMix64(seed: 1)
            let there = Mutex(Set(try await record(150, &chance)))
            let isOver = Mutex(false)
            let clerk = try await world.clerk()
            async let inserted: Void = {
                var (chance, left) = (SplitMix64(seed: 2), Self.inserts)
                while left > 0 {
                    let count = min(left, Int.random(in: 1...20, using: &chance))
                    let ids = try await record(count, &chance)
                    there.withLock { $0.formUnion(ids) }
                    left -= count
                }
                isOver.withLock { $0 = true }
            }()
            var (walks, during) = (0, 0)
            var isLast = false
            repeat {
                isLast = isOver.withLock { $0 }
                let before = there.withLock { $0 }
                let (seen, pages) = try await Self.walk(clerk, limit: Int.random(in: 5...40, using: &chance))
                #expect(Set(seen).count == seen.count, "something came twice")
                #expect(before.isSubset(of: seen), "\(before.subtracting(seen).count) were missed")
                #expect(pages > 3)
                (walks, during) = (walks + 1, during + (isLast ? 0 : 1))
            } while !isLast
            try await inserted
            #expect(during > 0 && there.withLock { $0.count } == Self.inserts + 150)
            print("page walks: \(walks), \(during) of them while \(Self.inserts) episodes came in")
        }
    }

    private static func walk(_ client: APIClient, limit: Int) async throws -> (ids: [String], pages: Int) {
        var next: String? = "/sites/north/episodes?limit=\(limit)"
        var (ids, pages): ([String], Int) = ([], 0)
        while let address = next {
            let reply = try await client.get(address)
            guard case .list(let lines)? = reply.json["episodes"] else { throw TestTrouble(reply.answer.body) }
            ids += lines.compactMap { if case .text(let id)? = $0["id"] { id } else { nil } }
            pages += 1
            next = reply.answer["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        return (ids, pages)
    }
}
