import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Testing

@testable import Web

/// Referrals from the page: written down once, screened, decided, given to a therapist, and written about.
struct ReferralPageTests {
    private static func typed(_ form: HTTPAnswer, _ changes: [String: String] = [:]) -> [(String, String)] {
        let day = FixtureWorld.today.adding(days: -2)
        let fields = [
            ("site", "north"), ("key", form.hidden("key")), ("name", "Sam Invented"), ("born-day", "3"),
            ("born-month", "march"), ("born-year", "2012"), ("number", ""), ("sex", "F"), ("child", "C-7"),
            ("ref", "N-7"), ("team", "north-mst"), ("day-day", "\(day.day)"), ("day-month", "\(day.month)"),
            ("day-year", "\(day.year)"), ("source", "social-care"), ("authority", ""), ("checked", ""),
        ]
        return fields.map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    private static func supervisor(_ world: WebWorld) async throws -> Browser {
        let account = try await world.account("boss", .supervisor)
        try await world.post(account, as: "s-1")
        return try await world.browser(of: account)
    }

    @Test func `a referral is written down once, waits in the inbox, is declined, and its letter prints`() async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license()
            let browser = try await Self.supervisor(world)
            let form = try await browser.get("/referrals/new")
            for _ in 0..<2 {
                let kept = try await browser.post("/referrals/new", Self.typed(form))
                #expect(kept.status == 303 && kept["location"] == "/referrals/one?site=north&ref=N-7")
            }
            let inbox = try await browser.get("/referrals").body
            #expect(inbox.contains("N-7, Sam Invented") && inbox.contains("To be decided (1)"))
            #expect(inbox.contains("2 days, since") && inbox.contains("Authority"))
            let one = try await browser.get("/referrals/one?ref=N-7")
            #expect(one.body.contains("March 2012") && one.body.contains("Show what each model says"))
            let day = FixtureWorld.today
            let decision = [
                ("site", "north"), ("ref", "N-7"), ("key", one.hidden("key")), ("version", one.hidden("version")),
                ("day-day", "\(day.day)"), ("day-month", "\(day.month)"), ("day-year", "\(day.year)"),
                ("answer-no-carer", "no"),
            ]
            let shown = try await browser.post("/referrals/one", decision + [("do", "show")])
            #expect(shown.status == 200 && shown.body.contains("What each model says"))
            #expect(shown.body.contains("Ask for advice") && shown.body.contains("Standard MST"))
            let unsure = try await browser.post("/referrals/one", decision + [("verdict", "declined")])
            #expect(unsure.status == 400 && unsure.body.contains("href=\"#reason\""))
            let final = decision + [("verdict", "declined"), ("reason", "age"), ("onward", "early-help")]
            for _ in 0..<2 { #expect(try await browser.post("/referrals/one", final).status == 303) }
            #expect(try await browser.get("/referrals").body.contains("Nothing waits."))
            let letter = try await browser.get("/referrals/letter?ref=N-7").body
            #expect(letter.contains("Sam Invented") && letter.contains("early help"))
            #expect(!world.log.text.contains("Invented"))
        }
    }

    @Test func `a child whom the site may know is asked about before anything is kept`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Sam Invented", episode: "E-1")
            try await world.license()
            let browser = try await Self.supervisor(world)
            let form = try await browser.get("/referrals/new")
            let asked = try await browser.post("/referrals/new", Self.typed(form))
            #expect(asked.status == 200 && asked.body.contains("Is the child one of these?"))
            #expect(try await browser.get("/referrals").body.contains("Nothing waits."))
            let back = try await browser.post("/referrals/new", Self.typed(form) + [("do", "back")])
            #expect(back.body.contains("value=\"N-7\"") && back.body.contains("value=\"Sam Invented\""))
            let kept = try await browser.post("/referrals/new", Self.typed(form, ["checked": "yes"]))
            #expect(kept.status == 303)
        }
    }

    @Test(arguments: [
        ("name", "", "name"), ("ref", "", "ref"), ("child", "a b!", "child"), ("born-month", "13", "born-day"),
        ("number", "123", "number"), ("authority", "x", "authority"), ("team", "", "team"),
    ])
    func `what is wrong is said beside its field, and nothing is kept`(
        _ field: String, _ value: String, _ place: String
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license()
            let browser = try await Self.supervisor(world)
            let form = try await browser.get("/referrals/new")
            let answer = try await browser.post("/referrals/new", Self.typed(form, [field: value]))
            #expect(answer.status == 400 && answer.body.contains("href=\"#\(place)\""), "\(field)")
            #expect(answer.body.contains("value=\"C-7\"") || field == "child")
            #expect(try await browser.get("/referrals").body.contains("Nothing waits."))
        }
    }
}
