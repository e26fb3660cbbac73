import API
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Postgres
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Testing

@testable import Web

/// Many programs that change the same few episodes at once, each upon the version that it saw.
@Suite struct LostUpdateTests {
    /// How many changes are tried: a drill sets 10,000.
    static let edits = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_WRITES"].flatMap { Int($0) } ?? 600
    private static let episodes = 20
    private static let programs = 12

    /// A change that was made.
    private struct Success: Sendable, Hashable {
        let episode: Int
        let version: Int
        let contact: String
    }

    @Test func `of changes of the same episodes at once none is lost, and each that succeeded is on record`()
        async throws
    {
        let limits = RequestLimits(requestsAMinute: 10_000_000)
        try await WebWorld.with(WebConfiguration(port: 0, limits: limits), isSignedIn: false) { world in
            var ids: [EpisodeID] = []
            for number in 0..<Self.episodes {
                try await world.family("Ada Invented", episode: "EDIT-\(number)")
            }
            let clerk = try await world.clerk()
            var first: [Int] = []
            for number in 0..<Self.episodes {
                let sheet = try await clerk.get("/sites/north/episodes/EDIT-\(number)")
                guard case .integer(let version)? = sheet.json["version"], case .text(let id)? = sheet.json["id"]
                else { throw TestTrouble("no episode: \(sheet.answer.body)") }
                first.append(version)
                ids.append(try #require(EpisodeID(uuid: id)))
            }
            let successes = try await withThrowingTaskGroup(of: [Success].self) { group in
                for program in 0..<Self.programs { group.addTask { try await Self.edit(as: program, clerk) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(successes.count > Self.episodes)
            #expect(successes.count < Self.edits, "nobody met anybody")
            for number in 0..<Self.episodes {
                let own = successes.filter { $0.episode == number }.sorted { $0.version < $1.version }
                // Each success is a version of its own, and there is no version that nobody was told of.
                #expect(own.map(\.version) == own.indices.map { first[number] + 1 + $0 })
                let state = try #require(try await world.fixtures.load(ids[number], of: world.north()))
                #expect(state.history.head.number == Int64(first[number] + own.count))
                let sheet = try await clerk.get("/sites/north/episodes/EDIT-\(number)")
                guard case .list(let contacts)? = sheet.json["contacts"] else { throw TestTrouble("no contacts") }
                let seen = contacts.compactMap { if case .text(let id)? = $0["id"] { id } else { nil } }
                #expect(seen.count == own.count && Set(seen) == Set(own.map(\.contact)))
            }
            #expect(try await world.fixtures.verify(world.north()).isSound)
            print("lost updates: \(Self.edits) changes tried, \(successes.count) made, all on record")
        }
    }

    /// One program's part of the changes: by chance upon a version that it reads, or upon one that it remembers.
    private static func edit(as program: Int, _ client: APIClient) async throws -> [Success] {
        var chance = SplitMix64(seed: UInt64(program))
        var known: [Int: String] = [:]
        var successes: [Success] = []
        for number in stride(from: program, to: edits, by: programs) {
            let episode = Int.random(in: 0..<episodes, using: &chance)
            let path = "/sites/north/episodes/EDIT-\(episode)"
            if known[episode] == nil || Bool.random(using: &chance) {
                known[episode] = try await client.get(path).answer["etag"]
            }
            let reply = try await client.post(
                path + "/contacts", #"{"on":"\#(FixtureWorld.today)","mode":"telephone","party":"carer"}"#,
                key: "lost-update-\(number)", match: known[episode])
            if reply.status == 201, case .integer(let version)? = reply.json["version"],
                case .text(let contact)? = reply.json["made"]
            {
                successes.append(Success(episode: episode, version: version, contact: contact))
            } else {
                reply.expect(.changed, "\(number)")
                #expect(reply.answer["etag"] != known[episode])
            }
            known[episode] = reply.answer["etag"]
        }
        return successes
    }
}
