import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Testing

@testable import Web

/// What is typed into the summary of a week is kept as a draft: for another device, beside what others type, and nowhere in
/// clear.
struct SummaryDraftTests {
    private static let address = "/episode/summary?site=north&ref=E-1&week=9"
    private static let drafts = "/episode/summary/drafts?site=north&ref=E-1&week=9"

    /// Lends a world with the family `E-1`, its therapist and its supervisor.
    private func withFamily(_ body: (WebWorld, AccountID, AccountID) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            try await body(world, account, try await world.account("s-1", .supervisor))
        }
    }

    /// Saves as the page's script does, and gives the version that it is told.
    private func save(
        _ page: HTTPAnswer, _ fields: [(String, String)], version: String? = nil, _ browser: Browser
    ) async throws -> String {
        let hidden = page.hidden.filter { $0.0 != "draft" || version == nil } + (version.map { [("draft", $0)] } ?? [])
        let answer = try await browser.post("/episode/summary/draft", hidden + fields)
        #expect(answer.status == 200 && answer["content-type"] == "text/plain; charset=utf-8")
        let lines = answer.body.split(separator: "\n")
        #expect(lines.count == 2 && lines.last?.hasPrefix("Draft saved at ") == true)
        return String(lines.first ?? "")
    }

    @Test func `a draft opens on another device, and is gone when the summary is handed in`() async throws {
        try await withFamily { world, account, _ in
            let (first, second) = (try await world.browser(of: account), try await world.browser(of: account))
            let page = try await first.get(Self.address)
            #expect(page["content-security-policy"] == SecurityHeaders.policyWithScript)
            #expect(page.body.contains("<script src=\"\(Assets.drafts.path)\" defer></script>"))
            let version = try await save(page, [("advance", "A calm <b>evening</b>\nand more")], first)
            #expect(version == "1")
            #expect(try await save(page, [("advance", "A calm day")], version: version, first) == "2")
            let opened = try await second.get(Self.address)
            #expect(opened.body.contains("A calm day</textarea>") && opened.body.contains("Draft saved at"))
            #expect(opened.hidden.contains { $0 == ("draft", "2") })
            #expect(try await drafts(world).count == 1)
            let answer = try await second.post("/episode/summary", opened.hidden + [("advance", "A calm day")])
            #expect(answer.status == 303)
            #expect(try await drafts(world).isEmpty)
            #expect(try await second.get(Self.address).body.contains("<li>A calm day</li>"))
        }
    }

    @Test func `without a script a button saves, and nobody else's page has the form filled`() async throws {
        try await withFamily { world, therapist, supervisor in
            let (own, other) = (try await world.browser(of: therapist), try await world.browser(of: supervisor))
            let page = try await own.get(Self.address)
            let saved = try await own.post("/episode/summary", page.hidden + [("text", "Only mine"), ("do", "draft")])
            #expect(saved.status == 303 && saved["location"] == "/episode/summary?site=north&ref=E-1&week=9")
            #expect(try await own.get(Self.address).body.contains("Only mine</textarea>"))
            let theirs = try await other.get(Self.address).body
            #expect(theirs.contains("t-1 is writing this too, last saved at") && !theirs.contains("Only mine"))
        }
    }

    @Test func `two windows of one account take nothing away from each other`() async throws {
        try await withFamily { world, account, _ in
            let (desk, telephone) = (try await world.browser(of: account), try await world.browser(of: account))
            let (left, right) = (try await desk.get(Self.address), try await telephone.get(Self.address))
            #expect(try await save(left, [("advance", "Typed at the desk")], desk) == "1")
            #expect(try await save(right, [("advance", "Typed on the telephone")], telephone) == "2")
            #expect(try await save(left, [("advance", "Typed at the desk, longer")], version: "1", desk) == "3")
            let page = try await telephone.get(Self.address).body
            #expect(page.contains("Typed at the desk, longer</textarea>"))
            #expect(page.contains("You typed this summary in another window too."))
            let beside = try await telephone.get(Self.drafts)
            #expect(beside.body.contains("Typed on the telephone"))
            let taken = try await telephone.post(
                "/episode/summary/drafts", beside.hidden + [("take-0", "advance")])
            #expect(taken.status == 303)
            let both = try await telephone.get(Self.address).body
            #expect(both.contains("Typed at the desk, longer\n\nTyped on the telephone"))
            let again = try await telephone.get(Self.drafts)
            let thrown = try await telephone.post(
                "/episode/summary/drafts", again.hidden + [("do", "discard")])
            #expect(thrown.status == 303)
            #expect(try await drafts(world).count == 1)
        }
    }

    @Test(arguments: [nil, "partly"])
    func `a draft gives way to what others recorded, but where its author chose otherwise`(chosen: String?) async throws
    {
        try await withFamily { world, account, _ in
            let (behaviour, goal): (FactID, FactID) = (.fresh(), .fresh())
            let ref = try #require(EpisodeRef("E-1"))
            let facts = [
                TypedFact(id: behaviour, kind: .referralBehaviour, about: .index, fields: [.text: .text("Fights")]),
                TypedFact(
                    id: goal, kind: .overarchingGoal,
                    fields: [.text: .text("No fights"), .behaviour: .value(.link(behaviour))]),
            ]
            try await world.record(facts, on: FixtureWorld.today.adding(days: -10), in: ref)
            let browser = try await world.browser(of: account)
            let form = try #require(
                PageForm.all(of: try await browser.get(Self.address).body).first { $0.action == "/episode/summary" })
            let typed = form.sending(["advance": "A calm day", "status-\(goal)": chosen ?? "open"])
            #expect(try await browser.post("/episode/summary/draft", typed).status == 200)
            let review = TypedFact(
                id: .fresh(), kind: .goalReview,
                fields: [.goal: .value(.link(goal)), .status: .value(.choice("met"))])
            try await world.record([review], on: FixtureWorld.today.adding(days: -1), in: ref, key: "a-later-review")
            let page = try await browser.get(Self.address).body
            #expect(page.contains("A calm day</textarea>"))
            #expect(page.contains("value=\"\(chosen ?? "met")\" checked"))
        }
    }

    @Test func `what others typed is taken over beside one's own, and a choice in its place`() async throws {
        try await withFamily { world, therapist, supervisor in
            let (own, other) = (try await world.browser(of: therapist), try await world.browser(of: supervisor))
            _ = try await save(
                try await other.get(Self.address), [("advance", "Seen by the supervisor"), ("by-1", "carer")], other)
            let page = try await own.get(Self.address)
            let way = try await own.post(
                "/episode/summary", page.hidden + [("advance", "Seen by the therapist"), ("do", "look")])
            #expect(way.status == 303 && way["location"] == Self.drafts)
            let beside = try await own.get(Self.drafts)
            #expect(beside.body.contains("Seen by the supervisor") && beside.body.contains("Seen by the therapist"))
            #expect(!beside.body.contains("Throw this draft away"))
            _ = try await own.post("/episode/summary/drafts", beside.hidden + [("take-0", "advance")])
            let both = try await own.get(Self.address).body
            #expect(both.contains("Seen by the therapist\n\nSeen by the supervisor"))
            #expect(try await drafts(world).count == 2)
        }
    }

    @Test func `a summary that somebody else hands in leaves what was typed where its author finds it`() async throws {
        try await withFamily { world, therapist, supervisor in
            let (own, other) = (try await world.browser(of: therapist), try await world.browser(of: supervisor))
            let mine = try await own.get(Self.address)
            let theirs = try await other.get(Self.address)
            let first = try await other.post("/episode/summary", theirs.hidden + [("advance", "Handed in")])
            #expect(first.status == 303)
            let refused = try await own.post("/episode/summary", mine.hidden + [("advance", "Typed too late")])
            #expect(refused.status == 412 && refused.body.contains("was handed in while you were typing"))
            #expect(refused.body.contains("Typed too late") && !refused.body.contains("Hand in the summary"))
            let later = try await own.get(Self.address).body
            #expect(later.contains("What you typed and did not hand in") && later.contains("Typed too late"))
            #expect(!(try await other.get(Self.address).body.contains("Typed too late")))
        }
    }

    @Test func `once it was discussed no draft of it is saved, and what was typed is on the page that says so`()
        async throws
    {
        try await withFamily { world, therapist, supervisor in
            let (own, other) = (try await world.browser(of: therapist), try await world.browser(of: supervisor))
            let mine = try await own.get(Self.address)
            try await world.fill("/episode/summary", in: 9, ["advance": "Handed in"], by: other)
            try await world.fill("/episode/summary/discussed", in: 9, ["setting": "supervision"], by: other)
            for button in [[], [("do", "draft")], [("do", "look")]] {
                let refused = try await own.post(
                    "/episode/summary", mine.hidden + [("advance", "Typed <too> late")] + button)
                #expect(refused.status == 412 && refused.body.contains("and is locked. What you typed is below"))
                #expect(refused.body.contains("Typed &lt;too&gt; late"))
            }
            let told = try await own.post("/episode/summary/draft", mine.hidden + [("advance", "Typed too late")])
            #expect(told.status == 409 && told["content-type"] == "text/plain; charset=utf-8")
            #expect(told.body.hasPrefix("0\nNot saved: The summary of week 9 was discussed on"))
            #expect(try await drafts(world).isEmpty)
        }
    }

    @Test func `nothing that is typed lies in the database in clear, nor under another row's id`() async throws {
        try await withFamily { world, account, _ in
            let browser = try await world.browser(of: account)
            _ = try await save(try await browser.get(Self.address), [("advance", "A word like cinnamon")], browser)
            let rows = try await drafts(world)
            #expect(rows.count == 1 && !rows.contains { $0.contains("cinnamon") })
            try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                try await connection.execute("UPDATE summary.draft SET draft_id = gen_random_uuid()")
            }
            #expect(try await browser.get(Self.address).status == 500)
        }
    }

    @Test func `a draft of a week that has not come, and one that somebody without reach sends, is not there`()
        async throws
    {
        try await withFamily { world, account, _ in
            let browser = try await world.browser(of: account)
            let page = try await browser.get(Self.address)
            let hidden = page.hidden.filter { $0.0 != "week" } + [("week", "400")]
            #expect(try await browser.post("/episode/summary/draft", hidden).status == 404)
            let stranger = try await world.account("t-2", .therapist)
            try await world.post(stranger, as: "t-2")
            let other = try await world.browser(of: stranger)
            try await other.get("/account")
            #expect(try await other.post("/episode/summary/draft", page.hidden).status == 404)
            #expect(try await drafts(world).isEmpty)
        }
    }

    /// The drafts, each row as the database has it.
    private func drafts(_ world: WebWorld) async throws -> [String] {
        try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
            try await connection.query("SELECT encode(d.sealed, 'escape') || d::text FROM summary.draft AS d")
                .column(0, as: String.self)
        }
    }
}
