import Accounts
import EpisodeFixtures
import RandomHistories
import Testing

@testable import Web

/// Nothing typed is lost: whatever stands in the form of a summary when its session ends is there again after signing in.
struct SummaryKeptTests {
    private static let address = "/episode/summary?site=north&ref=E-1&week=9"
    private static let characters = [
        "a", "Z", "0", " ", "\n", "'", "\"", "<", ">", "&", "+", "%", "%41", "&amp;", "=", ";", "é", "e\u{0301}",
        "\u{1F600}", "\u{1F468}\u{200D}\u{1F469}", "ß", "漢", "\\", "/", "?", "#", "</textarea>", "\t",
    ]
    private static let names = ["advance", "text", "next-1", "steps-1", "next-2", "steps-2", "next-3", "steps-3"]

    private static func words(_ dice: inout SplitMix64) -> String {
        // A browser leaves out one line break at the very beginning of a field.
        let count = Int.random(in: 0...60, using: &dice)
        return "x" + (0..<count).map { _ in characters.randomElement(using: &dice) ?? "" }.joined()
    }

    /// What stands in a field of a page.
    private static func value(_ name: String, _ page: HTTPAnswer) -> String? {
        let found = page.body.firstRange(of: "name=\"\(name)\"").map { page.body[$0.upperBound...] }
        guard let rest = found, let start = rest.firstIndex(of: ">"), let end = rest.firstRange(of: "</textarea>") else {
            return nil
        }
        let text = unescaped(String(rest[rest.index(after: start)..<end.lowerBound]))
        // The page begins each text with a line break, which browsers leave out.
        return text.hasPrefix("\n") ? String(text.dropFirst()) : text
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// What the form of a page sends unseen, as it was typed.
    private static func carried(_ page: HTTPAnswer) -> [(String, String)] {
        page.body.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/)
            .map { (String($0.1), unescaped(String($0.2))) }.filter { $0.0 != "mark" }
    }

    @Test(arguments: 1...12)
    func `what stood in the form when the session ended is in the draft after signing in`(_ seed: UInt64) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let browser = try await world.browser(of: account)
            var dice = SplitMix64(seed: seed)
            let page = try await browser.get(Self.address)
            let names = Self.names.filter { page.body.contains("name=\"\($0)\"") }
            #expect(names.count >= 2)
            var typed: [(String, String)] = []
            for name in names where Bool.random(using: &dice) || name == "text" {
                typed.append((name, Self.words(&dice)))
            }
            world.advance(seconds: 31 * 60)
            let sent = page.hidden + typed + [("do", "draft")]
            let asked = try await browser.post("/episode/summary", sent)
            #expect(asked.status == 200 && asked.body.contains("What you typed is kept"))
            let thanks = try await browser.post(
                "/sign-in", [("account", "t-1"), ("password", WebWorld.password)] + asked.hidden)
            #expect(thanks.status == 200 && thanks.body.contains("action=\"/episode/summary\""))
            #expect(try await browser.post("/episode/summary", Self.carried(thanks)).status == 303)
            let back = try await browser.get(Self.address)
            for (name, text) in typed {
                #expect(Self.value(name, back).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "\(name)")
            }
        }
    }
}
