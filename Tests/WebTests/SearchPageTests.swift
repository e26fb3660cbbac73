import Accounts
import Testing

@testable import Web

/// Looking for a family from a page.
struct SearchPageTests {
    @Test(arguments: ["robin", "Example", "E-1", "e-1"])
    func `a family is found by name and by reference, within one's own reach`(_ text: String) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1", therapist: "t-1")
            let own = try await OnCallPageTests.therapist("t-1", world)
            let found = try await own.send("/search", [("site", "north"), ("text", text)])
            #expect(found.status == 200 && found.body.contains("Found: 1 family"))
            #expect(found.body.contains("E-1, Robin Example") && found.body.contains("value=\"\(text)\""))
            let other = try await OnCallPageTests.therapist("t-2", world)
            let nothing = try await other.send("/search", [("site", "north"), ("text", text)])
            #expect(nothing.body.contains("Nothing was found") && !nothing.body.contains("Robin Example"))
            #expect(!world.log.text.contains("obin"))
        }
    }

    @Test func `without anything to look for the form comes back`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let browser = try await OnCallPageTests.therapist("t-1", world)
            let answer = try await browser.send("/search", [("site", "north"), ("text", "  ")])
            #expect(answer.status == 400 && answer.body.contains("href=\"#text\""))
        }
    }
}
