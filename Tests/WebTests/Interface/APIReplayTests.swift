import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing
import Vault

@testable import Web

/// A write that took what it is about out of its author's reach is answered as the first time all the same.
@Suite struct APIReplayTests {
    private static let today = FixtureWorld.today
    private static let away = #"{"on":"\#(today)","team":"north-mst","therapist":"t-2"}"#

    /// A therapist of two families, with a program.
    private static func therapist(_ world: WebWorld) async throws -> APIClient {
        for ref in ["E-1", "E-2"] { try await world.family("Ada Invented", episode: ref) }
        let account = try await world.account("tara", .therapist)
        try await world.post(account, as: "t-1")
        return try await world.program(of: account)
    }

    private static func tag(_ client: APIClient, _ ref: String) async throws -> String {
        try #require(try await client.get("/sites/north/episodes/\(ref)").answer["etag"])
    }

    @Test func `who gave a family away is answered as the first time, for a day`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let tara = try await Self.therapist(world)
            let (path, tag) = ("/sites/north/episodes/E-1/allocations", try await Self.tag(tara, "E-1"))
            let first = try await tara.post(path, Self.away, key: "away-0000001", match: tag)
            #expect(first.status == 201, "\(first.answer.body)")
            try await tara.get("/sites/north/episodes/E-1").expect(.absent)
            let again = try await tara.post(path, Self.away, key: "away-0000001", match: tag)
            #expect(again.status == 201 && again.answer.body == first.answer.body)
            #expect(again.answer["etag"] == first.answer["etag"])
            let other = Self.away.replacing("t-2", with: "t-3")
            try await tara.post(path, other, key: "away-0000001", match: tag).expect(.keyReused)
            try await tara.post(path, Self.away, key: "away-0000002", match: tag).expect(.absent)
            let looks = try await world.looks().filter { $0.hasPrefix("tara episode.record episode allowed") }
            #expect(looks.count == 2, "\(looks)")
            // Somebody else's key of the same name says nothing of it.
            let second = try await world.account("tom", .therapist)
            try await world.program(of: second).post(path, Self.away, key: "away-0000001", match: tag).expect(.absent)
        }
    }

    @Test func `a key that is over is free again, whatever its author reaches`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let tara = try await Self.therapist(world)
            let first = try await tara.post(
                "/sites/north/episodes/E-1/allocations", Self.away, key: "away-0000001",
                match: try await Self.tag(tara, "E-1"))
            #expect(first.status == 201)
            world.advance(seconds: 24 * 60 * 60 + 60)
            let tag = try await Self.tag(tara, "E-2")
            let contact = #"{"on":"\#(Self.today)","mode":"telephone","party":"carer"}"#
            let next = try await tara.post(
                "/sites/north/episodes/E-2/contacts", contact, key: "away-0000001", match: tag)
            #expect(next.status == 201, "\(next.answer.body)")
        }
    }

    @Test func `whoever has no role any more is not answered`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let tara = try await Self.therapist(world)
            let (path, tag) = ("/sites/north/episodes/E-1/allocations", try await Self.tag(tara, "E-1"))
            #expect(try await tara.post(path, Self.away, key: "away-0000001", match: tag).status == 201)
            let account = try #require(try await Self.id(of: "tara", world))
            try await world.revoke(account)
            let reply = try await tara.post(path, Self.away, key: "away-0000001", match: tag)
            #expect([401, 404].contains(reply.status), "\(reply.answer.body)")
        }
    }

    private static func id(of code: String, _ world: WebWorld) async throws -> AccountID? {
        try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) {
            try await $0.query("SELECT account_id FROM door.account WHERE code = \(code)").column(0, as: UUIDBytes.self)
        }.first.map { AccountID($0) }
    }

    @Test func `an interviewer, who does not see the episode, records an interview once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let caller = try await world.program(of: try await world.account("ivy", .interviewer))
            try await caller.get("/sites/north/episodes/E-1").expect(.absent)
            let path = "/sites/north/episodes/E-1/interviews"
            let interview =
                #"{"on":"\#(Self.today.adding(days: -5))","instrument":"tam-r","result":"completed","#
                + #""collector":"call-centre","respondent":"mother","score":0.61}"#
            let first = try await caller.post(path, interview, key: "call-0000001")
            #expect(first.status == 201, "\(first.answer.body)")
            let again = try await caller.post(path, interview, key: "call-0000001")
            #expect(again.status == 201 && again.answer.body == first.answer.body)
            // Whoever says what they saw is held to it.
            try await caller.post(path, interview, key: "call-0000002", match: "\"1\"").expect(.changed)
            let clerk = try await world.clerk()
            guard case .list(let held)? = try await clerk.get("/sites/north/episodes/E-1").json["interviews"] else {
                throw TestTrouble("no list")
            }
            #expect(held.count == 1)
        }
    }

    @Test func `an operation that goes away says so`() throws {
        let operation = try #require(Operation.all.first { $0.id == .listSites })
        let day = FixtureWorld.today
        let going = operation.retiring(Retirement(since: day, goesOn: day.adding(days: 183), instead: .showSite))
        let text = "\(APIAnswer(["a": 1]).response(of: going))"
        #expect(["Deprecation", "Sunset", "Link"].allSatisfy { text.contains($0) }, "\(text)")
        #expect(!"\(APIAnswer(["a": 1]).response(of: operation))".contains("Sunset"))
    }
}
