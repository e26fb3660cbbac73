import Accounts
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// What whoever answers for privacy looks into: records that were opened in an emergency, and what the nights found.
struct OfficerPageTests {
    private static let reason = "Their mother rang and nobody of the team answers"

    /// A record that a therapist of no relation to the family opened.
    private func opened(_ world: WebWorld) async throws -> Browser {
        try await world.family("Robin Example", episode: "E-1")
        let browser = try await world.browser(of: try await world.account("t-9", .therapist))
        let typed = [("site", "north"), ("episode", "E-1"), ("reason", Self.reason), ("hours", "1")]
        #expect(try await browser.send("/emergency", typed).status == 200)
        return browser
    }

    @Test func `the officer reads why a record was opened, and looks into it once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            _ = try await opened(world)
            let gov = try await world.browser(of: try await world.account("gov", .governance))
            let page = try await gov.get("/emergency/review")
            #expect(page.status == 200)
            for text in ["E-1", "t-9", Self.reason, "I looked into E-1"] {
                #expect(page.body.contains(text), "\(text)")
            }
            let named = [("site", "north"), ("episode", "E-1"), ("actor", "t-9")]
            let done = try await gov.post("/emergency/review", named)
            #expect(done.status == 303 && done["location"] == "/emergency/review?site=north")
            let after = try await gov.get("/emergency/review?site=north")
            #expect(after.body.contains("Nothing waits.") && !after.body.contains("I looked into"))
            let again = try await gov.post("/emergency/review", named)
            #expect(again.status == 409 && again.body.contains("There is a problem"))
            #expect(try await world.looks().contains("gov access.review episode allowed"))
        }
    }

    @Test func `who manages the site reads no words, and nobody looks into what they opened themselves`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let therapist = try await opened(world)
            #expect(try await therapist.get("/emergency/review").status == 404)
            let boss = try await world.browser(of: try await world.account("boss", .siteManager))
            let typed = [("site", "north"), ("episode", "E-1"), ("reason", Self.reason), ("hours", "1")]
            #expect(try await boss.send("/emergency", typed).status == 200)
            let page = try await boss.get("/emergency/review")
            #expect(!page.body.contains("mother"))
            #expect(page.body.contains("Somebody else looks into what you opened."))
            #expect(page.body.contains("opened by t-9") && !page.body.contains("opened by boss"))
            let own = [("site", "north"), ("episode", "E-1"), ("actor", "boss")]
            #expect(try await boss.post("/emergency/review", own).status == 409)
        }
    }

    @Test func `another site's opened records and alerts are not there`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            _ = try await opened(world)
            let south = try await world.browser(of: try await world.account("gov", .governance, at: ["south"]))
            #expect(try await south.get("/emergency/review?site=north").status == 404)
            #expect(try await south.get("/access-log/alerts?site=north").status == 404)
            let own = try await south.get("/emergency/review")
            #expect(own.status == 200 && !own.body.contains("E-1"))
            let named = [("site", "south"), ("episode", "E-1"), ("actor", "t-9")]
            try await south.get("/account")
            #expect(try await south.post("/emergency/review", named).status == 404)
        }
    }

    @Test func `what the nights found is listed with a way to the looks themselves`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            _ = try await opened(world)
            try await world.plantLooks(1)
            try await world.plantAlert()
            let gov = try await world.browser(of: try await world.account("gov", .governance))
            let page = try await gov.get("/access-log/alerts?site=north")
            #expect(page.status == 200 && page.body.contains("A colleague’s family"))
            let today = FixtureWorld.today
            let way = "/access-log?site=north&amp;account=planted&amp;from=\(today)&amp;to=\(today)"
            #expect(page.body.contains(way))
            let log = try await gov.get(way.replacing("&amp;", with: "&"))
            #expect(log.status == 200 && log.body.contains("planted"))
            let later = try await gov.get("/access-log/alerts?from=\(today.adding(days: 1))")
            #expect(later.body.contains("The nights found nothing."))
            let odd = try await gov.get("/access-log/alerts?from=yesterday")
            #expect(odd.status == 400 && odd.body.contains("href=\"#from\""))
            #expect(try await gov.get("/access-log/alerts?nonsense=1").status == 400)
        }
    }
}
