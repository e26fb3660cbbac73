import Accounts
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// The pages about a site itself, and what every page has at its foot.
struct SitePagesTests {
    @Test func `settings are shown with bounds, reason and source, and what was changed when`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            let page = try await world.supervisor().get("/site").body
            #expect(page.contains("<strong>5 families</strong>") && page.contains("Long ways, since "))
            #expect(page.contains("Most families a therapist") && page.contains("standard "))
            #expect(page.contains("Version 2") && page.contains("by operator"))
            #expect(page.contains("setting: caseload-most of mst is 5 families"))
            #expect(page.contains("1 Invented Street, Telephone 01632 960000"))
        }
    }

    @Test func `staff are shown with trainings, and what runs out first`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await world.family("Robin Example", episode: "E-1")
            let page = try await world.supervisor().get("/site/staff").body
            #expect(page.contains("Within 30 days") && page.contains("The post of t-2, therapist, in 20 days"))
            #expect(page.contains("<strong>Past</strong>") && page.contains("of t-1, therapist"))
            #expect(page.contains("Licensed through 31 December 2099."))
            #expect(page.contains("not yet, needed by "))
            let therapist = try await OnCallPageTests.therapist("t-1", world)
            #expect(try await therapist.get("/site/staff").status == 404)
            let own = try await therapist.get("/site/rota").body
            #expect(own.contains("href=\"/site?site=north\"") && !own.contains("/site/staff"))
        }
    }

    @Test func `the rota tells who carries a telephone and on how many days nobody does`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await OnCallPageTests.giveTelephone(to: "t-1", world)
            let page = try await world.supervisor().get("/site/rota").body
            #expect(page.contains("Team north-mst") && page.contains("On 54 days nobody is on call."))
            #expect(page.contains("data-label=\"Who\">t-1</td>") && page.contains("<strong>Nobody</strong>"))
        }
    }

    @Test func `help is in the same place on every page, signed in or not`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let browser = try await world.supervisor()
            let pages = [
                try await Browser(world).get("/sign-in"), try await Browser(world).get("/privacy"),
                try await browser.get("/team"), try await browser.get("/nowhere"), try await browser.get("/account"),
            ]
            for page in pages {
                let foot = try #require(page.body.split(separator: "<footer").last)
                for way in ["/help", "/privacy", "/accessibility"] {
                    #expect(foot.contains("<a href=\"\(way)\""), "\(way)")
                }
            }
            #expect(pages[1].body.contains("<a href=\"/privacy\" aria-current=\"page\">"))
        }
    }
}
