import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import HTTPTypes
import Intervention
import Practice
import Testing

@testable import Pages
@testable import Web

/// What the service does for contacts that wait on a device; what the device does is walked in a browser.
struct UnsentContactTests {
    private static let today = FixtureWorld.today

    /// What a script sends: what was typed, with a key, and the mark of the page that it is on now.
    private static func send(
        _ browser: Browser, _ key: String, minutes: String = "25", year: Int = today.year,
        from site: String = "same-origin"
    ) async throws -> HTTPAnswer {
        let fields = [
            ("key", key), ("minutes", minutes), ("mode", "telephone"), ("on-day", "\(today.day)"),
            ("on-month", "\(today.month)"), ("on-year", "\(year)"), ("party", "school"), ("ref", "E-1"),
            ("site", "north"),
        ]
        return try await browser.post("/contact", fields, from: site, headers: ["Accept: text/plain"])
    }

    private func contacts(_ world: WebWorld) async throws -> Int {
        let ref = try #require(EpisodeRef("E-1"))
        return try await world.practice.episode(ref, at: try await world.north().code).facts.contacts.count
    }

    /// Opens a page that tells of what waits; a script sends with the mark that it finds there.
    private func open(_ browser: Browser) async throws {
        let page = try await browser.get("/families?site=north")
        await browser.plant(mark: try #require(word("mark", page)))
    }

    private func word(_ name: String, _ answer: HTTPAnswer) -> String? {
        answer.body.firstRange(of: "data-\(name)=\"").map { start in
            String(answer.body[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test func `a script is told in a line where the contact is, and days later the same line`() async throws {
        try await WebWorld.withTherapist { world, browser in
            try await open(browser)
            let before = try await contacts(world)
            let hours = UnsentPanel.hours
            for wait in [0, 20, 60 * 60, (hours - 2) * 60 * 60] {
                world.advance(seconds: Int64(wait))
                if wait > 20 { try await browser.signIn("t-1") }
                try await open(browser)
                let answer = try await Self.send(browser, "form-0000000001")
                #expect(answer.status == 200 && answer["content-type"] == "text/plain; charset=utf-8")
                #expect(answer.body == "/families?site=north&recorded=E-1")
            }
            #expect(try await contacts(world) == before + 1)
        }
    }

    @Test func `nothing but a line says that a contact is on record`() async throws {
        try await WebWorld.withTherapist { world, browser in
            try await open(browser)
            let before = try await contacts(world)
            let wrong = try await Self.send(browser, "form-0000000002", minutes: "an hour")
            let toCome = try await Self.send(browser, "form-0000000003", year: 2_999)
            for answer in [wrong, toCome] {
                #expect(answer.status == 400 && answer["content-type"] == "text/html; charset=utf-8")
            }
            #expect(try await Self.send(browser, "form-0000000004", from: "cross-site").status == 403)
            await browser.plant(mark: "another")
            #expect(try await Self.send(browser, "form-0000000004").status == 403)
            world.advance(seconds: 31 * 60)
            let over = try await Self.send(browser, "form-0000000004")
            #expect(over.status == 200 && over["content-type"] == "text/html; charset=utf-8")
            #expect(over.body.contains("What you typed is kept"))
            #expect(try await contacts(world) == before)
        }
    }

    @Test func `what was recorded under the key of a form that got another is forgotten on the device`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let page = try await browser.get("/contact?site=north&ref=E-1")
            #expect(word("replaces", page) == nil && word("to", page) == "/contact" && word("hours", page) == "72")
            let first = try await Self.send(browser, "form-0000000005")
            #expect(first.status == 200)
            let other = try await Self.send(browser, "form-0000000005", minutes: "30")
            #expect(other.status == 400 && word("replaces", other) == "form-0000000005")
            #expect(!other.body.contains("name=\"key\" value=\"form-0000000005\""))
        }
    }

    @Test func `an account is known on the device by a word that tells nothing of it and stays the same`() async throws
    {
        try await WebWorld.withTherapist { world, browser in
            let account = try await world.account("t-2", .therapist)
            try await world.post(account, as: "t-2")
            let other = try await world.browser(of: account)
            let mine = try #require(word("account", try await browser.get("/families?site=north")))
            #expect(mine.count == 32 && mine.allSatisfy(\.isHexDigit))
            #expect(word("account", try await browser.get("/contact?site=north&ref=E-1")) == mine)
            #expect(word("account", try await other.get("/families?site=north")) != mine)
            try await browser.signIn("t-1")
            #expect(word("account", try await browser.get("/account")) == mine)
            #expect(!"\(account)".contains(mine) && !mine.contains("t-1"))
        }
    }

    @Test func `scripts load on a tenth of the pages at most, and are at most 15 kB`() async throws {
        let scripts = Assets.all.filter { $0.type.hasPrefix("text/javascript") }
        #expect(!scripts.isEmpty && scripts.map(\.bytes.count).reduce(0, +) <= 15_000)
        try await FullDay.with { day in
            var (pages, scripted) = (Set<String>(), Set<String>())
            for stop in day.stops {
                let answer = try await day.browser(stop.who).get(stop.path)
                guard let policy = answer["content-security-policy"] else { continue }
                let path = String(stop.path.prefix { $0 != "?" })
                pages.insert(path)
                #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe"), "\(path)")
                let loads = policy.contains("script-src")
                #expect(loads == answer.body.contains("<script"), "\(path)")
                #expect(!loads || policy.contains("script-src 'self';"), "\(path)")
                if loads { scripted.insert(path) }
            }
            #expect(pages.count >= 40 && scripted.count * 10 <= pages.count, "\(scripted) of \(pages.count)")
            #expect(scripted.isSuperset(of: ["/contact", "/families", "/account"]))
        }
    }
}
