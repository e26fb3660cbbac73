import API
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Postgres
import Practice
import PrivateCluster
import RandomHistories
import ScratchPostgres
import Sites
import Testing

@testable import Web

/// Writes that are sent again and again while connections are cut: each has one effect, and one answer.
@Suite struct CutConnectionTests {
    /// How many writes: a drill sets 10,000.
    static let writes = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_WRITES"].flatMap { Int($0) } ?? 400
    private static let lanes = 8

    /// What came of a lane: one client that records in an episode of its own, and begins others.
    private struct Tally: Sendable {
        var (referrals, contacts, answers) = (0, 0, 0)
    }

    @Test func `what is sent twice and cut off at any moment is done once and answered alike`() async throws {
        let limits = RequestLimits(requestsAMinute: 10_000_000)
        try await WebWorld.with(WebConfiguration(port: 0, limits: limits), isSignedIn: false) { world in
            try await world.license()
            for lane in 0..<Self.lanes { try await world.family("Ada Invented", episode: "LANE-\(lane)") }
            let clerk = try await world.clerk()
            let before = try await Self.kept(world)
            let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
                for lane in 0..<Self.lanes { group.addTask { try await Self.run(lane, clerk) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let referrals = tallies.reduce(0) { $0 + $1.referrals }
            let contacts = tallies.reduce(0) { $0 + $1.contacts }
            let answers = tallies.reduce(0) { $0 + $1.answers }
            let after = try await Self.kept(world)
            #expect(referrals + contacts == Self.writes)
            #expect(after.keys == Self.writes)
            // A referral registers its child too.
            #expect(after.events - before.events == 2 * referrals + contacts)
            #expect(after.contacts - before.contacts == contacts && after.episodes - before.episodes == referrals)
            let north = try #require(SiteCode("north"))
            let report = try await world.practice.verify(north)
            #expect(report.isSound, "\(report.faults.prefix(3))")
            print("cut connections: \(referrals) referrals, \(contacts) contacts, \(answers) whole answers, each alike")
        }
    }

    /// The client's part of the writes, one after the other, each sent several times.
    private static func run(_ lane: Int, _ client: APIClient) async throws -> Tally {
        var chance = SplitMix64(seed: UInt64(lane))
        let own = "/sites/north/episodes/LANE-\(lane)"
        var tag = try #require(try await client.get(own).answer["etag"])
        var tally = Tally()
        for number in stride(from: lane, to: writes, by: lanes) {
            let isReferral = Bool.random(using: &chance)
            let body =
                isReferral
                ? #"{"on":"\#(FixtureWorld.today)","ref":"CUT-\#(number)","child":"CUT-\#(number)","model":"mst","#
                    + #""team":"north-mst"}"#
                : #"{"on":"\#(FixtureWorld.today)","mode":"telephone","party":"carer","minutes":\#(number % 60)}"#
            let request = DrillRequest(
                client, isReferral ? "/sites/north/referrals" : own + "/contacts", body,
                key: "cut-connection-\(number)", match: isReferral ? nil : tag)
            let replies = try await request.interleave(&chance)
            let last = try #require(replies.last)
            #expect(last.status == 201, "\(number): \(last.answer.body)")
            for reply in replies {
                #expect(reply.status == 201 && reply.answer.body == last.answer.body, "\(number): \(reply.answer.body)")
                #expect(reply.answer["etag"] == last.answer["etag"])
                #expect(reply.answer["location"] == last.answer["location"])
            }
            if isReferral {
                tally.referrals += 1
            } else {
                (tally.contacts, tag) = (tally.contacts + 1, last.answer["etag"] ?? "")
            }
            tally.answers += replies.count
        }
        return tally
    }

    /// What the database has.
    private static func kept(
        _ world: WebWorld
    ) async throws -> (events: Int, episodes: Int, contacts: Int, keys: Int) {
        try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) { connection in
            let row = try await connection.query(
                """
                SELECT (SELECT count(*) FROM record.event), (SELECT count(*) FROM record.episode),
                    (SELECT count(*) FROM record.contact), (SELECT count(*) FROM exchange.keyed_write)
                """)[0]
            return (
                try row.decode(0, as: Int.self), try row.decode(1, as: Int.self), try row.decode(2, as: Int.self),
                try row.decode(3, as: Int.self)
            )
        }
    }
}
