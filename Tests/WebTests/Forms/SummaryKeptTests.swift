import Accounts
import EpisodeFixtures
import RandomHistories
import Testing

@testable import Web

/// A draft is saved also when its session ended meanwhile: whatever stood in the form of a summary is there after signing in.
struct SummaryKeptTests {
    @Test(arguments: 1...6)
    func `what stood in the form when the session ended is in the draft after signing in`(_ seed: UInt64) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Robin Example", episode: "E-1")
            try await world.treat(family.episode)
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let browser = try await world.browser(of: account)
            var dice = SplitMix64(seed: seed)
            let action = "/episode/summary"
            let form = PageForm.all(of: try await browser.get(WebWorld.summary(9)).body).first { $0.action == action }
            let state = TypedState(try #require(form), isWrong: false, &dice)
            #expect(state.typed.count >= 8)
            world.advance(seconds: 31 * 60)
            let asked = try await browser.post(action, state.sent + [("do", "draft")])
            #expect(asked.status == 200 && asked.body.contains("What you typed is kept"))
            let thanks = try await browser.post(
                "/sign-in", [("account", "t-1"), ("password", WebWorld.password)] + asked.hidden)
            let kept = try #require(PageForm.all(of: thanks.body).first { $0.action == action })
            #expect(try await browser.post(action, kept.sending([:])).status == 303)
            #expect(state.lost(in: try await browser.get(WebWorld.summary(9)), of: action) == [])
        }
    }
}
