import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Web

/// Recording a contact on its page: once, whatever a browser does, and with nothing lost.
struct ContactPageTests {
    private static let today = FixtureWorld.today

    private static func fields(_ answer: HTTPAnswer, _ changes: [String: String] = [:]) -> [(String, String)] {
        var fields = [
            "mode": "telephone", "party": "school", "minutes": "20", "on-day": "\(today.day)",
            "on-month": "\(today.month)", "on-year": "\(today.year)",
        ]
        for (name, value) in answer.hidden { fields[name] = value }
        fields.merge(changes) { $1 }
        return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Lends the browser of a therapist who has the family `E-1`.
    private func withTherapist(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            try await world.family("Sam Other", episode: "E-2", therapist: "t-2")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            try await body(world, try await world.browser(of: account))
        }
    }

    private func contacts(_ world: WebWorld) async throws -> [DatedContact] {
        let ref = try #require(EpisodeRef("E-1"))
        let site = try await world.north()
        return try await world.practice.episode(ref, at: site.code).facts.contacts
    }

    @Test func `a contact is recorded once, however often its form is sent`() async throws {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            #expect(page.status == 200 && page.body.contains("Contact with E-1"))
            #expect(page.body.contains("value=\"home-visit\" checked"))
            let before = try await contacts(world).count
            for _ in 1...3 {
                let answer = try await browser.post("/contact", Self.fields(page))
                #expect(answer.status == 303 && answer["location"] == "/families?site=north&recorded=E-1")
            }
            let all = try await contacts(world)
            #expect(all.count == before + 1)
            #expect(
                all.contains { $0.contact.mode == .telephone && $0.contact.party == .school && $0.on == Self.today })
            let list = try await browser.get("/families?site=north&recorded=E-1")
            #expect(list.body.contains("The contact with E-1 is on record."))
        }
    }

    @Test func `another contact under a key that was used is asked about, and then recorded`() async throws {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            let before = try await contacts(world).count
            _ = try await browser.post("/contact", Self.fields(page))
            let again = try await browser.post("/contact", Self.fields(page, ["minutes": "35"]))
            #expect(again.status == 400 && again.body.contains("is on record already"))
            #expect(again.body.contains("value=\"35\""))
            #expect(try await contacts(world).count == before + 1)
            _ = try await browser.post("/contact", Self.fields(again, ["minutes": "35"]))
            #expect(try await contacts(world).count == before + 2)
        }
    }

    @Test func `what is wrong is named beside its field and above the heading, and nothing typed is lost`() async throws
    {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            let before = try await contacts(world).count
            let wrong = [
                "on-day": "31", "on-month": "feb", "minutes": "<b>\u{0301}an hour & \u{202E}a half</b> \u{1F600}",
                "party": "nobody",
            ]
            let answer = try await browser.post("/contact", Self.fields(page, wrong))
            #expect(answer.status == 400 && answer.body.contains("<title>Error: Contact with E-1"))
            #expect(answer.body.contains("<a href=\"#on-day\">The day cannot be right: its day must be 1 to 31"))
            #expect(answer.body.contains("<a href=\"#minutes\">The number of minutes is no whole number"))
            #expect(answer.body.contains("<a href=\"#party\">Whom it was with is not chosen."))
            #expect(answer.body.contains("value=\"feb\""))
            #expect(answer.body.contains("&lt;b&gt;\u{0301}an hour &amp; \u{FFFD}a half&lt;/b&gt; \u{1F600}"))
            #expect(!answer.body.contains("<b>"))
            #expect(answer.body.contains("value=\"telephone\" checked"))
            #expect(try await contacts(world).count == before)
        }
    }

    @Test func `a day to come is refused with its reason`() async throws {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            let answer = try await browser.post("/contact", Self.fields(page, ["on-year": "2999"]))
            #expect(answer.status == 400 && answer.body.contains("lies after today"))
        }
    }

    @Test func `a family that somebody does not treat is not there`() async throws {
        try await withTherapist { world, browser in
            let own = try await browser.get("/contact?site=north&ref=E-1")
            #expect(try await browser.get("/contact?site=north&ref=E-2").status == 404)
            #expect(try await browser.get("/contact?site=north&ref=E-99").status == 404)
            let answer = try await browser.post("/contact", Self.fields(own, ["ref": "E-2"]))
            #expect(answer.status == 404)
        }
    }

    @Test func `what was sent after the session had ended is kept through signing in, every character of it`()
        async throws
    {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            let before = try await contacts(world).count
            world.advance(seconds: 31 * 60)
            let text = "20 '\"<&>\u{0301} \u{1F600} + %41"
            let form = Self.fields(page, ["minutes": text])
            let asked = try await browser.post("/contact", form)
            #expect(asked.status == 200 && asked.body.contains("What you typed is kept"))
            #expect(asked["location"] == nil)
            #expect(try await contacts(world).count == before)
            let wrong = try await browser.post(
                "/sign-in", [("account", "t-1"), ("password", "not this one at all")] + asked.hidden)
            #expect(wrong.status == 401)
            let thanks = try await browser.post(
                "/sign-in", [("account", "t-1"), ("password", WebWorld.password)] + wrong.hidden)
            #expect(thanks.status == 200 && thanks.body.contains("action=\"/contact\""))
            #expect(thanks.body.contains("20 &#39;&quot;&lt;&amp;&gt;\u{0301} \u{1F600} + %41"))
            var sent = form
            sent.removeAll { $0.0 == "minutes" }
            let back = try await browser.post("/contact", sent + [("minutes", text)])
            #expect(back.status == 400 && back.body.contains("The number of minutes is no whole number"))
            let saved = try await browser.post("/contact", sent + [("minutes", "20")])
            #expect(saved.status == 303)
            #expect(try await contacts(world).count == before + 1)
        }
    }

    @Test func `a form of another site is not kept when nobody is signed in`() async throws {
        try await withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            world.advance(seconds: 31 * 60)
            for site in ["cross-site", "same-site"] {
                let answer = try await browser.post("/contact", Self.fields(page), from: site)
                #expect(answer.status == 303 && answer["location"] == "/sign-in" && answer.body.isEmpty)
            }
        }
    }
}
