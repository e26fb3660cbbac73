import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Testing

@testable import Web

/// Whose a referral is: given to somebody from its page, told in the inbox and on the team's page, and taken back.
struct ReferralOwnerPageTests {
    private static func supervisor(_ world: WebWorld) async throws -> Browser {
        let account = try await world.account("boss", .supervisor)
        try await world.post(account, as: "s-1")
        return try await world.browser(of: account)
    }

    private static func with(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.fillPosts()
            try await world.referred("N-1")
            try await world.referred("N-2", .accepted)
            try await body(world, try await supervisor(world))
        }
    }

    private static func form(
        _ ref: String, _ key: String, owner: String, turn: Int
    ) -> [(String, String)] {
        [("site", "north"), ("ref", ref), ("key", "form-give-\(key)"), ("owner", owner), ("turn", "\(turn)")]
    }

    @Test func `who sees to a referral is told since when, and those that nobody sees to stand apart`() async throws {
        try await Self.with { _, browser in
            let before = try await browser.get("/referrals").body
            #expect(before.contains("<strong>Nobody yet</strong>, it is for s-1"), "\(before)")
            #expect(before.contains("All (2)") && before.contains("Mine (0)") && before.contains("Nobody’s yet (2)"))
            #expect(try await browser.get("/team").body.contains("Nobody sees to them yet (2 of 2)"))
            let page = try await browser.get("/referrals/one?ref=N-1").body
            #expect(page.contains("Nobody yet.") && page.contains("<option value=\"(nobody)\" selected>"))
            for _ in 0..<2 {
                let given = try await browser.post(
                    "/referrals/owner", Self.form("N-1", "1", owner: "s-1", turn: 0))
                #expect(given.status == 303 && given["location"] == "/referrals/one?site=north&ref=N-1")
            }
            let after = try await browser.get("/referrals/one?ref=N-1").body
            #expect(after.contains("Given to s-1 by s-1 on ") && after.contains("<option value=\"s-1\" selected>"))
            let inbox = try await browser.get("/referrals").body
            #expect(inbox.contains("s-1, since ") && inbox.contains("Mine (1)") && inbox.contains("Nobody’s yet (1)"))
            let mine = try await browser.get("/referrals?owner=mine").body
            #expect(mine.contains("ref=N-1\"") && !mine.contains("ref=N-2\""))
            let free = try await browser.get("/referrals?owner=nobody").body
            #expect(!free.contains("ref=N-1\"") && free.contains("ref=N-2\""))
            let team = try await browser.get("/team").body
            #expect(
                team.contains("Nobody sees to them yet (1 of 2)") && team.contains("Somebody sees to them (1 of 2)"))
            #expect(team.contains("s-1 sees to it since "))
            let back = try await browser.post("/referrals/owner", Self.form("N-1", "2", owner: "(nobody)", turn: 1))
            #expect(back.status == 303)
            #expect(try await browser.get("/referrals/one?ref=N-1").body.contains("Taken back by s-1 on "))
            #expect(try await browser.get("/referrals").body.contains("Nobody’s yet (2)"))
        }
    }

    @Test func `what cannot be is said, and nobody writes over what another did meanwhile`() async throws {
        try await Self.with { world, browser in
            try await browser.get("/referrals/one?ref=N-1")
            let wrong = [
                ("", "Who sees to it is not chosen"), ("(nobody)", "has no owner that could be taken back"),
                ("t-404", "is in no post of the site today"), ("a b", "Who sees to it is not chosen"),
            ]
            for (place, (owner, sentence)) in wrong.enumerated() {
                let answer = try await browser.post(
                    "/referrals/owner", Self.form("N-1", "w\(place)", owner: owner, turn: 0))
                #expect(answer.status == 400 && answer.body.contains(sentence), "\(owner): \(answer.body)")
                #expect(answer.body.contains("href=\"#owner\""))
            }
            let given = try await browser.post("/referrals/owner", Self.form("N-1", "a", owner: "s-1", turn: 0))
            #expect(given.status == 303)
            let late = try await browser.post("/referrals/owner", Self.form("N-1", "b", owner: "t-1", turn: 0))
            #expect(late.status == 400 && late.body.contains("Somebody else changed this"))
            #expect(late.body.contains("Given to s-1 by s-1"))
            let nowhere = try await browser.post("/referrals/owner", Self.form("N-404", "c", owner: "s-1", turn: 0))
            #expect(nowhere.status == 404)
            // A therapist has neither the inbox nor its forms.
            let therapist = try await OnCallPageTests.therapist("t-1", world)
            try await therapist.get("/account")
            let refused = try await therapist.post("/referrals/owner", Self.form("N-1", "d", owner: "t-1", turn: 1))
            #expect(refused.status == 404)
        }
    }

    @Test func `a supervisor of another team is shown whose it is, and no form`() async throws {
        try await Self.with { world, browser in
            try await browser.get("/referrals/one?ref=N-1")
            _ = try await browser.post("/referrals/owner", Self.form("N-1", "a", owner: "s-1", turn: 0))
            let other = try await world.account("other", .supervisor)
            try await world.limit(try #require(AccountCode("other")), to: "north-mst-can")
            let reader = try await world.browser(of: other)
            let page = try await reader.get("/referrals/one?ref=N-1").body
            #expect(page.contains("Given to s-1 by s-1") && !page.contains("action=\"/referrals/owner\""))
            let refused = try await reader.post("/referrals/owner", Self.form("N-1", "e", owner: "s-1", turn: 1))
            #expect(refused.status == 400 && refused.body.contains("for the supervisor of the team"))
        }
    }

    @Test func `nobody is given the referral of a family that they are kept from`() async throws {
        try await Self.with { world, browser in
            try await world.colleague("t-1", .therapist)
            try await world.bar("t-1", from: "N-1")
            try await browser.get("/referrals/one?ref=N-1")
            let answer = try await browser.post("/referrals/owner", Self.form("N-1", "a", owner: "t-1", turn: 0))
            #expect(answer.status == 400 && answer.body.contains("kept from the family"), "\(answer.body)")
            #expect(!answer.body.contains("Given to"))
        }
    }
}
