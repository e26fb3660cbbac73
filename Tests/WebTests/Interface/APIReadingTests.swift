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

/// What can be read over the API.
@Suite struct APIReadingTests {
    @Test func `every operation has a handler, and every handler an operation`() async throws {
        try await WebWorld.with { world in
            #expect(Set(APIHandlers(parts: world.parts, version: "test").all.keys) == Set(OperationID.allCases))
        }
    }

    private static func address(_ operation: Operation, of family: WebWorld.Family) -> String {
        let path = operation.path.replacing("{site}", with: "north").replacing("{episode}", with: "E-1")
            .replacing("{model}", with: "mst").replacing("{report}", with: "reach")
            .replacing("{child}", with: "\(family.child)").replacing("{person}", with: "\(family.child)")
            .replacing("{team}", with: "north-mst").replacing("{account}", with: "clerk")
            .replacing("{number}", with: "1").replacing("{week}", with: "1")
            .replacing("{letter}", with: operation.id == .showFamilyLetter ? "closing" : "decision")
        let required = operation.parameters.filter { $0.place == .query && $0.isRequired }.map { parameter in
            switch parameter.name {
            case "site": "site=north"
            case "from": "from=2025-01-01"
            case "to": "to=2025-03-31"
            case "because": "because=new-settings"
            case "indicator": "indicator=completed"
            case "model": "model=mst"
            default: "\(parameter.name)=2"
            }
        }
        return required.isEmpty ? path : path + "?" + required.joined(separator: "&")
    }

    /// What a site without reviews, editions and other versions answers.
    private static let without: [OperationID: ProblemCode] = [
        .showFrozenReview: .absent, .showEdition: .absent, .listEditionChanges: .absent, .previewMove: .refused,
        .verifyEdition: .absent, .compareEditions: .absent, .showFamilyLetter: .absent,
    ]

    @Test func `every reading operation answers in the form that the document says`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let analyst = try await world.account("analyst", .governance)
            try await world.makeAnalyst(analyst)
            let network = try await world.program(of: analyst)
            // Whoever is an expert too sees nobody's name: what is asked of all families is seen as far as every role allows.
            let supervisor = try await world.program(of: try await world.account("sam", .supervisor))
            for operation in Operation.all where operation.method == .get {
                let isForSupervisor = operation.id == .showPerson || operation.id == .exportEvents
                let own = isForSupervisor ? supervisor : clerk
                let client = operation.path.hasPrefix("/network") ? network : own
                let reply = try await client.get(Self.address(operation, of: family))
                if let problem = Self.without[operation.id] {
                    reply.expect(problem, "\(operation.id)")
                    continue
                }
                #expect(reply.status == 200, "\(operation.id): \(reply.answer.body.prefix(300))")
                guard let shape = operation.content.first?.shape else { continue }
                #expect(reply.json != .null, "\(operation.id)")
                #expect(shape.flaws(in: reply.json) == [], "\(operation.id): \(reply.answer.body.prefix(600))")
                #expect(reply.answer["content-type"] == "application/json")
                #expect(reply.answer["ratelimit-limit"] == "6000")
            }
        }
    }

    @Test func `an episode has the version as its tag, and one that is known is not sent again`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let first = try await clerk.get("/sites/north/episodes/E-1")
            let tag = try #require(first.answer["etag"])
            #expect(first.version == tag.split(separator: "-").first.map { "\($0)\"" })
            #expect(!first.answer.body.contains("Ada"))
            let again = try await clerk.get("/sites/north/episodes/E-1", headers: ["If-None-Match: \(tag)"])
            #expect(again.status == 304 && again.answer.body.isEmpty && again.answer["etag"] == tag)
        }
    }

    @Test func `a walk over the pages misses nothing and repeats nothing while others record`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let site = try await world.north()
            func record(_ count: Int) async throws -> Set<String> {
                var ids: Set<String> = []
                for _ in 0..<count {
                    let from = FixtureWorld.today.adding(days: -60)
                    var episode = FixtureEpisode(from: from, through: FixtureWorld.today.adding(days: -3))
                    episode.closing = nil
                    try await world.fixtures.record([episode], on: site)
                    ids.insert("\(episode.id)")
                }
                return ids
            }
            let before = try await record(12)
            let clerk = try await world.clerk()
            var next: String? = "/sites/north/episodes?limit=3&state=open"
            var (seen, pages): ([String], Int) = ([], 0)
            while let address = next {
                let reply = try await clerk.get(address)
                #expect(reply.status == 200, "\(reply.answer.body)")
                guard case .list(let lines)? = reply.json["episodes"] else { throw TestTrouble("no list") }
                seen += lines.compactMap { if case .text(let id)? = $0["id"] { id } else { nil } }
                pages += 1
                next = reply.answer["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
                if pages < 5 { _ = try await record(3) }
            }
            #expect(Set(seen).count == seen.count, "something came twice")
            #expect(before.isSubset(of: seen), "something was missed")
            #expect(pages >= 4)
        }
    }

    @Test func `nobody makes a cursor, and none is good for another list`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for ref in ["E-1", "E-2", "E-3"] { try await world.family("Ada Invented", episode: ref) }
            let clerk = try await world.clerk()
            let first = try await clerk.get("/sites/north/episodes?limit=1")
            let link = try #require(first.answer["link"]).dropFirst().prefix { $0 != ">" }
            #expect(try await clerk.get(String(link)).status == 200)
            let cursor = try #require(link.split(separator: "cursor=").last).description
            let changed = String(cursor.dropLast()) + (cursor.hasSuffix("0") ? "1" : "0")
            for address in [
                "?cursor=\(changed)", "?cursor=\(cursor)&state=open", "?cursor=abc",
                "?cursor=\(String(repeating: "0", count: 96))",
            ] {
                try await clerk.get("/sites/north/episodes\(address)").expect(.wrongCursor, address)
            }
            let other = try await world.clerk("other")
            try await other.get("/sites/north/episodes?cursor=\(cursor)").expect(.wrongCursor, "another account")
        }
    }

    @Test(arguments: ["ndjson", "csv"])
    func `an export ends with how many there were`(format: String) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for ref in ["E-1", "E-2", "E-3"] { try await world.family("Ada Invented", episode: ref) }
            let reply = try await world.clerk().get("/export/episodes?site=north&format=\(format)")
            #expect(reply.status == 200 && reply.answer["transfer-encoding"] == "chunked")
            for ref in ["E-1", "E-2", "E-3"] { #expect(reply.answer.body.contains(ref)) }
            #expect(reply.answer.body.contains(format == "csv" ? "#count,3," : "{\"count\":3}"))
            #expect(!reply.answer.body.contains("Ada"))
            let looks = try await world.looks().filter { $0.hasPrefix("clerk episode.show") }
            #expect(looks.count == 1, "\(looks)")
        }
    }

    @Test func `the document and its page are there for everybody, and need nothing from elsewhere`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let document = try await RawHTTP.ask(world.port, OpenAPIDocument.path)
            #expect(document.status == 200 && document["content-type"] == "application/json")
            #expect(document["set-cookie"] == nil)
            #expect(try JSONReader.read(Array(document.body.utf8))["openapi"] == "3.1.0")
            let page = try await RawHTTP.ask(world.port, OpenAPIDocument.docs)
            #expect(page.status == 200)
            for operation in Operation.all { #expect(page.body.contains("id=\"\(operation.id.rawValue)\"")) }
            #expect(!page.body.contains("<script") && !page.body.contains("http://") && !page.body.contains("https://"))
        }
    }
}

extension WebWorld {
    /// Makes somebody an analyst of the network.
    func makeAnalyst(_ account: AccountID) async throws {
        try await Connection.withConnection(to: fixtures.database.target(.administrator)) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO door.network_grant
                VALUES (gen_random_uuid(), \(account.description)::text::uuid, 'network-analyst', '2000-01-01', NULL,
                    'fixture', now())
                """)
        }
    }
}
