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
import Testing

@testable import Web

/// What is recorded of treatment, and put right, over the API.
@Suite struct APITreatmentTests {
    private static let path = "/sites/north/episodes/E-1"
    private static let day = FixtureWorld.today.adding(days: -20)

    /// Writes to an episode step by step, each upon the version that there is.
    private struct Pen {
        let client: APIClient
        let path: String

        func write(_ what: String, _ body: String, _ key: String) async throws -> APIReply {
            let seen = try await client.get(path)
            let tag = try #require(seen.answer["etag"], "\(seen.answer.body)")
            return try await client.post("\(path)/\(what)", body, key: "write-\(key)", match: tag)
        }

        /// Writes what is expected to be recorded.
        func made(_ what: String, _ body: String, _ key: String) async throws -> String {
            let reply = try await write(what, body, key)
            #expect(reply.status == 201, "\(what): \(reply.answer.body)")
            guard case .text(let id)? = reply.json["made"] else { return "" }
            return id
        }
    }

    private static func pen(_ world: WebWorld) async throws -> Pen {
        try await world.family("Ada Invented", episode: "E-1")
        return Pen(client: try await world.clerk(), path: path)
    }

    @Test func `goals are recorded by the model's own definitions, with their texts sealed`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let pen = try await Self.pen(world)
            let behaviour = try await pen.made(
                "facts",
                #"{"on":"\#(Self.day)","kind":"referral-behaviour","about":"index","#
                    + #""fields":{"text":"Stays out at night","frequency":"weekly","since":"2026-01-05"}}"#, "behaviour"
            )
            let goal = try await pen.made(
                "facts",
                #"{"on":"\#(Self.day)","kind":"overarching-goal","fields":{"behaviour":"\#(behaviour)","text":"Home by ten"}}"#,
                "goal")
            _ = try await pen.made(
                "fact-withdrawals", #"{"on":"\#(Self.day.adding(days: 5))","fact":"\#(goal)"}"#, "end")
            let sheet = try await pen.client.get("\(Self.path)/facts")
            #expect(sheet.status == 200 && Component.facts.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            guard case .list(let facts)? = sheet.json["facts"] else { throw TestTrouble("no facts") }
            let recorded = try #require(facts.first { $0["id"] == .text(goal) })
            #expect(
                recorded["fields"]?["text"] == "Home by ten" && recorded["fields"]?["behaviour"] == .text(behaviour))
            #expect(recorded["until"] == .text("\(Self.day.adding(days: 5))"))
            // The text stands nowhere in the clear.
            let events = try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) {
                try await $0.query("SELECT payload::text FROM record.event").column(0, as: String.self)
            }
            #expect(!events.contains { $0.contains("Home by ten") })
        }
    }

    @Test(arguments: [
        (#""kind":"no-such-kind","fields":{}"#, "/kind"),
        (#""kind":"referral-behaviour","about":"index","fields":{"text":"x","colour":"red"}"#, "/fields/colour"),
        (#""kind":"referral-behaviour","about":"index","fields":{"text":"x","since":"soon"}"#, "/fields/since"),
        (#""kind":"referral-behaviour","about":"index","fields":{"text":"   "}"#, "/fields/text"),
        (#""kind":"referral-behaviour","about":"index","fields":{"text":"x","frequency":3}"#, "/fields/frequency"),
    ])
    func `what a field cannot hold is told at its place`(fact: String, pointer: String) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let pen = try await Self.pen(world)
            let reply = try await pen.write("facts", #"{"on":"\#(Self.day)",\#(fact)}"#, "wrong")
            reply.expect(.wrongBody)
            guard case .list(let errors)? = reply.json["errors"] else { throw TestTrouble("no errors") }
            #expect(errors.map { $0["pointer"] } == [.text(pointer)], "\(reply.answer.body)")
        }
    }

    @Test func `somebody joins and leaves, and a module begins against a soft gate and is signed for`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            var episode = FixtureEpisode(
                from: FixtureWorld.today.adding(days: -60), through: FixtureWorld.today, model: "mst-can")
            (episode.ref, episode.closing, episode.therapist) = (EpisodeRef("E-1"), nil, StaffCode("t-1"))
            try await world.fixtures.record([episode], on: try await world.north())
            let pen = Pen(client: try await world.clerk(), path: Self.path)
            let carer = try await pen.made("participants", #"{"on":"\#(Self.day)","role":"carer"}"#, "carer")
            let start = #""on":"\#(Self.day)","module":"medication","about":"\#(carer)""#
            try await pen.write("modules", "{\(start)}", "gate").expect(.refused)
            let run = try await pen.made("modules", #"{\#(start),"because":"crisis","note":"It cannot wait"}"#, "start")
            _ = try await pen.made("countersignatures", #"{"on":"\#(Self.day)","run":"\#(run)"}"#, "sign")
            _ = try await pen.made(
                "module-finishes", #"{"on":"\#(Self.day.adding(days: 2))","run":"\#(run)","ending":"stopped"}"#, "stop")
            // What is put right without saying anew why keeps what was said.
            let events = try await pen.client.get("\(Self.path)/events")
            let begun = events.list("events").first { $0["event"] == "module-started" }
            let seq = try #require(begun?["seq"], "\(events.answer.body)").line
            let right = #"{"moduleStart":{\#(start),"because":"crisis"}}"#
            _ = try await pen.made(
                "corrections", #"{"cause":"entry-error","replacements":[{"seq":\#(seq),"record":\#(right)}]}"#, "right")
            _ = try await pen.made("leavings", #"{"on":"\#(FixtureWorld.today)","participant":"\#(carer)"}"#, "leave")
            let sheet = try await pen.client.get("\(Self.path)/facts")
            guard case .list(let modules)? = sheet.json["modules"], let module = modules.first,
                case .list(let people)? = sheet.json["participants"]
            else { throw TestTrouble("no modules") }
            #expect(module["note"] == "It cannot wait" && module["countersigned"]?["by"] == "clerk")
            #expect(module["from"] == .text("\(Self.day)") && module["run"] == .text(run))
            #expect(module["ending"] == "stopped" && people.first?["until"] == .text("\(FixtureWorld.today)"))
            #expect(Component.facts.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            // A therapist signs under nothing.
            let account = try await world.account("tara", .therapist)
            try await world.post(account, as: "t-1")
            let tag = try #require(try await pen.client.get(Self.path).answer["etag"])
            try await world.program(of: account).post(
                "\(Self.path)/countersignatures", #"{"on":"\#(Self.day)","run":"\#(run)"}"#, key: "tara-000001",
                match: tag
            ).expect(.absent)
        }
    }

    @Test func `a correction names events as they are listed, keeps their ids, and is done once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let pen = try await Self.pen(world)
            let contact = #"{"on":"\#(Self.day)","mode":"home-visit","party":"family","minutes":60}"#
            let id = try await pen.made("contacts", contact, "contact")
            let second = try await pen.made("contacts", contact, "second")
            let listed = try await pen.client.get("\(Self.path)/events")
            #expect(Component.events.shape.flaws(in: listed.json) == [], "\(listed.answer.body)")
            guard case .list(let events)? = listed.json["events"] else { throw TestTrouble("no events") }
            func seq(_ id: String) throws -> String {
                try #require(events.first { $0["says"]?["contact"] == .text(id) }?["seq"]).line
            }
            let right = contact.replacing("60", with: "45")
            let body =
                #"{"cause":"entry-error","note":"It was shorter","replacements":[{"seq":\#(try seq(id)),"#
                + #""record":{"contact":\#(right)}}],"withdrawals":[\#(try seq(second))]}"#
            let tag = try #require(listed.answer["etag"])
            let first = try await pen.client.post("\(Self.path)/corrections", body, key: "right-00001", match: tag)
            #expect(first.status == 201, "\(first.answer.body)")
            let again = try await pen.client.post("\(Self.path)/corrections", body, key: "right-00001", match: tag)
            #expect(again.answer.body == first.answer.body)
            let seen = try await pen.client.get(Self.path)
            guard case .list(let contacts)? = seen.json["contacts"] else { throw TestTrouble("no contacts") }
            #expect(contacts.map { $0["id"] } == [.text(id)] && contacts.first?["minutes"] == 45)
            #expect(seen.version == first.answer["etag"])
            let none = #"{"cause":"entry-error","replacements":[{"seq":900,"record":{"contact":\#(right)}}]}"#
            try await pen.write("corrections", none, "none").expect(.refused)
            let two = none.replacing(#"{"contact":"#, with: #"{"start":{"on":"\#(Self.day)"},"contact":"#)
            try await pen.write("corrections", two, "two").expect(.wrongBody)
            try await pen.write("corrections", #"{"cause":"entry-error"}"#, "empty").expect(.wrongBody)
        }
    }

    @Test func `an episode moves to new settings as the preview showed it`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let pen = try await Self.pen(world)
            try await pen.client.get("\(Self.path)/moves/preview?because=new-settings").expect(.refused)
            try await world.license()
            let preview = try await pen.client.get("\(Self.path)/moves/preview?because=new-settings")
            #expect(preview.status == 200, "\(preview.answer.body)")
            #expect(Component.movePreview.shape.flaws(in: preview.json) == [], "\(preview.answer.body)")
            guard case .text(let token)? = preview.json["shown"] else { throw TestTrouble("no token") }
            let other = token.replacing("2026", with: "2025")
            try await pen.write("moves", #"{"because":"new-settings","shown":"\#(other)"}"#, "other").expect(.refused)
            _ = try await pen.made(
                "moves", #"{"because":"new-settings","shown":"\#(token)","note":"The licence came"}"#, "move")
            #expect(try await pen.client.get(Self.path).json["settingsVersion"] == 2)
        }
    }
}
