import Accounts
import Testing

@testable import Web

/// Opening a record in an emergency from a page.
struct EmergencyPageTests {
    private static let reason = "Their mother rang\nand nobody of the team answers"

    @Test func `with a reason it opens that episode and no other, until its time is over`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            try await world.family("Alex Example", episode: "E-2")
            let browser = try await world.browser(of: try await world.account("t-9", .therapist))
            #expect(try await browser.get("/episode?ref=E-1").status == 404)
            let typed = [("site", "north"), ("episode", "E-1"), ("reason", Self.reason), ("hours", "1")]
            let opened = try await browser.send("/emergency", typed)
            #expect(opened.status == 200 && opened.body.contains("The record is open"))
            #expect(try await browser.get("/episode?site=north&ref=E-1").body.contains("Episode E-1"))
            #expect(try await browser.get("/episode?ref=E-2").status == 404)
            #expect(try await world.looks().contains("t-9 access.break-glass episode allowed"))
            for _ in 0..<3 {
                world.advance(seconds: 25 * 60)
                try await browser.get("/account")
            }
            #expect(try await browser.get("/episode?ref=E-1").status == 404)
            #expect(!world.log.text.contains("mother"))
        }
    }

    @Test(arguments: [
        ("E-1", "short", "4", "reason"), ("E-1", reason, "0", "hours"), ("E-1", reason, "25", "hours"),
        ("E-1", reason, "some", "hours"), ("", reason, "4", "episode"), ("E-404", reason, "4", "episode"),
    ])
    func `without what it needs nothing is opened, and what was typed stays`(
        _ episode: String, _ reason: String, _ hours: String, _ field: String
    ) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await world.browser(of: try await world.account("t-9", .therapist))
            let typed = [("site", "north"), ("episode", episode), ("reason", reason), ("hours", hours)]
            let answer = try await browser.send("/emergency", typed)
            #expect(answer.status == 400 && answer.body.contains("href=\"#\(field)\""))
            #expect(answer.body.contains(reason) && answer.body.contains("value=\"\(hours)\""))
            #expect(try await browser.get("/episode?ref=E-1").status == 404)
            #expect(try await !world.looks().contains { $0.contains("break-glass") && $0.hasSuffix("allowed") })
        }
    }
}
