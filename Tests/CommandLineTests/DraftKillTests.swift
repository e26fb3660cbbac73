import Foundation
import Glibc
import RandomHistories
import Testing

/// Kills the service while somebody types into the summary of a week, again and again.
struct DraftKillTests {
    /// How often it is killed: a drill sets more.
    private static let kills = min(KeyedKillTests.kills, 20)
    private static let small = ["--sites", "2", "--families", "20", "--months", "12"]

    @Test func `what the service said it saved of a draft outlives its being killed, on every device`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let words = Self.small + ["--home", home]
            var chance = SplitMix64(seed: 9)
            var served = try await Served.start(workplace, command: "demo", words)
            try await served.untilReady()
            let first = try await Writer.signIn(to: served)
            let address = try await first.openSummary(at: served)
            var (saved, heard) = ("", 0)
            for kill in 0..<Self.kills {
                var (tried, number) = (saved, 0)
                while true {
                    number += 1
                    tried = "Typed before kill \(kill), line \(number)\nand <more> of it"
                    guard await first.save(tried, at: address, of: served) else { break }
                    saved = tried
                    heard += 1
                    // Only from the first on, so that a slow machine has saved something, too.
                    if number == 1 {
                        served.child.signal(SIGKILL, after: Double.random(in: 0.01...0.4, using: &chance))
                    }
                }
                #expect(try await served.child.outcome().status == nil)
                served = try await Served.start(workplace, command: "demo", words)
                try await served.untilReady()
                // The same session goes on; what was not answered may have been saved, too.
                let found = try await first.typed(at: address, of: served)
                #expect(found == saved || found == tried, "kill \(kill): \(found)")
                let second = try await Writer.signIn(to: served)
                #expect(try await second.typed(at: address, of: served) == found, "kill \(kill): another device")
                saved = found
            }
            #expect(heard >= Self.kills)
            #expect(try await served.stop().status == 0)
            print("draft kill drill: \(Self.kills) kills, \(heard) drafts saved, none lost")
        }
    }
}

/// The demonstration's therapist at a browser.
private struct Writer {
    let cookies: [String]

    /// Uses the link that the demonstration says.
    static func signIn(to served: Served) async throws -> Writer {
        let said = try String(contentsOfFile: served.child.errors, encoding: .utf8)
        let link = try #require(said.matches(of: /therapist: (\/sign-in\/link\/[A-Za-z0-9_-]+)/).last).1
        let asked = try #require(await served.get(String(link)))
        let form = try #require(asked.body.form(to: String(link)))
        let opened = try #require(await served.post(String(link), form, asked.body.setCookies))
        #expect(opened.status == 303)
        return Writer(cookies: opened.body.setCookies)
    }

    /// The address of the summary of the first family that has one to be written.
    func openSummary(at served: Served) async throws -> String {
        let list = try #require(await served.get("/families", cookies))
        for family in list.body.matches(of: /href="\/episode\?([^"]+)"/) {
            let query = String(family.1).replacing("&amp;", with: "&")
            let page = try #require(await served.get("/episode/summary?\(query)", cookies))
            guard page.status == 200, let form = page.body.form(to: "/episode/summary"),
                let week = form.firstMatch(of: /week=([0-9]+)/)
            else { continue }
            return "/episode/summary?\(query)&week=\(week.1)"
        }
        throw TestTrouble("no family has a summary to be written: \(list.status)")
    }

    /// Saves as the page's script does.
    /// - Returns: false when nobody answered.
    func save(_ text: String, at address: String, of served: Served) async -> Bool {
        // A page that breaks off came from a service that is being killed.
        guard let page = await served.get(address, cookies), page.body.hasSuffix("</html>\n"),
            let form = page.body.form(to: "/episode/summary")
        else { return false }
        let field = "&advance=" + (text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        guard let answer = await served.post("/episode/summary/draft", form + field, cookies) else { return false }
        return answer.status == 200 && answer.body.contains("Draft saved at")
    }

    /// What the page says was typed.
    func typed(at address: String, of served: Served) async throws -> String {
        let page = try #require(await served.get(address, cookies))
        let field = try #require(page.body.firstMatch(of: /name="advance"[^>]*>\n?([^<]*)<\/textarea>/))
        return String(field.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
}

extension String {
    /// What a form sends unseen; nil where the page has none.
    fileprivate func form(to action: String) -> String? {
        guard let part = components(separatedBy: "<form").first(where: { $0.contains("action=\"\(action)\"") }) else {
            return nil
        }
        return part.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/).map { "\($0.1)=\($0.2)" }
            .joined(separator: "&")
    }
}
