import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Foundation
import Intervention
import Practice
import Testing

@testable import Web

/// The team's telephone: tonight's page, calls, and the morning's hand-over.
struct OnCallPageTests {
    private static let words = "She has not come home \u{1F319} \u{22}\u{301} <b>since noon</b>"

    /// Gives somebody the telephone of the first site's team for MST, from today for two days, or for longer.
    static func giveTelephone(to staff: String, _ world: WebWorld, days: Int = 2) async throws {
        let site = try await world.north()
        let code = try #require(StaffCode(staff))
        let today = FixtureWorld.today
        let spell = try #require(OnCallSpell(code, from: today, through: today.adding(days: days - 1)))
        let team = try #require(TeamCode("north-mst"))
        try await world.practice.record(
            [Engine.Entry(.setRota(try #require(Rota([spell]))), on: today)], to: team, at: site.code)
    }

    /// A therapist who works as somebody at the first site.
    static func therapist(_ staff: String, _ world: WebWorld) async throws -> Browser {
        let account = try await world.account(staff, .therapist)
        try await world.post(account, as: staff)
        return try await world.browser(of: account)
    }

    private static func call(_ page: HTTPAnswer, about ref: String, time: String = "00:00") -> [(String, String)] {
        [
            ("site", "north"), ("key", page.hidden("key")), ("caller", "police"), ("ref", ref),
            ("done", "safety-plan"), ("time", time), ("words", words),
        ]
    }

    @Test func `who carries the telephone sees the team's families and writes a call down, once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await Self.therapist("t-9", world)
            #expect(try await !browser.get("/on-call").body.contains("Robin Example"))
            try await Self.giveTelephone(to: "t-9", world)
            let tonight = try await browser.get("/on-call").body
            #expect(tonight.contains("Robin Example, E-1") && tonight.contains("t-9 today"))
            #expect(!tonight.contains("Hidden Lane"))
            let form = try await browser.get("/on-call/call?site=north&ref=E-1")
            #expect(form.body.contains("<option value=\"E-1\" selected>"))
            for _ in 0..<2 {
                let kept = try await browser.post("/on-call/call", Self.call(form, about: "E-1"))
                #expect(kept.status == 303 && kept["location"] == "/on-call?site=north#calls")
            }
            let after = try await browser.get("/on-call").body
            #expect(after.components(separatedBy: "The police, about E-1").count == 2)
            #expect(after.contains("She has not come home") && after.contains("&lt;b&gt;since noon&lt;/b&gt;"))
            #expect(after.contains("Last call"))
            #expect(try await world.looks().contains("t-9 on-call.record episode allowed"))
            #expect(!world.log.text.contains("come home") && !world.log.text.contains("Robin"))
            let others = try await Self.therapist("t-8", world).get("/on-call").body
            #expect(!others.contains("Robin") && !others.contains("come home"))
        }
    }

    @Test func `a call about nobody of the record belongs to the telephone, and to nobody else`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let browser = try await Self.therapist("t-9", world)
            let refused = try await browser.get("/on-call/call")
            let none = try await browser.post("/on-call/call", Self.call(refused, about: ""))
            #expect(none.status == 400 && none.body.contains("name the family"))
            try await Self.giveTelephone(to: "t-9", world)
            let form = try await browser.get("/on-call/call")
            #expect(try await browser.post("/on-call/call", Self.call(form, about: "")).status == 303)
            #expect(try await browser.get("/on-call").body.contains("The police, about nobody of the record"))
            #expect(try await !Self.therapist("t-8", world).get("/on-call").body.contains("The police"))
        }
    }

    @Test(arguments: [
        ("caller", "", "caller-1"), ("done", "nonsense", "done-1"), ("time", "25:00", "time"), ("ref", "E-404", "ref"),
        ("ref", "E-2", "ref"),
    ])
    func `what is wrong is said beside its field, and all that was typed stays`(
        _ field: String, _ value: String, _ place: String
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1", therapist: "t-9")
            // Of another therapist: what is not theirs looks like what there is not.
            try await world.family("Alex Example", episode: "E-2", therapist: "t-1")
            let browser = try await Self.therapist("t-9", world)
            let form = try await browser.get("/on-call/call?ref=E-1")
            let typed = Self.call(form, about: "E-1").map { $0.0 == field ? ($0.0, value) : $0 }
            let answer = try await browser.post("/on-call/call", typed)
            #expect(answer.status == 400 && answer.body.contains("href=\"#\(place)\""))
            #expect(answer.body.contains("<title>Error: ") && answer.body.contains("She has not come home"))
            #expect(answer.body.contains(form.hidden("key")) && !answer.body.contains("Alex"))
            #expect(try await browser.get("/on-call").body.contains("Nobody rang."))
        }
    }

    @Test func `the morning reads every call, takes it over, and the next morning does not have it again`() async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await Self.therapist("t-9", world)
            try await Self.giveTelephone(to: "t-9", world)
            let form = try await browser.get("/on-call/call?ref=E-1")
            try await browser.post("/on-call/call", Self.call(form, about: "E-1"))
            world.advance(seconds: 60)
            let account = try await world.account("boss", .supervisor)
            try await world.post(account, as: "s-1")
            let boss = try await world.browser(of: account)
            let morning = try await boss.get("/on-call/handover?team=north-mst").body
            #expect(morning.contains("The police, about E-1") && morning.contains("She has not come home"))
            #expect(morning.contains("Nobody has taken the night over yet."))
            let day = "\(FixtureWorld.today)"
            let taken = [("site", "north"), ("team", "north-mst"), ("day", day)]
            #expect(try await boss.post("/on-call/handover", taken).status == 303)
            #expect(try await boss.post("/on-call/handover", taken).status == 303)
            let read = try await boss.get("/on-call/handover?team=north-mst").body
            #expect(read.components(separatedBy: "s-1, 01:01 on").count == 2 && read.contains("1 call<"))
            let next = "\(FixtureWorld.today.adding(days: 1))"
            let tomorrow = try await boss.get("/on-call/handover?team=north-mst&day=\(next)").body
            #expect(tomorrow.contains("Nobody rang.") && !tomorrow.contains("come home"))
            let stranger = try await Self.therapist("t-8", world).get("/on-call/handover?team=north-mst")
            #expect(stranger.status == 200 && !stranger.body.contains("come home"))
        }
    }
}

extension HTTPAnswer {
    /// What a hidden field of the page holds; empty without one.
    func hidden(_ name: String) -> String {
        guard let start = body.range(of: "name=\"\(name)\" value=\"")?.upperBound else { return "" }
        return String(body[start...].prefix { $0 != "\"" })
    }
}
