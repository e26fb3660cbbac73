import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import ScratchPostgres
import Testing

@testable import Web

/// Hostile text on every way out: in letters, in what is found, in what is kept of a child, in files and in digests it is
/// shown as it was written or not at all, and does nothing.
struct HostileOutputTests {
    /// A formula, a quote with a combining mark, an override of the direction of writing, a script, an emoji.
    private static let name = "=HYPERLINK(\"x\") \u{22}\u{301}& \u{202E}<script>alert('1')</script> \u{1F319}"
    /// As pages show it: what turns the direction of writing is seen as something that cannot be shown.
    private static let shown = name.replacing("\u{202E}", with: "\u{FFFD}")
    private static let long = "+" + String(repeating: "\u{E9}\u{22}", count: 4_900)

    private func expectHarmless(_ text: String, _ what: String) {
        #expect(!text.contains("<script>alert") && !text.contains("\u{202E}"), "\(what)")
    }

    /// Lends a staffed site with one closed and one open family of hostile names.
    private func withFamilies(_ body: (WebWorld, WebWorld.Family) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false, knowsNights: true) { world in
            try await world.staffed()
            let family = try await world.family(Self.name, episode: "E-1")
            try await world.family(Self.name, episode: "E-2")
            let site = try await world.north()
            let id = try await world.practice.episode(try #require(EpisodeRef("E-2")), at: site.code).id
            let closing = Closing(reason: "completed", outcomes: [.atHome: .yes, .noNewArrests: .no])
            try await world.fixtures.append(.close(closing), on: FixtureWorld.today, to: id, of: site)
            try await body(world, family)
        }
    }

    @Test func `letters hold a hostile name as it was written, and run nothing of it`() async throws {
        try await withFamilies { world, _ in
            let browser = try await world.supervisor()
            let letters = [
                "/referrals/letter?site=north&ref=E-1&kind=acknowledgement", "/referrals/letter?site=north&ref=E-1",
                "/episode/letter?site=north&ref=E-2&kind=closing",
            ]
            for letter in letters {
                let page = try await browser.get(letter)
                #expect(page.status == 200 && page.body.contains(PageForm.written(Self.shown)), "\(letter)")
                expectHarmless(page.body, letter)
            }
            let day = FixtureWorld.today.adding(days: 3)
            let meeting = [
                ("site", "north"), ("ref", "E-1"), ("on-day", "\(day.day)"), ("on-month", "\(day.month)"),
                ("on-year", "\(day.year)"), ("time", "16:30"), ("place", "home"),
            ]
            try await browser.get("/episode/appointment?site=north&ref=E-1")
            let invitation = try await browser.post("/episode/appointment", meeting)
            #expect(invitation.status == 200 && invitation.body.contains(PageForm.written(Self.shown)))
            expectHarmless(invitation.body, "invitation")
            let found = try await browser.send("/search", [("site", "north"), ("text", Self.name)])
            #expect(found.status == 200 && found.body.contains("value=\"\(PageForm.written(Self.shown))\""))
            expectHarmless(found.body, "search")
        }
    }

    @Test func `what is kept of a child is given as it was written, to be read and for programs`() async throws {
        try await withFamilies { world, family in
            let therapist = try await world.account("t-1", .therapist)
            try await world.post(therapist, as: "t-1")
            let words = "\(Self.name) \(Self.long)"
            try await world.fill(
                "/episode/summary", in: 9, ["advance": words], by: try await world.browser(of: therapist))
            let officer = try await world.browser(of: try await world.account("gov", .governance))
            try await officer.get("/subject-access")
            let named = [("site", "north"), ("child", "\(family.child)"), ("received", "2026-03-31")]
            let page = try await officer.post("/subject-access/file", named + [("wanted", "page")])
            #expect(page.status == 200 && page.body.contains(PageForm.written(Self.shown)))
            #expect(page.body.contains(PageForm.written(Self.long)))
            expectHarmless(page.body, "page")
            let file = try await officer.post("/subject-access/file", named + [("wanted", "programs")])
            let texts = try Self.texts(of: JSONReader.read(Array(file.body.utf8)))
            #expect(texts.contains(Self.name) && texts.contains(words))
        }
    }

    @Test func `a digest says nothing of a name, and the file of the log begins no cell with a formula`() async throws {
        try await withFamilies { world, _ in
            _ = try await WebWorld.nights(over: world.practice).run()
            let digests = try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                try await connection.query("SELECT subject || body FROM job.outbox").column(0, as: String.self)
            }
            #expect(!digests.isEmpty && digests.contains { $0.contains("E-1") })
            for digest in digests {
                #expect(!digest.contains("HYPERLINK") && !digest.contains("script"), "\(digest)")
                expectHarmless(digest, "digest")
            }
            let officer = try await world.browser(of: try await world.account("gov", .governance))
            let file = try await officer.get("/access-log/file?site=north&from=2000-01-01&to=2100-01-01")
            let rows = try CSVRows.read(file.body)
            #expect(file.status == 200 && rows.count > 1)
            #expect(rows.joined().allSatisfy { cell in cell.first.map { !"=+-@\t\r".contains($0) } ?? true })
        }
    }

    /// All texts of a document.
    private static func texts(of json: JSON) -> Set<String> {
        switch json {
        case .text(let text): [text]
        case .list(let parts): parts.reduce(into: []) { $0.formUnion(texts(of: $1)) }
        case .object(let members): members.reduce(into: []) { $0.formUnion(texts(of: $1.value)) }
        default: []
        }
    }
}
