import Accounts
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// What is said to the summary of a week, by whom, and that it is locked once it was discussed.
struct SummaryTalkTests {
    private static let address = "/episode/summary?site=north&ref=E-1&week=9"
    private static let today = FixtureWorld.today

    /// Lends the browsers of a therapist who handed the summary of the week in, of the supervisor and of an expert.
    private func withSummary(_ body: (WebWorld, Browser, Browser, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let therapist = try await world.browser(of: account)
            let page = try await therapist.get(Self.address)
            #expect(
                try await therapist.post("/episode/summary", page.hidden + [("advance", "A calm day")]).status == 303)
            try await body(
                world, therapist, try await world.browser(of: try await world.account("s-1", .supervisor)),
                try await world.browser(of: try await world.account("x-1", .expert)))
        }
    }

    /// What one form of a page sends unseen.
    private func hidden(_ page: HTTPAnswer, of action: String) throws -> [(String, String)] {
        let form = try #require(page.body.split(separator: "<form").first { $0.contains("action=\"\(action)\"") })
        return form.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }.filter { $0.0 != "mark" }
    }

    private func comment(
        _ words: String, on part: String = "advances", _ browser: Browser
    ) async throws -> HTTPAnswer {
        let page = try await browser.get(Self.address)
        let hidden = try hidden(page, of: "/episode/summary/comment")
        let fields = hidden + [("part", part), ("words", words)]
        _ = try await browser.post("/episode/summary/comment", fields)
        return try await browser.post("/episode/summary/comment", fields)
    }

    private func discuss(_ browser: Browser, on day: CivilDate = today) async throws -> HTTPAnswer {
        let page = try await browser.get(Self.address)
        return try await browser.post(
            "/episode/summary/discussed",
            try hidden(page, of: "/episode/summary/discussed") + [
                ("setting", "supervision"), ("on-day", "\(day.day)"), ("on-month", "\(day.month)"),
                ("on-year", "\(day.year)"),
            ])
    }

    @Test func `supervisor, expert and therapist say something to a part, each once, in the order of time`()
        async throws
    {
        try await withSummary { _, therapist, supervisor, expert in
            for (browser, words) in [
                (supervisor, "What made it <calm>?"), (expert, "Look at the evening"),
                (therapist, "His aunt was there"),
            ] {
                #expect(try await comment(words, browser).status == 303)
            }
            let page = try await therapist.get(Self.address).body
            let said = page.matches(of: /calm&gt;\?|Look at the evening|His aunt was there/).map { String($0.0) }
            #expect(said == ["calm&gt;?", "Look at the evening", "His aunt was there"])
            #expect(page.contains("Comments on advances") && page.contains("<strong>s-1, "))
        }
    }

    @Test func `nothing is said to what was not handed in, and a comment without words comes back`() async throws {
        try await withSummary { _, _, supervisor, _ in
            let open = try await supervisor.get(Self.address.replacing("week=9", with: "week=8")).body
            #expect(!open.contains("/episode/summary/comment"))
            let page = try await supervisor.get(Self.address)
            let own = try hidden(page, of: "/episode/summary/comment")
            let early = own.filter { $0.0 != "week" } + [("week", "8"), ("part", "whole"), ("words", "Kept words")]
            let refused = try await supervisor.post("/episode/summary/comment", early)
            #expect(refused.status == 400 && refused.body.contains("was not handed in"))
            let empty = try await supervisor.post("/episode/summary/comment", own + [("part", "fit"), ("words", " ")])
            #expect(empty.status == 400 && empty.body.contains("The comment is missing. Type it."))
            #expect(empty.body.contains("<option value=\"fit\" selected>"))
        }
    }

    @Test func `once it was discussed nothing of its week is recorded any more, but it is still talked of`()
        async throws
    {
        try await withSummary { _, therapist, supervisor, _ in
            #expect(!(try await therapist.get(Self.address).body.contains("Mark it as discussed")))
            let early = try await discuss(supervisor, on: Self.today.adding(days: 1))
            #expect(early.status == 400 && early.body.contains("not later than today"))
            #expect(try await discuss(supervisor).status == 303)
            let page = try await therapist.get(Self.address).body
            #expect(page.contains("Discussed in supervision on") && page.contains("The summary is locked"))
            #expect(!(try await supervisor.get(Self.address).body.contains("Mark it as discussed")))
            let form = try await therapist.get("/episode/fact?site=north&ref=E-1&kind=advance")
            let on = [
                ("on-day", "\(Self.today.day)"), ("on-month", "\(Self.today.month)"), ("on-year", "\(Self.today.year)"),
            ]
            let late = try await therapist.post("/episode/fact", form.hidden + on + [("f-text", "Said too late")])
            #expect(late.status == 400 && late.body.contains("was discussed on") && late.body.contains("Said too late"))
            #expect(try await comment("Still to be said", therapist).status == 303)
        }
    }
}
