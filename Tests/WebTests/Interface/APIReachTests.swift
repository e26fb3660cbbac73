import API
import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Web

/// What an answer shows by who asks: in its tag, in the access log, and where nothing is to be shown at all.
@Suite struct APIReachTests {
    private static let today = FixtureWorld.today
    private static let one = "/sites/north/episodes/E-1"

    /// A family whose therapist is t-1, with an interview, and a supervisor's program.
    private static func world(
        _ body: (_ world: WebWorld, _ sam: APIClient, _ account: AccountID) async throws -> Void
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let account = try await world.account("sam", .supervisor)
            let sam = try await world.program(of: account)
            let interview =
                #"{"on":"\#(today.adding(days: -5))","instrument":"tam-r","result":"completed","#
                + #""collector":"call-centre","respondent":"mother","score":0.61}"#
            #expect(try await sam.post("\(one)/interviews", interview, key: "talk-000001").status == 201)
            try await body(world, sam, account)
        }
    }

    @Test(arguments: ["", "/events", "/facts"])
    func `what another sees of the same version is not what one has already`(what: String) async throws {
        try await Self.world { world, sam, _ in
            let path = Self.one + what
            let seen = try await sam.get(path)
            let tag = try #require(seen.answer["etag"])
            #expect(try await sam.get(path, headers: ["If-None-Match: \(tag)"]).status == 304)
            #expect(try await sam.get(path, headers: ["If-None-Match: W/\(tag), \"1\""]).status == 304)
            let boss = try await world.program(of: try await world.account("boss", .siteManager))
            let other = try await boss.get(path, headers: ["If-None-Match: \(tag)"])
            let isSame = other.status == 304
            // Facts are the same to both here; interviews are for one of them.
            #expect(isSame == (what == "/facts"), "\(other.status)")
            #expect(isSame || other.version == seen.version)
            #expect((other.answer["etag"] == tag) == isSame)
        }
    }

    @Test func `whoever gets another role is answered anew, and writes upon what they saw`() async throws {
        try await Self.world { world, sam, account in
            let path = "\(Self.one)/events"
            let before = try await sam.get(path)
            let tag = try #require(before.answer["etag"])
            #expect(before.answer.body.contains("interview-recorded"))
            let contact = #"{"on":"\#(Self.today)","mode":"telephone","party":"carer"}"#
            #expect(try await sam.post("\(Self.one)/contacts", contact, key: "write-00001", match: tag).status == 201)
            let then = try #require(try await sam.get(path).answer["etag"])
            try await WebWorld.grant(.siteManager, to: account, at: "north", world.fixtures)
            try await world.revokeRole("supervisor", of: account)
            let after = try await sam.get(path, headers: ["If-None-Match: \(then)"])
            #expect(after.status == 200 && !after.answer.body.contains("interview-recorded"), "\(after.answer.body)")
            let same = try await sam.get(path, headers: ["If-None-Match: \(after.answer["etag"] ?? "")"])
            #expect(same.status == 304)
        }
    }

    @Test func `a malformed tag is told as one`() async throws {
        try await Self.world { _, sam, _ in
            let contact = #"{"on":"\#(Self.today)","mode":"telephone","party":"carer"}"#
            for tag in [
                "\"1-\"", "\"1-xyz\"", "\"-0123456789abcdef\"", "\"1-0123456789abcdef-2\"", "\"1-0123456789ABCDEF\"",
                "1",
            ] {
                try await sam.post("\(Self.one)/contacts", contact, key: "write-00001", match: tag)
                    .expect(.malformed, tag)
            }
        }
    }

    @Test func `a look at a child is written down by the relation that holds`() async throws {
        try await Self.world { world, sam, _ in
            let account = try await world.account("tara", .therapist)
            try await world.post(account, as: "t-1")
            let tara = try await world.program(of: account)
            let boss = try await world.program(of: try await world.account("boss", .siteManager))
            guard case .text(let child)? = try await sam.get(Self.one).json["child"] else { throw TestTrouble("none") }
            for client in [tara, sam, boss] {
                #expect(try await client.get("/sites/north/children/\(child)").status == 200)
            }
            let looks = try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                try await connection.query(
                    """
                    SELECT actor || ' ' || relation FROM access.look
                    WHERE action = 'episode.show' AND target = 'child' ORDER BY arrival
                    """
                ).column(0, as: String.self)
            }
            #expect(looks == ["tara own-episode", "sam own-team", "boss own-site"])
        }
    }

    @Test func `what raters returned is neither listed nor taken back nor replaced`() async throws {
        try await Self.world { world, sam, _ in
            let team = try #require(TeamCode("north-mst"))
            let measure = MeasureReturn(
                id: MeasureReturnID(high: 1, low: 2), of: "sam", slotFrom: Self.today, about: StaffCode("s-1"),
                score: AdherenceScore(decimal: "0.75"))
            try await world.practice.record(
                [Engine.Entry(.returnMeasure(measure), on: Self.today)], to: team, at: try await world.north().code)
            let path = "/sites/north/teams/north-mst"
            let events = try await sam.get("\(path)/events")
            #expect(!events.answer.body.contains("measure") && !events.answer.body.contains("0.75"))
            guard case .integer(let last)? = events.json["version"] else { throw TestTrouble("no version") }
            let tag = try #require(events.answer["etag"])
            let briefing = #"{"briefing":{"on":"\#(Self.today)","audience":"school","attended":3}}"#
            for (number, body) in [
                #"{"cause":"entry-error","withdrawals":[\#(last)]}"#,
                #"{"cause":"entry-error","replacements":[{"seq":\#(last),"record":\#(briefing)}]}"#,
            ].enumerated() {
                let reply = try await sam.post("\(path)/corrections", body, key: "back-00000\(number)", match: tag)
                reply.expect(.refused)
                #expect(reply.text("detail")?.contains("Nothing of that place") == true, "\(reply.answer.body)")
            }
            let kept = try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) {
                try await $0.query(
                    "SELECT count(*) FROM record.event WHERE kind IN ('measure-returned', 'correction')"
                ).column(0, as: Int.self)
            }
            #expect(kept == [1])
        }
    }

    @Test func `where nothing is judged what would be refused is not there`() async throws {
        try await Self.world { _, sam, _ in
            for path in ["/sites/north/teams/north-none", "/sites/north/teams/north-none/events"] {
                let operation = try #require(Operation.all.first { $0.id == .showTeam })
                #expect(!operation.problems.contains(.refused))
                try await sam.get(path).expect(.absent, path)
            }
            // Where something is judged, the same fault is told as one.
            let to = #"{"on":"\#(Self.today)","team":"north-none"}"#
            let tag = try #require(try await sam.get(Self.one).answer["etag"])
            try await sam.post("\(Self.one)/allocations", to, key: "give-000001", match: tag).expect(.refused)
        }
    }

    @Test(arguments: ["team=north-mst", "model=mst", "indicator=completed"])
    func `what a report does not take is refused by its name`(parameter: String) async throws {
        try await Self.world { world, _, _ in
            let boss = try await world.program(of: try await world.account("boss", .siteManager))
            let path = "/sites/north/reports/adherence?from=2025-01-01&to=2025-03-31"
            #expect(try await boss.get(path).status == 200)
            let reply = try await boss.get("\(path)&\(parameter)")
            reply.expect(.wrongParameter)
            let name = parameter.prefix { $0 != "=" }
            #expect(reply.list("errors").map { $0["pointer"] } == [.text("/query/\(name)")], "\(reply.answer.body)")
            try await boss.get("\(path)&colour=red").expect(.unknownParameter)
        }
    }
}

extension WebWorld {
    /// Takes one role of an account back.
    fileprivate func revokeRole(_ role: String, of account: AccountID) async throws {
        let now = fixtures.clock.shown
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                UPDATE access.site_grant SET revoked_by = 'fixture', revoked_at = greatest(granted_at, \(now))
                WHERE account_id = \(account.description)::text::uuid AND role = \(role)
                """)
        }
        try await changeRights(of: account)
    }
}
