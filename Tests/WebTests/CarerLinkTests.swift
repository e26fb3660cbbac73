import Accounts
import CivilDate
import EpisodeFixtures
import InstrumentFile
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Testing

@testable import Web

/// A carer's own link: shown once, used once, and nothing of anybody in it.
struct CarerLinkTests {
    /// Invented questions in the place of licensed ones: as many as the instrument has.
    static func invented() throws -> InstrumentFile {
        let head = """
            id: tam-r
            version: 1
            title: Invented
            licence: test
            source: test [I]
            aggregate: share
            leastAnswered: 1
            sections: []
            answers:
              - set: agree
                options: [{code: "n", counts: 0, wording: Hardly}, {code: "y", counts: 1, wording: Mostly}]
            items:

            """
        let rows = (1...28).map { "  - {key: q\($0), answers: agree, wording: Invented question \($0)}\n" }
        return try InstrumentFile.read(Array((head + rows.joined()).utf8))
    }

    /// Lends a world with a family that owes an interview, the questions, and an interviewer's browser.
    private func withFamily(hasQuestions: Bool = true, _ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            if hasQuestions { _ = try await world.practice.load(Self.invented(), at: try await world.north().code) }
            let account = try await world.account("caller", .interviewer)
            try await world.post(account, as: "i-1")
            try await body(world, try await world.browser(of: account))
        }
    }

    private func make(_ browser: Browser, days: String = "14") async throws -> HTTPAnswer {
        try await browser.get("/interviews/one?ref=E-1")
        return try await browser.post(
            "/interviews/link",
            [("site", "north"), ("ref", "E-1"), ("link-respondent", "mother"), ("link-days", days)])
    }

    /// The path of a link that a page shows.
    private func path(_ page: HTTPAnswer) throws -> String {
        let found = try #require(page.body.firstMatch(of: /\/answer\/[A-Za-z0-9_-]{43}/), "\(page.body.suffix(2_000))")
        return String(found.0)
    }

    /// What a form sends: its key, that nobody of the team is there, and answers to the first questions.
    private func filled(
        _ page: HTTPAnswer, _ count: Int = 28, company: String = "no", _ answer: (Int) -> String = { _ in "y" }
    ) -> [(String, String)] {
        [("key", page.hidden("key")), ("company", company)] + (1...count).map { ("item-q\($0)", answer($0)) }
    }

    private func text(_ sql: Statement, _ world: WebWorld) async throws -> [String] {
        try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
            try await connection.query(sql).column(0, as: String.self)
        }
    }

    @Test func `a carer answers once, alone, and it is recorded as that`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let token = String(way.split(separator: "/")[1])
            let kept = try await text("SELECT l::text FROM interview.link AS l", world)
            #expect(kept.count == 1 && !kept.contains { $0.contains(token) })
            let carer = Browser(world)
            let page = try await carer.get(way)
            #expect(page.status == 200 && page.body.contains("Invented question 28") && !page.body.contains("<script"))
            for word in ["Robin", "E-1", "t-1"] { #expect(!page.body.contains(word), "\(word)") }
            #expect(page.body.contains("no page shows any of them what you answered to a single question"))
            #expect(page["referrer-policy"] == "origin")
            #expect(!page.body.contains("/account"))
            let few = try await carer.post(way, filled(page, 1))
            #expect(few.status == 400 && few.body.contains("You answered 1 of the questions. Answer "))
            #expect(few.body.contains("<title>Error: "))
            for choice in ["company\" type=\"radio\" value=\"no", "item-q1\" type=\"radio\" value=\"y"] {
                #expect(few.body.contains("name=\"\(choice)\" checked"), "\(choice)")
            }
            let none = try await carer.post(way, filled(few, 28) { $0 == 1 ? "perhaps" : "y" })
            #expect(none.status == 400 && none.body.contains("An answer is none of the question’s."))
            let done = try await carer.post(way, filled(none, 27) { $0 > 7 ? "y" : "n" })
            #expect(done.status == 200 && done.body.contains("Thank you"))
            #expect(try await carer.get(way).status == 404)
            let held = try await text(
                "SELECT collector || ' ' || respondent || ' ' || valid FROM record.interview", world)
            #expect(held.contains("self-entry mother true"))
            let looks = try await text("SELECT actor || ' ' || action FROM access.look WHERE way = 'link'", world)
            #expect(looks.count >= 2 && Set(looks) == ["carer-link interview.record"])
            #expect(!world.log.text.contains(token))
        }
    }

    @Test func `whoever sends the same form twice is thanked twice and heard once`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let carer = Browser(world)
            let page = try await carer.get(way)
            // A double click: both are on their way before either is answered.
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group -> [Int] in
                for _ in 0..<4 { group.addTask { try await carer.post(way, filled(page)).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == [200, 200, 200, 200])
            // The answer got lost: the same form once more, when the link is long over.
            world.advance(seconds: 40 * 24 * 60 * 60)
            let later = try await carer.post(way, filled(page))
            #expect(later.status == 200 && later.body.contains("Thank you"))
            let other = try await carer.post(way, [("key", "form-of-another-page")] + filled(page).dropFirst())
            #expect(other.status == 404 && other.body.contains("This link opens nothing"))
            let held = try await text("SELECT result FROM record.interview WHERE collector = 'self-entry'", world)
            #expect(held == ["completed"])
        }
    }

    @Test func `with somebody of the team there nothing is taken, and nothing is lost`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let carer = Browser(world)
            let page = try await carer.get(way)
            let watched = try await carer.post(way, filled(page, company: "yes"))
            #expect(watched.status == 400 && watched.body.contains("Answer when nobody of the team is with you."))
            #expect(watched.body.contains("href=\"#company-1\""))
            #expect(watched.body.contains("q28\" type=\"radio\" value=\"y\" checked"))
            let unsaid = try await carer.post(way, filled(page, company: ""))
            #expect(unsaid.status == 400 && unsaid.body.contains("Say whether somebody of the team is with you."))
            let keyless = try await carer.post(way, Array(filled(page).dropFirst()))
            #expect(keyless.status == 400)
            #expect(try await text("SELECT 1::text FROM record.interview", world).isEmpty)
            #expect(try await carer.post(way, filled(watched)).status == 200)
        }
    }

    @Test func `of two who send it at once one is heard`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            var carers: [(browser: Browser, page: HTTPAnswer)] = []
            for _ in 0..<4 {
                let carer = Browser(world)
                carers.append((carer, try await carer.get(way)))
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group -> [Int] in
                for carer in carers {
                    group.addTask { try await carer.browser.post(way, filled(carer.page)).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200, 404, 404, 404])
            let held = try await text(
                "SELECT collector FROM record.interview WHERE collector = 'self-entry'", world)
            #expect(held == ["self-entry"])
        }
    }

    @Test func `an old telephone that says only where a form came from is heard`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let carer = Browser(world)
            let answers = filled(try await carer.get(way))
            let foreign = try await carer.post(way, answers, from: nil, headers: ["Origin: https://elsewhere.example"])
            #expect(foreign.status == 403)
            let done = try await carer.post(way, answers, from: nil, headers: ["Origin: https://localhost"])
            #expect(done.status == 200)
        }
    }

    @Test func `a link to an interview that was held meanwhile opens nothing`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let form = try await interviewer.get("/interviews/one?ref=E-1")
            let day = FixtureWorld.today
            let held = try await interviewer.post(
                "/interviews/one",
                [
                    ("site", "north"), ("ref", "E-1"), ("key", form.hidden("key", inFormTo: "/interviews/one")),
                    ("version", form.hidden("version", inFormTo: "/interviews/one")), ("respondent", "mother"),
                    ("day-day", "\(day.day)"), ("day-month", "\(day.month)"), ("day-year", "\(day.year)"),
                ] + (1...28).map { ("item-q\($0)", "y") })
            #expect(held.status == 303)
            #expect(try await Browser(world).get(way).status == 404)
        }
    }

    @Test func `links that are wrong, used, replaced or over look the same`() async throws {
        try await withFamily { world, interviewer in
            let first = try path(try await make(interviewer))
            let page = try await interviewer.get("/interviews/one?ref=E-1").body
            #expect(page.contains("A link is out: i-1 made it at ") && page.contains(" for mother. It holds until"))
            let second = try path(try await make(interviewer, days: "1"))
            let carer = Browser(world)
            let wrong = try await carer.get("/answer/" + String(repeating: "A", count: 43))
            let replaced = try await carer.get(first)
            #expect(try await carer.get(second).status == 200)
            world.advance(seconds: 2 * 24 * 60 * 60)
            let over = try await carer.get(second)
            #expect(wrong.status == 404 && wrong.body.contains("This link opens nothing"))
            #expect(replaced.status == 404 && replaced.body == wrong.body)
            #expect(over.status == 404 && over.body == wrong.body)
        }
    }

    @Test func `whoever tries often waits for a minute, and then a right link is right`() async throws {
        try await withFamily { world, interviewer in
            let way = try path(try await make(interviewer))
            let carer = Browser(world)
            let wrong = "/answer/" + String(repeating: "B", count: 43)
            for _ in 0..<60 { #expect(try await carer.get(wrong).status == 404) }
            let busy = try await carer.get(way)
            #expect(busy.status == 429 && busy["retry-after"] == "60" && busy.body.contains("Wait a minute"))
            world.advance(seconds: 60)
            #expect(try await carer.get(way).status == 200)
        }
    }

    @Test func `no link is made without questions, for too many days, or by the family's therapist`() async throws {
        try await withFamily(hasQuestions: false) { _, interviewer in
            #expect(!(try await interviewer.get("/interviews/one?ref=E-1").body.contains("Make the link")))
            let none = try await make(interviewer)
            #expect(none.status == 400 && none.body.contains("no questions that can be shown"))
        }
        try await withFamily { world, interviewer in
            let long = try await make(interviewer, days: "29")
            #expect(long.status == 400 && long.body.contains("from 1 to 28"))
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let therapist = try await world.browser(of: account)
            try await therapist.get("/account")
            let answer = try await therapist.post(
                "/interviews/link",
                [("site", "north"), ("ref", "E-1"), ("link-respondent", "mother"), ("link-days", "14")])
            #expect(answer.status == 404)
        }
    }
}
