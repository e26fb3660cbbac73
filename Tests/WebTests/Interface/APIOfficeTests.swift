import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Testing

@testable import Web

/// What supervisors and managers have on their desks, over the API: staff, rotas, handing over, letters, and files.
@Suite struct APIOfficeTests {
    private static let today = FixtureWorld.today
    private static let north = "/sites/north"
    private static let one = "/sites/north/episodes/E-1"

    /// A staffed site with families, and a supervisor's program.
    private static func world(
        families: Int = 1, _ body: (_ world: WebWorld, _ sam: APIClient) async throws -> Void
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            for number in 0..<families { try await world.family("Robin Example", episode: "E-\(number + 1)") }
            let account = try await world.account("sam", .supervisor)
            try await world.post(account, as: "s-1")
            try await body(world, try await world.program(of: account))
        }
    }

    @Test func `staff, rota and versions of the file are shown to those who see their pages`() async throws {
        try await Self.world { world, sam in
            let staff = try await sam.get("\(Self.north)/staff")
            #expect(Component.staffSheet.shape.flaws(in: staff.json) == [], "\(staff.answer.body)")
            let team = try #require(staff.list("teams").first { $0["team"] == "north-mst" })
            #expect(team["licence"]?["standing"] == "held" && team["licence"]?["on"] == "2099-12-31")
            guard case .list(let posts)? = team["posts"], case .list(let terms)? = team["terms"] else {
                throw TestTrouble("no posts")
            }
            #expect(posts.map { $0["staff"] } == ["s-1", "t-1", "t-2"] && posts.last?["fte"] == "0.5")
            #expect(terms.contains { $0["what"] == "The post of t-2, therapist" }, "\(staff.answer.body)")
            let rota = try await sam.get("\(Self.north)/rota")
            #expect(Component.rotaSheet.shape.flaws(in: rota.json) == [], "\(rota.answer.body)")
            #expect(rota.json["from"] == .text("\(Self.today)") && !rota.list("teams").isEmpty)
            let versions = try await sam.get("\(Self.north)/configuration/versions")
            #expect(Component.configurations.shape.flaws(in: versions.json) == [], "\(versions.answer.body)")
            #expect(versions.list("versions").first?["version"] == 2, "\(versions.answer.body)")
            let tara = try await world.program(of: try await world.account("tara", .therapist))
            try await tara.get("\(Self.north)/staff").expect(.absent)
            #expect(try await tara.get("\(Self.north)/rota").status == 200)
        }
    }

    @Test func `families are looked at and handed over upon the versions that were seen`() async throws {
        try await Self.world(families: 3) { world, sam in
            let wish = #"{"team":"north-mst","from":"t-1","to":"t-2","families":["E-1","E-2"]}"#
            let seen = try await sam.post("\(Self.north)/reallocation", wish, key: nil)
            #expect(seen.status == 200, "\(seen.answer.body)")
            #expect(Component.reallocation.shape.flaws(in: seen.json) == [], "\(seen.answer.body)")
            let families = seen.list("families")
            #expect(families.map { $0["ref"] } == ["E-1", "E-2", "E-3"])
            #expect(families.map { $0["isChosen"] } == [true, true, false])
            #expect(families.first?["name"] == "Robin Example" && families.allSatisfy { $0["obstacle"] == .null })
            #expect(seen.list("others").contains { $0["staff"] == "t-2" && $0["families"] == 0 })
            let version = try #require(families.first?["version"]).line
            let give = #"{"on":"\#(Self.today)","team":"north-mst","therapist":"t-2"}"#
            let path = "\(Self.one)/allocations"
            let given = try await sam.post(path, give, key: "give-000001", match: "\"\(version)\"")
            #expect(given.status == 201, "\(given.answer.body)")
            let after = try await sam.post("\(Self.north)/reallocation", wish, key: nil)
            #expect(after.list("families").map { $0["ref"] } == ["E-2", "E-3"])
            let none = wish.replacing("t-2", with: "t-9")
            let away = try await sam.post("\(Self.north)/reallocation", none, key: nil)
            #expect(away.list("families").first?["obstacle"]?["code"] == "no-post", "\(away.answer.body)")
            #expect(try await world.looks().contains("sam caseload.reallocate team allowed"))
            #expect(!world.log.text.contains("Robin"))
            let tara = try await world.program(of: try await world.account("tara", .therapist))
            try await tara.post("\(Self.north)/reallocation", wish, key: nil).expect(.absent)
        }
    }

    @Test func `letters are shown to those who may write them, by the look of the page`() async throws {
        try await Self.world { world, sam in
            let letter = try await sam.get("\(Self.north)/referrals/E-1/letters/decision")
            #expect(Component.letter.shape.flaws(in: letter.json) == [], "\(letter.answer.body)")
            #expect(letter.text("subject") == "Our decision about the referral of Robin Example")
            #expect(letter.list("letterhead") == ["1 Invented Street", "Telephone 01632 960000"])
            #expect(letter.list("paragraphs").count == 3, "\(letter.answer.body)")
            let invitation = "\(Self.one)/invitation"
            let meeting = #"{"on":"\#(Self.today)","time":"16:30","place":"home"}"#
            let asked = try await sam.post(invitation, meeting, key: nil)
            #expect(Component.letter.shape.flaws(in: asked.json) == [], "\(asked.answer.body)")
            #expect(asked.answer.body.contains("at 16:30, at your home"))
            let late = meeting.replacing("\(Self.today)", with: "\(Self.today.adding(days: -1))")
            try await sam.post(invitation, late, key: nil).expect(.wrongBody)
            try await sam.post(invitation, meeting.replacing("16:30", with: "25:00"), key: nil).expect(.wrongBody)
            // Nothing to write of, no such letter, and the letters of the other door.
            for what in [
                "episodes/E-1/letters/closing", "episodes/E-1/letters/decision", "referrals/E-1/letters/closing",
            ] {
                try await sam.get("\(Self.north)/\(what)").expect(.absent, what)
            }
            let tara = try await world.program(of: try await world.account("tara", .therapist))
            try await tara.get("\(Self.north)/referrals/E-1/letters/decision").expect(.absent)
            try await tara.post(invitation, meeting, key: nil).expect(.absent)
            let looks = try await world.looks().filter { $0.hasPrefix("sam ") && $0.hasSuffix("allowed") }
            #expect(looks.contains("sam referral.show episode allowed"), "\(looks)")
            #expect(!world.log.text.contains("Robin"))
        }
    }

    @Test func `a file is looked at, and applied once upon the version that was seen`() async throws {
        try await Self.world { world, sam in
            let path = "\(Self.north)/configuration"
            let root = try await world.program(of: try await world.account("root", .administrator))
            let before = try await root.get(path)
            let tag = try #require(before.answer["etag"])
            let file = try #require(before.text("document")).replacing("1 Invented Street", with: "2 Invented Street")
            let body = JSON.object([.init("document", .text(file))]).line
            let preview = try await root.post("\(path)/preview", body, key: nil)
            #expect(Component.configurationPreview.shape.flaws(in: preview.json) == [], "\(preview.answer.body)")
            #expect(preview.json["version"] == 2 && preview.json["newVersion"] == 3)
            #expect(preview.json["changesNothing"] == false && preview.answer.body.contains("2 Invented Street"))
            #expect(try await root.get(path).answer["etag"] == tag)
            try await root.post(path, body, key: "apply-00001").expect(.matchMissing)
            let first = try await root.post(path, body, key: "apply-00001", match: tag)
            #expect(first.status == 201 && first.text("told") == "3", "\(first.answer.body)")
            #expect(try await root.post(path, body, key: "apply-00001", match: tag).answer.body == first.answer.body)
            let stale = try await root.post(path, body, key: "apply-00002", match: tag)
            stale.expect(.changed)
            #expect(stale.answer["etag"] == "\"3\"")
            #expect(try await root.get("\(path)/versions").list("versions").count == 3)
            let other = body.replacing("code: north\\n", with: "code: south\\n")
            try await root.post("\(path)/preview", other, key: nil).expect(.wrongBody)
            let wrong = try await root.post(path, #"{"document":"code: [north"}"#, key: "apply-00003", match: tag)
            wrong.expect(.wrongBody)
            #expect(wrong.list("errors").first?["pointer"] == "/document", "\(wrong.answer.body)")
            try await sam.post("\(path)/preview", body, key: nil).expect(.absent)
            try await sam.post(path, body, key: "apply-00004", match: tag).expect(.absent)
        }
    }

    @Test func `the definition of an instrument is looked at, and loaded once`() async throws {
        try await Self.world { world, sam in
            let path = "\(Self.north)/instruments"
            let root = try await world.program(of: try await world.account("root", .administrator))
            let body = JSON.object([.init("document", .text(Self.interview))]).line
            let preview = try await root.post("\(path)/preview", body, key: nil)
            #expect(Component.instrumentPreview.shape.flaws(in: preview.json) == [], "\(preview.answer.body)")
            #expect(preview.json["id"] == "tam-r" && preview.json["isNew"] == true)
            for _ in 0..<2 {
                let loaded = try await root.post(path, body, key: "load-000001")
                #expect(loaded.status == 201 && loaded.text("told") == "7", "\(loaded.answer.body)")
            }
            #expect(try await root.post("\(path)/preview", body, key: nil).json["isNew"] == false)
            let changed = body.replacing("An invented title", with: "Another title")
            try await root.post(path, changed, key: "load-000001").expect(.keyReused)
            try await root.post(path, changed, key: "load-000002").expect(.refused)
            let unknown = body.replacing("id: tam-r", with: "id: own-scale")
            try await root.post(path, unknown, key: "load-000003").expect(.refused)
            try await sam.post(path, body, key: "load-000004").expect(.absent)
        }
    }

    /// A definition without words of anybody.
    private static var interview: String {
        var text = """
            id: tam-r
            version: 7
            title: An invented title
            licence: none needed
            source: invented [I]
            aggregate: share
            leastAnswered: 1
            sections:
              - {key: all, title: All, leastAnswered: 1}
            answers:
              - set: yes-no
                options:
                  - {code: "n", counts: 0}
                  - {code: "y", counts: 1}
            items:

            """
        for number in 1...28 { text += "  - {key: q\(number), section: all, answers: yes-no}\n" }
        return text
    }
}
