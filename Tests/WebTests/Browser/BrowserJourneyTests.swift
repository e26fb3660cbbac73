import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Testing

@testable import Web

/// The journeys of a working day in Debian's Chromium, from signing in to their end: with and without scripts, on a
/// telephone's width and a desktop's, with the keyboard alone, and once with a pointer; every page on the way without a
/// barrier that axe knows and without a word on the console. Each walk has a family of its own.
@Suite(.serialized) struct BrowserJourneyTests {
    private static let simulated = WebConfiguration(port: 0, isSimulated: true)
    private static let walks = ["desktop", "telephone", "desktop-no-script", "telephone-no-script", "pointer"]

    /// Lends a site with people in post: a therapist `t-1` who has a family for each walk, one with the telephone `t-9`, a
    /// supervisor `s-1` and an interviewer `i-1`.
    private static func withDay(
        isTreated: Bool = false, _ body: (WebWorld, [EpisodeRef]) async throws -> Void
    ) async throws {
        try await WebWorld.with(simulated, isSignedIn: false) { world in
            try await world.fillPosts()
            for (code, role) in [("t-1", Role.therapist), ("t-9", .therapist), ("s-1", .supervisor)] {
                try await world.colleague(code, role)
            }
            var refs: [EpisodeRef] = []
            for (place, walk) in walks.enumerated() {
                let family = try await world.family("Robin \(walk)", episode: "E-\(place + 1)")
                if isTreated { try await world.treat(family.episode) }
                refs.append(family.episode)
            }
            try await body(world, refs)
        }
    }

    private static func walk(
        _ journey: String, as account: String, over world: WebWorld, _ refs: [EpisodeRef],
        _ further: [String: String] = [:]
    ) async throws {
        let today = FixtureWorld.today
        var asked = [
            "account": account, "password": WebWorld.password, "supervisor": "s-1", "today": "\(today)",
            "tomorrow": "\(today.adding(days: 1))", "refs": refs.map(\.text).joined(separator: ","),
        ]
        asked.merge(further) { $1 }
        try await RealBrowser.walk(journey, over: world, asked)
    }

    @Test func `a therapist finds their families, and a supervisor those of the team`() async throws {
        try await Self.withDay { try await Self.walk("families", as: "t-1", over: $0, $1) }
    }

    @Test
    func `one family is one page, its fit circle is drawn from a plain form, and an earlier day can be looked at`()
        async throws
    {
        try await Self.withDay { world, refs in
            let earlier = FixtureWorld.today.adding(days: 1)
            world.advance(seconds: 3 * 24 * 60 * 60)
            try await Self.walk("family", as: "t-1", over: world, refs, ["earlier": "\(earlier)"])
        }
    }

    @Test func `the summary of a week is within four pages from signing in, opens filled in, and prints`() async throws
    {
        try await Self.withDay(isTreated: true) { try await Self.walk("summary", as: "t-1", over: $0, $1) }
    }

    @Test func `a contact is recorded within three pages from signing in, and what is wrong is kept`() async throws {
        try await Self.withDay { try await Self.walk("contact", as: "t-1", over: $0, $1) }
    }

    @Test
    func `a contact that cannot be sent waits on the device, sealed and for three days, and is on record once`()
        async throws
    {
        try await Self.withDay { world, refs in
            try await Self.walk(
                "unsent", as: "t-1", over: world, refs, ["other": "t-9", "walks": "telephone,pointer"])
        }
    }

    @Test func `a referral is screened, decided and given to a therapist, or declined with a letter`() async throws {
        try await Self.withDay { try await Self.walk("referral", as: "s-1", over: $0, $1) }
    }

    @Test func `the network adds a prospective site, goes on with it, and takes a mistake back`() async throws {
        try await Self.withDay { world, refs in
            try await world.makeAnalyst(try await world.account("ann", .networkAnalyst, at: []))
            try await Self.walk("pipeline", as: "ann", over: world, refs)
        }
    }

    @Test func `an interviewer keeps an attempt, and then holds the interview`() async throws {
        try await Self.withDay { world, refs in
            try await world.colleague("i-1", .interviewer)
            try await Self.walk("interview", as: "i-1", over: world, refs)
        }
    }

    @Test
    func `a carer answers through a link of their own, once, and the supervisor sees that it was held`()
        async throws
    {
        try await Self.withDay { world, refs in
            try await world.colleague("i-1", .interviewer)
            _ = try await world.practice.load(CarerLinkTests.invented(), at: try await world.north().code)
            try await Self.walk("carer", as: "i-1", over: world, refs)
        }
    }

    @Test func `a call at night is written down, and the morning takes it over`() async throws {
        try await Self.withDay { world, refs in
            try await OnCallPageTests.giveTelephone(to: "t-9", world)
            try await Self.walk("call", as: "t-9", over: world, refs)
        }
    }

    @Test func `a family is closed with its outcomes, and another is followed up`() async throws {
        try await Self.withDay { world, refs in
            let former = Self.walks.indices.map { "F-\($0 + 1)" }
            for episode in former { try await world.formerFamily(episode, closed: 190) }
            try await Self.walk(
                "closing", as: "t-1", over: world, refs, ["refs-former": former.joined(separator: ",")])
        }
    }
}
