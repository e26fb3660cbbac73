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

/// What is wrong is told in one form, and nothing that a client sends is a fault of ours.
@Suite struct APIProblemTests {
    private static let episode = "/sites/north/episodes/E-1"
    private static let contact = #"{"on":"\#(FixtureWorld.today)","mode":"telephone","party":"carer"}"#

    @Test func `each problem comes with its status, its code and all headers`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let path = "\(Self.episode)/contacts"
            try await clerk.get("/sites?limit=1").expect(.unknownParameter)
            try await clerk.get("/sites/north/episodes?limit=1&limit=2").expect(.unknownParameter)
            try await clerk.get("/sites/north/episodes?limit=501").expect(.wrongParameter)
            try await clerk.get("/sites/north/duties?on=2026-02-30").expect(.wrongParameter)
            try await clerk.get("/export/episodes").expect(.wrongParameter)
            try await clerk.post(path, Self.contact, key: nil, match: "\"1\"").expect(.keyMissing)
            try await clerk.post(path, Self.contact, key: "short", match: "\"1\"").expect(.keyMissing)
            try await clerk.post(path, Self.contact, key: "key-00000001").expect(.matchMissing)
            try await clerk.post(path, Self.contact, key: "key-00000001", match: "W/\"1\"").expect(.malformed)
            try await clerk.post(path, Self.contact, key: "key-00000001", match: "\"999\"").expect(.changed)
            try await clerk.post(path, "{", key: "key-00000001", match: "\"1\"").expect(.malformed)
            try await clerk.post(path, #"{"on":1,"on":2}"#, key: "key-00000001", match: "\"1\"").expect(.malformed)
            try await clerk.post(path, "{}", key: "key-00000001", match: "\"1\"").expect(.wrongBody)
            try await clerk.post(path, Self.contact, key: "key-00000001", match: "\"1\"", type: "text/plain")
                .expect(.wrongMediaType)
            let large = ["Content-Type: application/json", "Content-Length: 300000"]
            try await clerk.ask("POST", path, large, "").expect(.tooLarge)
            let other = try await clerk.ask("DELETE", Self.episode, [], "")
            other.expect(.methodNotAllowed)
            #expect(other.answer["allow"] == "GET, HEAD")
            try await clerk.get("/nothing").expect(.absent)
            try await clerk.get("/api").expect(.absent)
            let version = try await clerk.get(Self.episode)
            let tag = try #require(version.answer["etag"])
            let future = #"{"on":"2099-01-01","mode":"telephone","party":"carer"}"#
            try await clerk.post(path, future, key: "key-00000001", match: tag).expect(.refused)
        }
    }

    @Test func `whoever has no token that holds is nobody`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let nobody = APIClient(world: world, credentials: [])
            let reply = try await nobody.get("/sites")
            reply.expect(.notSignedIn)
            #expect(reply.answer["www-authenticate"] == "Bearer")
            for text in [
                "Basic abc", "Bearer", "Bearer x", "Bearer hw_abcdef_\(String(repeating: "A", count: 43))",
                "Bearer \(String(repeating: "A", count: 500))",
            ] {
                let client = APIClient(world: world, credentials: ["Authorization: \(text)"])
                try await client.get("/sites").expect(.notSignedIn, text)
            }
            for operation in Operation.all where operation.method == .post {
                try await nobody.post(
                    operation.path.replacing("{site}", with: "north").replacing("{episode}", with: "E-1")
                        .replacing("{child}", with: "C-1").replacing("{team}", with: "north-mst")
                        .replacing("{number}", with: "1").replacing("{prospect}", with: "west"), "{}",
                    key: "key-00000001"
                ).expect(.notSignedIn, operation.path)
            }
        }
    }

    @Test func `a token does what it was made for, and a role what it may`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let manager = try await world.account("boss", .siteManager)
            let narrow = try await world.program(of: manager, [.showSite])
            try await narrow.get(Self.episode).expect(.beyondToken)
            #expect(try await narrow.get("/sites/north").status == 200)
            let wide = try await world.program(of: manager)
            let absent = try await wide.get("/sites/north/episodes/E-9")
            absent.expect(.absent)
            // What the role may not do, another site's, and what there is not: nobody can tell which.
            for path in ["/sites/south/episodes/E-1", "/sites/east/episodes/E-1", "/sites/south", "/sites/***"] {
                let reply = try await wide.get(path)
                reply.expect(.absent, path)
                #expect(reply.json["detail"] == absent.json["detail"])
            }
            try await wide.get("/network/reports/reach?from=2025-01-01&to=2025-03-31").expect(.absent)
            // A site manager records nothing in an episode.
            try await wide.post("\(Self.episode)/contacts", Self.contact, key: "key-00000001", match: "\"1\"")
                .expect(.absent)
            let sites = try await wide.get("/sites")
            #expect(sites.answer.body.contains("north") && !sites.answer.body.contains("south"))
        }
    }

    @Test func `with a browser's session only our own pages write`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let account = try await world.account("sam", .supervisor)
            let token = try await world.session(account)
            let browser = APIClient(
                world: world, credentials: ["Cookie: \(world.cookies.name(of: .session))=\(token.revealed())"])
            let seen = try await browser.get(Self.episode)
            #expect(seen.status == 200)
            let tag = try #require(seen.answer["etag"])
            let path = "\(Self.episode)/contacts"
            for site in ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example"] {
                try await browser.post(path, Self.contact, key: "key-00000001", match: tag, headers: [site])
                    .expect(.foreignOrigin, site)
            }
            try await browser.post(path, Self.contact, key: "key-00000001", match: tag).expect(.foreignOrigin)
            let own = try await browser.post(
                path, Self.contact, key: "key-00000001", match: tag, headers: ["Sec-Fetch-Site: same-origin"])
            #expect(own.status == 201, "\(own.answer.body)")
            let half = try await world.session(account, .factor)
            let waiting = APIClient(
                world: world, credentials: ["Cookie: \(world.cookies.name(of: .session))=\(half.revealed())"])
            try await waiting.get("/sites").expect(.notSignedIn)
        }
    }

    @Test func `nobody sends more than their share, and others go on`() async throws {
        let limits = RequestLimits(requestsAMinute: 3)
        try await WebWorld.with(WebConfiguration(port: 0, limits: limits), isSignedIn: false) { world in
            let (clerk, other) = (try await world.clerk(), try await world.clerk("other"))
            for left in [2, 1, 0] {
                #expect(try await clerk.get("/sites").answer["ratelimit-remaining"] == "\(left)")
            }
            let reply = try await clerk.get("/sites")
            reply.expect(.tooMany)
            #expect(reply.answer["retry-after"] == "60")
            #expect(try await other.get("/sites").status == 200)
            world.advance(seconds: 60)
            #expect(try await clerk.get("/sites").status == 200)
        }
    }

    @Test func `a fault of ours says nothing of what is inside`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let clerk = try await world.clerk()
            try await world.breakReports()
            let reply = try await clerk.get("/sites/north/reports/comparison?from=2025-01-01&to=2025-03-31")
            #expect([500, 503].contains(reply.status))
            #expect(!reply.answer.body.contains("closed_on") && !reply.answer.body.contains("episode_fact"))
            #expect(Component.problem.shape.flaws(in: reply.json) == [])
        }
    }
}
