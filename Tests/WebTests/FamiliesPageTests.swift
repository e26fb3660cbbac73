import Accounts
import EpisodeFixtures
import Intervention
import Testing

@testable import Web

/// The families of a day's work: whose they are, what of them is shown, and in which order.
struct FamiliesPageTests {
    private func world(_ body: (WebWorld) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            try await world.family("Sam Other", episode: "E-2", therapist: "t-2")
            try await body(world)
        }
    }

    private func browser(_ code: String, _ role: Role, _ world: WebWorld) async throws -> Browser {
        let account = try await world.account(code, role)
        if role == .therapist { try await world.post(account, as: code) }
        return try await world.browser(of: account)
    }

    @Test func `a therapist sees their own families with what is owed first, and no other`() async throws {
        try await world { world in
            let page = try await browser("t-1", .therapist, world).get("/families").body
            #expect(page.contains("1 family, on "))
            #expect(page.contains("E-1 Robin Example") && !page.contains("Sam Other") && !page.contains("E-2"))
            #expect(page.contains("Overdue (1)"))
            #expect(page.contains("Week 9, "))
            #expect(page.contains("href=\"/contact?site=north&amp;ref=E-1\""))
            #expect(page.contains("<a href=\"/families\" aria-current=\"page\">My families</a>"))
        }
    }

    @Test func `a supervisor sees the team's families with their therapists, and filters them`() async throws {
        try await world { world in
            let visitor = try await browser("s-1", .supervisor, world)
            let page = try await visitor.get("/team").body
            #expect(page.contains("E-1 Robin Example") && page.contains("E-2 Sam Other"))
            #expect(page.contains("data-label=\"Therapist\">t-2</td>"))
            #expect(page.contains("Weekly summaries that wait"))
            let found = try await visitor.get("/team?q=sam").body
            #expect(found.contains("E-2 Sam Other") && !found.contains("E-1 "))
            let none = try await visitor.get("/team?q=%3Cscript%3E").body
            #expect(none.contains("No family is meant") && none.contains("value=\"&lt;script&gt;\""))
            #expect(try await visitor.get("/team?team=nobody").status == 404)
        }
    }

    @Test func `whoever sees no names sees references alone`() async throws {
        try await world { world in
            let page = try await browser("x-1", .expert, world).get("/team").body
            #expect(page.contains("E-1") && page.contains("E-2"))
            #expect(!page.contains("Robin") && !page.contains("Sam"))
        }
    }

    @Test func `signing in leads a therapist to their families and a supervisor to the team`() async throws {
        try await world { world in
            for (code, role, way) in [
                ("t-1", Role.therapist, "/families"), ("s-1", .supervisor, "/team"), ("g-1", .governance, "/"),
            ] {
                _ = try await browser(code, role, world)
                #expect(try await Browser(world).signIn(code)["location"] == way)
            }
        }
    }

    @Test func `the look at a list is written down with how many rows it had`() async throws {
        try await world { world in
            _ = try await browser("t-1", .therapist, world).get("/families")
            #expect(try await world.looks().contains("t-1 episode.show site allowed"))
        }
    }
}
