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

@testable import Web

/// Who people are, recorded over the API: upon what was seen, and with nothing lost that is withheld.
@Suite struct APIPeopleTests {
    private static func name(_ text: String) -> String { #"{"particulars":{"name":"\#(text)"}}"# }

    /// A supervisor with a program, a family, and the address of the child as a person.
    private static func world(
        _ body: (_ world: WebWorld, _ sam: APIClient, _ path: String, _ family: WebWorld.Family) async throws -> Void
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            try await body(world, sam, "/sites/north/people/\(family.child)", family)
        }
    }

    @Test func `a person is changed upon the version that was seen, once, and by one of two`() async throws {
        try await Self.world { world, sam, path, _ in
            let seen = try await sam.get(path)
            #expect(Component.person.shape.flaws(in: seen.json) == [], "\(seen.answer.body)")
            let tag = try #require(seen.answer["etag"])
            try await sam.post(path, Self.name("Eve Invented"), key: "name-000001").expect(.matchMissing)
            let first = try await sam.post(path, Self.name("Eve Invented"), key: "name-000001", match: tag)
            #expect(first.status == 201, "\(first.answer.body)")
            #expect(Component.personWritten.shape.flaws(in: first.json) == [], "\(first.answer.body)")
            world.advance(seconds: 60)
            let again = try await sam.post(path, Self.name("Eve Invented"), key: "name-000001", match: tag)
            #expect(again.status == 201 && again.answer.body == first.answer.body)
            #expect(again.answer["etag"] == first.answer["etag"])
            let stale = try await sam.post(path, Self.name("Ida Invented"), key: "name-000002", match: tag)
            stale.expect(.changed)
            let now = try #require(first.answer["etag"])
            #expect(stale.json["version"] == .text(now) && stale.answer["etag"] == now)
            #expect(try await sam.get(path).json["name"] == "Eve Invented")
            // What is as it was has the version that it had.
            let back = try await sam.post(path, Self.name("Ada Invented"), key: "name-000003", match: now)
            #expect(back.status == 201 && back.answer["etag"] != now)
            #expect(tag.hasPrefix(back.answer["etag"]?.dropLast() ?? "none"), "\(tag)")
            let names = ["Bea Invented", "Cleo Invented", "Dora Invented", "Fay Invented"]
            let match = try #require(try await sam.get(path).answer["etag"])
            let replies = try await withThrowingTaskGroup { group in
                for name in names {
                    group.addTask {
                        try await sam.post(path, Self.name(name), key: "race-\(name.prefix(3))00", match: match)
                    }
                }
                return try await group.reduce(into: [APIReply]()) { $0.append($1) }
            }
            #expect(replies.filter { $0.status == 201 }.count == 1, "\(replies.map(\.status))")
            for reply in replies where reply.status != 201 { reply.expect(.changed) }
        }
    }

    @Test func `a child of whom nothing is kept has the version 0`() async throws {
        try await Self.world { world, sam, _, _ in
            var entry = FixtureEpisode(
                from: FixtureWorld.today.adding(days: -60), through: FixtureWorld.today.adding(days: -3))
            (entry.ref, entry.closing) = (EpisodeRef("E-2"), nil)
            try await world.fixtures.record([entry], on: try await world.north())
            let path = "/sites/north/people/\(entry.child)"
            try await sam.get(path).expect(.absent)
            try await sam.post(path, Self.name("Noa Invented"), key: "name-000001", match: "\"7\"").expect(.changed)
            let made = try await sam.post(path, Self.name("Noa Invented"), key: "name-000002", match: "\"0\"")
            #expect(made.status == 201, "\(made.answer.body)")
            #expect(try await sam.get(path).json["name"] == "Noa Invented")
        }
    }

    @Test func `somebody of the family is recorded once, and by a kinship that there is`() async throws {
        try await Self.world { _, sam, path, family in
            let relatives = "/sites/north/children/\(family.child)/relatives"
            let body = #"{"kinship":"mother","particulars":{"name":"Eve Invented","telephone":"01632 960002"}}"#
            let first = try await sam.post(relatives, body, key: "kin-0000001")
            #expect(first.status == 201, "\(first.answer.body)")
            #expect(try await sam.post(relatives, body, key: "kin-0000001").answer.body == first.answer.body)
            let shown = try await sam.get(path).list("relatives")
            #expect(shown.map { $0["id"] } == [first.json["person"]] && shown.first?["kinship"] == "mother")
            let mother = try await sam.get(try #require(first.answer["location"]))
            #expect(mother.status == 200 && mother.json["telephone"] == "01632 960002")
            #expect(mother.answer["etag"]?.hasPrefix(first.answer["etag"]?.dropLast() ?? "none") == true)
            try await sam.post(relatives, #"{"kinship":"neighbour"}"#, key: "kin-0000002").expect(.wrongBody)
            try await sam.post("/sites/north/children/C-999/relatives", body, key: "kin-0000003").expect(.absent)
        }
    }

    @Test func `a protected address is not lost by whoever does not see it`() async throws {
        try await Self.world { world, sam, path, _ in
            func addresses() async throws -> [Bool] {
                try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) {
                    try await $0.query("SELECT sensitive FROM identity.address ORDER BY sensitive")
                        .column(0, as: Bool.self)
                }
            }
            func send(_ body: String, _ number: Int) async throws -> APIReply {
                let tag = try #require(try await sam.get(path).answer["etag"])
                return try await sam.post(path, body, key: "address-000\(number)", match: tag)
            }
            #expect(try await addresses() == [true])
            let open = #"{"address":"2 Open Road","isSensitive":false}"#
            for (number, list) in ["", open].enumerated() {
                let reply = try await send(#"{"addresses":[\#(list)]}"#, number)
                reply.expect(.refused, list)
                #expect(reply.text("detail")?.contains("protected address") == true, "\(reply.answer.body)")
                #expect(try await addresses() == [true])
            }
            #expect(try await send(#"{"particulars":{"telephone":"01632 960003"}}"#, 2).status == 201)
            #expect(try await addresses() == [true])
            let hidden = #"{"address":"1 Hidden Lane","isSensitive":true}"#
            #expect(try await send(#"{"addresses":[\#(open),\#(hidden)]}"#, 3).status == 201)
            #expect(try await addresses() == [false, true])
            let shown = try await sam.get(path)
            #expect(shown.answer.body.contains("2 Open Road") && !shown.answer.body.contains("Hidden"))
        }
    }
}
