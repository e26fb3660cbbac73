import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Web

/// What is recorded of children and teams, and what is done about access and retention, over the API.
@Suite struct APIOthersTests {
    private static let today = FixtureWorld.today
    private static func day(_ back: Int) -> String { "\(today.adding(days: -back))" }

    /// Writes something upon the version that there is.
    private static func write(
        _ client: APIClient, _ path: String, _ what: String, _ body: String
    ) async throws -> APIReply {
        let tag = try #require(try await client.get(path).answer["etag"])
        return try await client.post(
            "\(path)/\(what)", body, key: "key-\(what)-\(tag.dropFirst().dropLast())", match: tag)
    }

    @Test func `a child's places, school and offences are recorded and put right`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let path = "/sites/north/children/\(family.child)"
            let placed = try await Self.write(
                clerk, path, "placements", #"{"on":"\#(Self.day(30))","setting":"foster","reason":"breakdown"}"#)
            #expect(placed.status == 201, "\(placed.answer.body)")
            #expect(Component.childWritten.shape.flaws(in: placed.json) == [], "\(placed.answer.body)")
            guard case .text(let placement)? = placed.json["made"] else { throw TestTrouble("no id") }
            let steps = [
                ("placement-ends", #"{"on":"\#(Self.day(20))","placement":"\#(placement)","reason":"return-home"}"#),
                ("provisions", #"{"on":"\#(Self.day(30))","kind":"cpp"}"#),
                ("school", #"{"on":"\#(Self.day(25))","status":"attending"}"#),
                ("offences", #"{"on":"\#(Self.day(24))","kind":"theft"}"#),
                ("households", #"{"on":"\#(Self.day(23))","household":"H-1"}"#),
                ("households", #"{"on":"\#(Self.day(22))","household":null}"#),
            ]
            for (what, body) in steps {
                let reply = try await Self.write(clerk, path, what, body)
                #expect(reply.status == 201, "\(what): \(reply.answer.body)")
            }
            let stale = try await clerk.post(
                "\(path)/school", #"{"on":"\#(Self.day(1))","status":"excluded"}"#, key: "stale-00001", match: "\"1\"")
            stale.expect(.changed)
            let events = try await clerk.get("\(path)/events")
            #expect(Component.events.shape.flaws(in: events.json) == [])
            guard case .list(let lines)? = events.json["events"] else { throw TestTrouble("no events") }
            let seq = try #require(lines.first { $0["event"] == "placement-started" }?["seq"]).line
            let right =
                #"{"cause":"new-information","replacements":[{"seq":\#(seq),"record":{"placement":"#
                + #"{"on":"\#(Self.day(31))","setting":"kin"}}}]}"#
            #expect(try await Self.write(clerk, path, "corrections", right).status == 201)
            let sheet = try await clerk.get(path)
            #expect(Component.child.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            guard case .list(let placements)? = sheet.json["placements"] else { throw TestTrouble("no placements") }
            #expect(placements.first?["id"] == .text(placement) && placements.first?["setting"] == "kin")
            #expect(placements.first?["until"] == .text(Self.day(20)))
            #expect(try await Self.write(clerk, path, "death", #"{"on":"\#(Self.day(2))"}"#).status == 201)
            try await Self.write(clerk, path, "death", #"{"on":"\#(Self.day(2))"}"#).expect(.refused)
            try await clerk.get("/sites/north/children/C-999").expect(.absent)
        }
    }

    @Test func `a team's sessions, training, rota, briefings and licence are recorded and put right`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let path = "/sites/north/teams/north-mst"
            let steps = [
                ("sessions", #"{"on":"\#(Self.day(7))","kind":"supervision","staff":["t-1"],"episodes":["E-1"]}"#),
                ("trainings", #"{"on":"\#(Self.day(6))","staff":"t-1","kind":"orientation"}"#),
                (
                    "rotas",
                    #"{"on":"\#(Self.day(5))","spells":[{"staff":"t-1","from":"\#(Self.day(4))","through":"\#(Self.day(1))"}]}"#
                ),
                ("briefings", #"{"on":"\#(Self.day(4))","audience":"school","attended":12}"#),
                ("licences", #"{"on":"\#(Self.day(3))","from":"2020-01-01","through":"2029-12-31","isRenewal":false}"#),
                ("stages", #"{"on":"\#(Self.day(2))","stage":"F"}"#),
            ]
            for (what, body) in steps {
                let reply = try await Self.write(clerk, path, what, body)
                #expect(reply.status == 201, "\(what): \(reply.answer.body)")
                #expect(Component.teamWritten.shape.flaws(in: reply.json) == [], "\(reply.answer.body)")
            }
            try await Self.write(
                clerk, path, "sessions", #"{"on":"\#(Self.day(1))","kind":"booster","episodes":["E-9"]}"#
            ).expect(.absent)
            let wrong =
                #"{"on":"\#(Self.day(1))","spells":[{"staff":"t-1","from":"2026-02-02","through":"2026-02-01"}]}"#
            try await Self.write(clerk, path, "rotas", wrong).expect(.wrongBody)
            guard case .list(let lines)? = try await clerk.get("\(path)/events").json["events"] else {
                throw TestTrouble("no events")
            }
            let seq = try #require(lines.first { $0["event"] == "supervision-held" }?["seq"]).line
            #expect(
                try await Self.write(clerk, path, "corrections", #"{"cause":"entry-error","withdrawals":[\#(seq)]}"#)
                    .status == 201)
            let sheet = try await clerk.get(path)
            #expect(Component.team.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            #expect(sheet.json["sessions"] == [])
            guard case .list(let trainings)? = sheet.json["trainings"],
                case .list(let briefings)? = sheet.json["briefings"]
            else { throw TestTrouble("no lists") }
            #expect(trainings.count == 1 && briefings.first?["attended"] == 12)
        }
    }

    @Test func `people are found by what stands in a body, and never in an address`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let found = try await clerk.post("/sites/north/people-search", #"{"text":"ada inv"}"#, key: nil)
            #expect(found.status == 200 && Component.people.shape.flaws(in: found.json) == [], "\(found.answer.body)")
            guard case .list(let people)? = found.json["people"] else { throw TestTrouble("no list") }
            #expect(people.map { $0["id"] } == [.text("\(family.child)")] && people.first?["name"] == "Ada Invented")
            try await clerk.post("/sites/north/people-search", #"{"text":" - "}"#, key: nil).expect(.wrongBody)
            let supervisor = try await world.program(of: try await world.account("sam", .supervisor))
            let person = try await supervisor.get("/sites/north/people/\(family.child)")
            #expect(person.json["name"] == "Ada Invented" && !person.answer.body.contains("Hidden"))
            let screened = try await clerk.post(
                "/sites/north/screening", #"{"profile":{"birthMonth":"2012-03"},"answers":{"no-carer":"no"}}"#, key: nil
            )
            #expect(screened.status == 200, "\(screened.answer.body)")
            #expect(Component.eligibility.shape.flaws(in: screened.json) == [], "\(screened.answer.body)")
            try await clerk.post("/sites/north/screening", #"{"profile":{"birthMonth":"2099-03"}}"#, key: nil)
                .expect(.refused)
        }
    }

    @Test func `an emergency is opened once, shut, and looked into by somebody else`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let tom = try await world.program(of: try await world.account("tom", .therapist))
            let path = "/sites/north/episodes/E-1"
            try await tom.get(path).expect(.absent)
            let why = #"{"because":"The young person rang at night","hours":2}"#
            let opened = try await tom.post("\(path)/emergencies", why, key: "open-000001")
            #expect(opened.status == 201 && Component.done.shape.flaws(in: opened.json) == [], "\(opened.answer.body)")
            world.advance(seconds: 60)
            let again = try await tom.post("\(path)/emergencies", why, key: "open-000001")
            #expect(again.answer.body == opened.answer.body)
            #expect(try await tom.get(path).status == 200)
            try await tom.post("\(path)/emergencies", #"{"because":"x"}"#, key: "open-000002").expect(.refused)
            #expect(try await tom.post("\(path)/emergency-ends", "{}", key: "shut-000001").status == 201)
            try await tom.get(path).expect(.absent)
            #expect(try await tom.post("\(path)/emergency-ends", "{}", key: "shut-000001").status == 201)
            let officer = try await world.program(of: try await world.account("gov", .governance))
            let reviewed = try await officer.post(
                "\(path)/emergency-reviews", #"{"openedBy":"tom"}"#, key: "look-000001")
            #expect(reviewed.status == 201, "\(reviewed.answer.body)")
            try await officer.post("\(path)/emergency-reviews", #"{"openedBy":"tom"}"#, key: "look-000002")
                .expect(.refused)
            let list = try await officer.get("/sites/north/opened-records")
            #expect(list.answer.body.contains("The young person rang at night"), "\(list.answer.body)")
            #expect(Component.openedRecords.shape.flaws(in: list.json) == [], "\(list.answer.body)")
        }
    }

    @Test func `a record is held once and released once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let officer = try await world.program(of: try await world.account("gov", .governance))
            let path = "/sites/north/children/\(family.child)"
            for _ in 0..<2 {
                #expect(try await officer.post("\(path)/hold-ends", "{}", key: "free-000001").status == 201)
            }
            try await officer.post("\(path)/hold-ends", "{}", key: "free-000002").expect(.refused)
            for _ in 0..<2 {
                let held = try await officer.post("\(path)/holds", #"{"because":"A claim"}"#, key: "hold-000001")
                #expect(held.status == 201, "\(held.answer.body)")
            }
            let sheet = try await officer.get("/sites/north/retention")
            guard case .list(let records)? = sheet.json["records"] else { throw TestTrouble("no records") }
            #expect(records.first?["isHeld"] == true)
        }
    }
}
