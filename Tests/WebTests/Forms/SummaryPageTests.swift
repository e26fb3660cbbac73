import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Web

/// The summary of a week and the forms that models' own definitions make: what is set is next week's, nothing twice, and two
/// people at once see each other's changes.
struct SummaryPageTests {
    private static let today = FixtureWorld.today
    private static let hostile = "\u{202E}<script>alert('\u{0301}')</script> \"&\u{0301} \u{1F600}\nsecond line"

    private func sheet(_ world: WebWorld) async throws -> EpisodeFacts {
        let ref = try #require(EpisodeRef("E-1"))
        return try await world.practice.episode(ref, at: try await world.north().code).facts
    }

    /// Records a fact through its form and gives its id.
    private func record(
        _ kind: String, _ fields: [(String, String)], _ world: WebWorld, _ browser: Browser
    ) async throws -> String {
        let page = try await browser.get("/episode/fact?site=north&ref=E-1&kind=\(kind)")
        #expect(page.status == 200, "\(kind)")
        let on = Self.today.adding(days: -20)
        let day = [("on-day", "\(on.day)"), ("on-month", "\(on.month)"), ("on-year", "\(on.year)")]
        let answer = try await browser.post("/episode/fact", page.hidden + fields + day)
        #expect(answer.status == 303, "\(kind): \(answer.body.suffix(3_000))")
        let fact = try #require(try await sheet(world).facts.last { $0.fact.kind.text == kind })
        return "\(fact.fact.id)"
    }

    /// A goal, a fit circle and a driver, through the forms; gives the ids of driver and goal.
    private func prepare(_ world: WebWorld, _ browser: Browser) async throws -> (driver: String, goal: String) {
        let behaviour = try await record("referral-behaviour", [("f-text", Self.hostile)], world, browser)
        let goal = try await record(
            "overarching-goal", [("f-behaviour", behaviour), ("f-text", "No fights for four weeks")], world, browser)
        let fit = try await record(
            "fit-circle", [("f-kind", "problem"), ("f-behaviour", behaviour), ("f-text", "Fights after school")], world,
            browser)
        let driver = try await record(
            "driver",
            [
                ("f-fit", fit), ("f-system", "peer"), ("f-kind", "need"), ("f-prioritised", "yes"),
                ("f-text", "Nobody sees him until six"),
            ], world, browser)
        return (driver, goal)
    }

    private func fields(_ page: HTTPAnswer, _ changes: [(String, String)]) -> [(String, String)] {
        page.hidden + changes
    }

    @Test func `every kind of fact that a model records has a form, made from its definition`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let page = try await browser.get("/episode/work?site=north&ref=E-1").body
            let kinds = page.matches(of: /kind=([a-z-]+)"/).map { String($0.1) }
            #expect(kinds.count >= 15)
            for kind in kinds {
                let form = try await browser.get("/episode/fact?site=north&ref=E-1&kind=\(kind)")
                #expect(form.status == 200 && form.body.contains("name=\"on-day\""), "\(kind)")
            }
            #expect(try await browser.get("/episode/fact?site=north&ref=E-1&kind=nothing").status == 404)
        }
    }

    @Test func `what is typed into a fact comes back on the pages as it was typed`() async throws {
        try await WebWorld.withTherapist { world, browser in
            _ = try await prepare(world, browser)
            let work = try await browser.get("/episode/work?site=north&ref=E-1").body
            #expect(work.contains("No fights for four weeks: open"))
            #expect(work.contains("need: Nobody sees him until six (comes first now)"))
            #expect(work.contains("<svg") && work.contains("aria-labelledby=\"fit-1-title\""))
            #expect(
                work.contains("&lt;script&gt;alert(&#39;\u{0301}&#39;)&lt;/script&gt; &quot;&amp;\u{0301} \u{1F600}"))
            #expect(!work.contains("<script") && !work.contains("\u{202E}"))
            let timeline = try await browser.get("/episode/timeline?site=north&ref=E-1&kind=facts").body
            #expect(timeline.contains("Nobody sees him until six") && !timeline.contains("Treatment started"))
        }
    }

    @Test func `a text with NUL and one that is too long are refused with a sentence, and kept`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let page = try await browser.get("/episode/fact?site=north&ref=E-1&kind=referral-behaviour")
            let day = [("on-day", "1"), ("on-month", "march"), ("on-year", "2026")]
            let nul = try await browser.post("/episode/fact", page.hidden + day + [("f-text", "a\u{0}b")])
            #expect(nul.status == 400 && nul.body.contains("a character that cannot be kept, NUL"))
            let long = String(repeating: "\u{1F600}", count: 10_001)
            let refused = try await browser.post("/episode/fact", page.hidden + day + [("f-text", long)])
            #expect(refused.status == 400 && refused.body.contains("is too long by 1") && refused.body.contains(long))
            let most = String(repeating: "\u{1F600}", count: 10_000)
            let kept = try await browser.post(
                "/episode/fact",
                page.hidden + [
                    ("f-text", most), ("on-day", "\(Self.today.day)"), ("on-month", "\(Self.today.month)"),
                    ("on-year", "\(Self.today.year)"),
                ])
            #expect(kept.status == 303)
            #expect(try await browser.get("/episode/work?site=north&ref=E-1").body.contains(most))
        }
    }

    @Test func `what is set for next week is what next week opens with, and what is handed in is only read`()
        async throws
    {
        try await WebWorld.withTherapist { world, browser in
            let (driver, goal) = try await prepare(world, browser)
            let page = try await browser.get("/episode/summary?site=north&ref=E-1&week=8")
            #expect(page.status == 200 && page.body.contains("Goal 1 for next week"))
            let set = fields(
                page,
                [
                    ("next-1", "He is home by four"), ("driver-1", driver), ("goal-1", goal),
                    ("steps-1", "Mother rings the school"), ("by-1", "carer"), ("advance", "One day without a fight"),
                ])
            let before = try await sheet(world).facts.count
            for _ in 1...2 {
                let answer = try await browser.post("/episode/summary", set)
                #expect(answer.status == 303 && answer["location"] == "/episode/summary?site=north&ref=E-1&week=8")
            }
            #expect(try await sheet(world).facts.count == before + 4)
            let handed = try await browser.get("/episode/summary?site=north&ref=E-1&week=8").body
            #expect(handed.contains("One day without a fight") && handed.contains("Steps: Mother rings the school"))
            #expect(!handed.contains("Hand in the summary"))
            let next = try await browser.get("/episode/summary?site=north&ref=E-1&week=9")
            #expect(next.body.contains("He is home by four: Not looked at yet"))
            let own = try #require(try await sheet(world).facts.last { $0.fact.kind.text == "intermediary-goal" })
            let result = fields(
                next,
                [
                    ("result-\(own.fact.id)", "not-met"), ("barrier-\(own.fact.id)", "The telephone was lost"),
                ])
            #expect(try await browser.post("/episode/summary", result).status == 303)
            let saved = try await browser.get("/episode/summary?site=north&ref=E-1&week=9").body
            #expect(saved.contains("He is home by four: Not met.") && saved.contains("The telephone was lost"))
        }
    }
}
