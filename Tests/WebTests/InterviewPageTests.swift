import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Testing

@testable import Web

/// The interviewer's list, attempts and interviews.
struct InterviewPageTests {
    private static func interviewer(_ world: WebWorld) async throws -> Browser {
        let account = try await world.account("caller", .interviewer)
        try await world.post(account, as: "i-1")
        return try await world.browser(of: account)
    }

    @Test func `an attempt is kept once and shown with what was asked for, and no score is anywhere`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await Self.interviewer(world)
            let list = try await browser.get("/interviews").body
            #expect(list.contains("E-1, interview") && list.contains("Overdue"))
            let form = try await browser.get("/interviews/one?ref=E-1")
            #expect(form.status == 200 && form.body.contains("Not to be held by t-1"))
            let key = form.hidden("key", inFormTo: "/interviews/attempt")
            let tomorrow = FixtureWorld.today.adding(days: 1)
            let attempt = [
                ("site", "north"), ("ref", "E-1"), ("key", key), ("slot", form.hidden("slot")),
                ("outcome", "call-back"), ("again-day", "\(tomorrow.day)"), ("again-month", "\(tomorrow.month)"),
                ("again-year", "\(tomorrow.year)"), ("part", "evening"),
            ]
            for _ in 0..<2 { #expect(try await browser.post("/interviews/attempt", attempt).status == 303) }
            let after = try await browser.get("/interviews").body
            #expect(after.components(separatedBy: "ring again at another time, i-1").count == 2)
            #expect(after.contains("in the evening"))
            #expect(try await browser.get("/episode?ref=E-1").status == 404)
        }
    }

    @Test func `an interview is kept with its score, and then it is owed no more`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await Self.interviewer(world)
            let form = try await browser.get("/interviews/one?ref=E-1")
            let day = FixtureWorld.today
            let typed = [
                ("site", "north"), ("ref", "E-1"), ("key", form.hidden("key", inFormTo: "/interviews/one")),
                ("version", form.hidden("version")), ("respondent", "mother"), ("day-day", "\(day.day)"),
                ("day-month", "\(day.month)"), ("day-year", "\(day.year)"),
            ]
            let wrong = try await browser.post("/interviews/one", typed + [("score", "7")])
            #expect(wrong.status == 400 && wrong.body.contains("href=\"#score\""))
            for _ in 0..<2 {
                #expect(try await browser.post("/interviews/one", typed + [("score", "0.71")]).status == 303)
            }
            let list = try await browser.get("/interviews").body
            #expect(!list.contains("Overdue (1)") && !list.contains("0.71"))
        }
    }

    @Test func `whoever does not want it is not rung again`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await Self.interviewer(world)
            let form = try await browser.get("/interviews/one?ref=E-1")
            let typed = [
                ("site", "north"), ("ref", "E-1"), ("key", form.hidden("key", inFormTo: "/interviews/attempt")),
                ("slot", form.hidden("slot")), ("outcome", "refused"),
            ]
            let wrong = try await browser.post("/interviews/attempt", typed + [("part", "morning")])
            #expect(wrong.status == 400 && wrong.body.contains("href=\"#outcome-1\""))
            #expect(try await browser.post("/interviews/attempt", typed).status == 303)
            #expect(try await !browser.get("/interviews").body.contains("Overdue (1)"))
        }
    }
}

extension HTTPAnswer {
    /// What a hidden field of the form that is sent to an address holds.
    func hidden(_ name: String, inFormTo action: String) -> String {
        guard let form = body.components(separatedBy: "<form").first(where: { $0.contains("action=\"\(action)\"") }),
            let start = form.range(of: "name=\"\(name)\" value=\"")?.upperBound
        else { return "" }
        return String(form[start...].prefix { $0 != "\"" })
    }
}
