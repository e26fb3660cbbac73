import CivilDate
import EpisodeFixtures
import Intervention
import Testing

@testable import Web

struct StartPageTests {
    @Test func `an empty home says what to do next`() async throws {
        try await WebWorld.with(WebConfiguration(port: 0, isSimulated: true), sites: []) { world in
            let page = try await Browser(world).get("/")
            #expect(page.status == 200)
            #expect(page.body.contains("<h1>There are no sites yet</h1>"))
            #expect(page.body.contains("<code>homeward simulate --sites 24 --families 200 --months 36 --seed 1</code>"))
            #expect(!page.body.contains("<form"))
        }
    }

    @Test func `a page without a question is about the first site and the last twelve whole months`() async throws {
        try await WebWorld.with(sites: ["south", "north"]) { world in
            let page = try await world.get("/")
            #expect(page.status == 200)
            let usual = StartQuestion.usualPeriod(on: FixtureWorld.today)
            #expect(page.body.contains("<option value=\"north\" selected>North House (north)</option>"))
            #expect(page.body.contains("<option value=\"south\">South House (south)</option>"))
            #expect(page.body.contains("value=\"\(usual.from)\""))
            #expect(page.body.contains("value=\"\(usual.through)\""))
            #expect(page.body.contains("<title>Programme indicators of North House – Homeward</title>"))
        }
    }

    @Test func `the twelve months end with the last whole one`() throws {
        let period = StartQuestion.usualPeriod(on: try #require(CivilDate(iso: "2026-03-01")))
        #expect(period.from.description == "2025-03-01")
        #expect(period.through.description == "2026-02-28")
    }

    @Test func `the table has every figure of the report, each with what it is of`() async throws {
        try await WebWorld.with { world in
            try await world.recordEpisodes()
            let day = FixtureWorld.today
            let page = try await world.get("/?site=north&model=mst&from=\(day.adding(days: -365))&to=\(day)")
            #expect(page.status == 200)
            #expect(page.body.contains("<strong>4</strong> closures, <strong>3</strong> of them with the opportunity"))
            #expect(page.body.contains("<strong>66.7%</strong> <span class=\"counts\">2 of 3</span>"))
            #expect(page.body.contains(">at least 90%</td>"))
            #expect(page.body.contains("<strong>Not met</strong>"))
            #expect(page.body.contains("nothing to count"))
            #expect(page.body.contains("<caption><span class=\"block\">Ultimate outcomes</span>"))
            #expect(page.body.contains("<span class=\"block\">Instrumental outcomes</span>"))
            #expect(page.body.split(separator: "<table").count == 6)
            #expect(page.body.contains("homeward report indicators --site north"))
        }
    }

    @Test(arguments: [
        ("site=nowhere", "site", "There is no site of that code"), ("site=%3Cscript%3E", "site", "There is no site"),
        ("model=mst-x", "model", "There is no model"), ("model=MST%20X", "model", "There is no model"),
        ("from=2025-02-30", "from", "The first day is no day of the calendar"),
        ("to=1.2.2025", "to", "The last day is no day of the calendar"),
        ("from=2025-02-01&to=2025-01-01", "to", "The last day lies before the first"),
        ("from=2025-01-01&from=2025-01-02", "from", "The first day was given twice"),
        ("to=%FF", "to", "The last day cannot be read"),
    ])
    func `a mistake is named beside its field and above the form`(
        _ query: String, _ field: String, _ words: String
    ) async throws {
        try await WebWorld.with { world in
            let page = try await world.get("/?\(query)")
            #expect(page.status == 400)
            #expect(page.body.contains("<title>Error: Programme indicators – Homeward</title>"))
            #expect(page.body.contains("<a href=\"#\(field)\">\(words)"))
            #expect(page.body.contains("id=\"\(field)-error\">Error: \(words)"))
            #expect(page.body.contains("aria-invalid=\"true\""))
            #expect(page.body.split(separator: "aria-invalid").count == 2, "one field only")
            #expect(!page.body.contains("<script"))
            #expect(!page.body.contains("<table"))
        }
    }

    @Test func `what was typed stays in its field`() async throws {
        try await WebWorld.with { world in
            let page = try await world.get("/?site=north&model=mst-can&from=1.2.25&to=2025-03-31")
            #expect(page.body.contains("value=\"1.2.25\""))
            #expect(page.body.contains("value=\"2025-03-31\""))
            #expect(page.body.contains("<option value=\"mst-can\" selected>"))
        }
    }

    @Test func `an address with more than the form sends is refused without repeating it`() async throws {
        try await WebWorld.with { world in
            let page = try await world.get("/?name=Somebody")
            #expect(page.status == 400)
            #expect(page.body.contains("The address names something that this page does not know"))
            #expect(!page.body.contains("Somebody"))
        }
    }

    @Test(arguments: ["/", "/nowhere", "/?site=x"])
    func `a simulated network says so on every page, and a real one on none`(_ path: String) async throws {
        let notice = "<p class=\"simulated\">Simulated network: no real families</p>"
        try await WebWorld.with(WebConfiguration(port: 0, isSimulated: true)) { world in
            let page = try await world.get(path)
            #expect(page.body.contains(notice))
            let elsewhere = try await RawHTTP.ask(world.port, path, host: "evil.example")
            #expect(elsewhere.body.contains(notice))
        }
        try await WebWorld.with { world in
            let page = try await world.get(path)
            #expect(!page.body.contains("Simulated"))
        }
    }
}
