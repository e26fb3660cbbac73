import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Testing

@testable import Web

/// Letters that print: with the site's letterhead, in plain words, and without anybody's address.
struct LetterPageTests {
    private static let today = FixtureWorld.today

    private static func family(_ world: WebWorld, isClosed: Bool = false) async throws {
        try await world.staffed()
        try await world.family("Robin Example", episode: "E-1")
        guard isClosed else { return }
        let site = try await world.north()
        let id = try await world.practice.episode(try #require(EpisodeRef("E-1")), at: site.code).id
        let closing = Closing(reason: "completed", outcomes: [.atHome: .yes, .noNewArrests: .no])
        try await world.fixtures.append(.close(closing), on: today, to: id, of: site)
    }

    @Test func `a referral is acknowledged and decided in writing`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await Self.family(world)
            let browser = try await world.supervisor()
            let came = try await browser.get("/referrals/letter?site=north&ref=E-1&kind=acknowledgement").body
            #expect(came.contains("We received the referral of Robin Example"))
            #expect(came.contains("href=\"/referrals/one?site=north&amp;ref=E-1\">Back to E-1</a>"))
            for part in ["North House", "1 Invented Street", "Private and confidential", "Our reference: E-1"] {
                #expect(came.contains(part), "\(part)")
            }
            let decided = try await browser.get("/referrals/letter?site=north&ref=E-1").body
            #expect(decided.contains("the referral was accepted") && !decided.contains("Hidden Lane"))
            #expect(try await browser.get("/referrals/letter?site=north&ref=E-1&kind=closing").status == 404)
            #expect(try await browser.get("/referrals/one?site=north&ref=E-1").body.contains("kind=acknowledgement"))
            #expect(try await world.looks().contains("boss referral.show episode allowed"))
        }
    }

    @Test func `a family is invited, and what is typed wrongly is said`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await Self.family(world)
            let browser = try await OnCallPageTests.therapist("t-1", world)
            #expect(
                try await browser.get("/episode?site=north&ref=E-1").body.contains("/episode/appointment?site=north"))
            let day = Self.today.adding(days: 3)
            let typed = [
                ("site", "north"), ("ref", "E-1"), ("on-day", "\(day.day)"), ("on-month", "\(day.month)"),
                ("on-year", "\(day.year)"), ("place", "home"),
            ]
            try await browser.get("/episode/appointment?site=north&ref=E-1")
            let wrong = try await browser.post("/episode/appointment", typed + [("time", "half four")])
            #expect(wrong.status == 400 && wrong.body.contains("href=\"#time\""))
            #expect(wrong.body.contains("value=\"half four\""))
            let letter = try await browser.post("/episode/appointment", typed + [("time", "16:30")]).body
            #expect(letter.contains("at 16:30, at your home.") && letter.contains("class=\"letter\""))
            #expect(!letter.contains("Hidden Lane") && !world.log.text.contains("Robin"))
            #expect(try await browser.get("/episode/letter?site=north&ref=E-1&kind=closing").status == 404)
        }
    }

    @Test func `when a child has died nobody is invited, and letters say nothing of what comes next`()
        async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await Self.family(world, isClosed: true)
            let site = try await world.north()
            let ref = try #require(EpisodeRef("E-1"))
            let child = try await world.practice.episode(ref, at: site.code).facts.referral.child
            try await world.practice.recordDeath(Death(), of: .id(child), on: Self.today, at: site.code)
            let browser = try await world.supervisor()
            #expect(try await browser.get("/episode/appointment?site=north&ref=E-1").status == 404)
            for page in ["/episode/letter?site=north&ref=E-1&kind=closing", "/referrals/letter?site=north&ref=E-1"] {
                let letter = try await browser.get(page).body
                #expect(letter.contains("Robin Example died on"), "\(page)")
                #expect(!letter.contains("again") && !letter.contains("will ring"), "\(page)")
            }
        }
    }

    @Test func `whoever referred is told how treatment ended, and nothing that was written of the family`() async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await Self.family(world, isClosed: true)
            let browser = try await world.supervisor()
            let letter = try await browser.get("/episode/letter?site=north&ref=E-1&kind=closing").body
            #expect(letter.contains("How the treatment of Robin Example ended"))
            #expect(letter.contains(": yes; ") && letter.contains(": no"))
            #expect(try await browser.get("/episode/appointment?site=north&ref=E-1").status == 404)
            let nameless = try await world.browser(of: try await world.account("x-1", .expert))
            let seen = try await nameless.get("/episode/letter?site=north&ref=E-1&kind=closing").body
            #expect(seen.contains("The child was referred") && !seen.contains("Robin"))
            #expect(try await nameless.get("/episode/letter?site=north&ref=E-9&kind=closing").status == 404)
        }
    }
}
