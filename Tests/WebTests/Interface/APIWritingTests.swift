import API
import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing

@testable import Web

/// What is recorded over the API: once, upon what was seen.
@Suite struct APIWritingTests {
    private static let today = FixtureWorld.today
    private static let referral =
        #"{"on":"\#(today.adding(days: -400))","ref":"E-77","child":"C-77","model":"mst","team":"north-mst","#
        + #""source":"social-care","profile":{"sex":"F","birthMonth":"2010-05"}}"#
    private static let contact = #"{"on":"\#(today)","mode":"home-visit","party":"family","minutes":55}"#

    /// Does one step after the other, each upon the version that the last one gave.
    private static func steps(
        _ client: APIClient, _ path: String, from tag: String, _ steps: [(String, String)]
    ) async throws -> String {
        var tag = tag
        for (number, step) in steps.enumerated() {
            let reply = try await client.post(
                "\(path)/\(step.0)", step.1, key: "step-0000\(number)-\(tag.dropFirst().dropLast())", match: tag)
            #expect(reply.status == 201, "\(step.0): \(reply.answer.body)")
            #expect(Component.written.shape.flaws(in: reply.json) == [], "\(reply.answer.body)")
            tag = try #require(reply.answer["etag"])
        }
        return tag
    }

    @Test func `a program goes from the referral to the follow-up`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license()
            let clerk = try await world.clerk()
            let begun = try await clerk.post("/sites/north/referrals", Self.referral, key: "journey-0001")
            #expect(begun.status == 201, "\(begun.answer.body)")
            let path = try #require(begun.answer["location"])
            #expect(path == "/api/v1/sites/north/episodes/E-77")
            func day(_ back: Int) -> String { "\(Self.today.adding(days: -back))" }
            let tag = try await Self.steps(
                clerk, path, from: try #require(begun.answer["etag"]),
                [
                    ("screening", #"{"on":"\#(day(398))","verdict":"accepted"}"#),
                    ("allocations", #"{"on":"\#(day(397))","team":"north-mst","therapist":"t-1"}"#),
                    ("treatment", #"{"on":"\#(day(395))"}"#),
                    ("contacts", #"{"on":"\#(day(394))","mode":"home-visit","party":"family","minutes":60}"#),
                    (
                        "interviews",
                        #"{"on":"\#(day(370))","instrument":"tam-r","result":"completed","collector":"call-centre","#
                            + #""respondent":"mother","score":0.61}"#
                    ),
                    ("closing", #"{"on":"\#(day(280))","reason":"completed","outcomes":{"at_home":"yes"}}"#),
                    ("follow-ups", #"{"on":"\#(day(95))","month":6,"status":"unreachable"}"#),
                ])
            let seen = try await clerk.get(path)
            #expect(seen.version == tag)
            #expect(Component.episode.shape.flaws(in: seen.json) == [])
            #expect(seen.json["closing"]?["outcomes"]?["at_home"] == "yes")
            guard case .list(let contacts)? = seen.json["contacts"],
                case .list(let interviews)? = seen.json["interviews"]
            else { throw TestTrouble("no lists") }
            #expect(contacts.count == 1 && interviews.count == 1)
            #expect(interviews.first?["score"] == .decimal("0.61"))
        }
    }

    /// A program with an episode that goes on, and the tag of its version.
    private static func begun(_ world: WebWorld) async throws -> (client: APIClient, tag: String) {
        try await world.family("Ada Invented", episode: "E-1")
        let clerk = try await world.clerk()
        return (clerk, try #require(try await clerk.get("/sites/north/episodes/E-1").answer["etag"]))
    }

    private static func contacts(_ client: APIClient) async throws -> Int {
        guard case .list(let list)? = try await client.get("/sites/north/episodes/E-1").json["contacts"] else {
            return -1
        }
        return list.count
    }

    @Test func `the same request is done once and answered alike, however often and at once it is sent`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let (clerk, tag) = try await Self.begun(world)
            let replies = try await withThrowingTaskGroup(of: APIReply.self) { group -> [APIReply] in
                for _ in 0..<12 {
                    group.addTask {
                        try await clerk.post(
                            "/sites/north/episodes/E-1/contacts", Self.contact, key: "twice-00001", match: tag)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let done = replies.filter { $0.status == 201 }
            #expect(!done.isEmpty)
            for reply in replies where reply.status != 201 { reply.expect(.stillRunning) }
            let again = try await clerk.post(
                "/sites/north/episodes/E-1/contacts",
                #"{ "minutes":55, "party":"family", "on":"\#(Self.today)", "mode":"home-visit" }"#, key: "twice-00001",
                match: tag)
            #expect(again.status == 201)
            for reply in done {
                #expect(reply.answer.body == again.answer.body && reply.answer["etag"] == again.answer["etag"])
            }
            #expect(try await Self.contacts(clerk) == 1)
        }
    }

    @Test func `a key belongs to one request of one account, for a day`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let (clerk, tag) = try await Self.begun(world)
            let path = "/sites/north/episodes/E-1/contacts"
            let first = try await clerk.post(path, Self.contact, key: "mine-000001", match: tag)
            #expect(first.status == 201)
            let other = Self.contact.replacing("55", with: "50")
            try await clerk.post(path, other, key: "mine-000001", match: tag).expect(.keyReused)
            let next = try #require(first.answer["etag"])
            try await clerk.post(path, Self.contact, key: "mine-000001", match: next).expect(.keyReused)
            // Another account's key of the same name is another key.
            let second = try await world.clerk("second")
            #expect(try await second.post(path, other, key: "mine-000001", match: next).status == 201)
            world.advance(seconds: 24 * 60 * 60 - 60)
            #expect(
                try await clerk.post(path, Self.contact, key: "mine-000001", match: tag).answer.body
                    == first.answer.body)
            world.advance(seconds: 120)
            try await clerk.post(path, Self.contact, key: "mine-000001", match: tag).expect(.changed)
            #expect(try await Self.contacts(clerk) == 2)
        }
    }

    @Test func `of changes upon the same version one is made, and the others are told the version there is`()
        async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            let (clerk, tag) = try await Self.begun(world)
            let replies = try await withThrowingTaskGroup(of: APIReply.self) { group -> [APIReply] in
                for number in 0..<10 {
                    group.addTask {
                        try await clerk.post(
                            "/sites/north/episodes/E-1/contacts", Self.contact, key: "race-0000\(number)", match: tag)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let done = replies.filter { $0.status == 201 }
            #expect(done.count == 1)
            for reply in replies where reply.status != 201 {
                reply.expect(.changed)
                #expect(reply.answer["etag"] == done.first?.answer["etag"])
                #expect(reply.json["version"] == done.first?.answer["etag"].map { JSON.text($0) })
            }
            #expect(try await Self.contacts(clerk) == 1)
        }
    }

    @Test func `what is refused leaves no key behind, and no body is kept`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license()
            let clerk = try await world.clerk()
            let wrong = Self.referral.replacing("north-mst", with: "nowhere")
            try await clerk.post("/sites/north/referrals", wrong, key: "again-00001").expect(.refused)
            let right = try await clerk.post("/sites/north/referrals", Self.referral, key: "again-00001")
            #expect(right.status == 201, "\(right.answer.body)")
            let taken = try await clerk.post("/sites/north/referrals", Self.referral, key: "again-00002")
            taken.expect(.conflict)
            let kept = try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) {
                try await $0.query("SELECT k::text FROM exchange.keyed_write AS k").column(0, as: String.self)
            }
            #expect(kept.count == 1)
            for word in ["again", "E-77", "C-77", "2010-05", "social-care"] {
                #expect(!kept[0].contains(word), "\(word)")
            }
        }
    }
}
