import Accounts
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// The journeys of a working day in Debian's Chromium: with and without scripts, on a telephone's width and a desktop's,
/// with the keyboard alone; every page on the way without a barrier that axe knows and without a word on the console.
struct BrowserJourneyTests {
    private static let simulated = WebConfiguration(port: 0, isSimulated: true)

    @Test func `a contact is recorded within three pages from signing in, and what is wrong is kept`() async throws {
        try await WebWorld.with(Self.simulated, isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            try await world.post(try await world.account("t-1", .therapist), as: "t-1")
            let today = FixtureWorld.today
            try await RealBrowser.walk(
                "contact", over: world,
                [
                    "account": "t-1", "password": WebWorld.password, "ref": "E-1", "day": "\(today.day)",
                    "month": "\(today.month)",
                ])
        }
    }

    @Test func `the summary of a week is within four pages from signing in, and what is wrong in a fact is kept`()
        async throws
    {
        try await WebWorld.with(Self.simulated, isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            try await world.post(try await world.account("t-1", .therapist), as: "t-1")
            try await RealBrowser.walk(
                "summary", over: world, ["account": "t-1", "password": WebWorld.password, "ref": "E-1"])
        }
    }
}
