import Accounts
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// The access log as the site's officer reads it.
struct AccessLogPageTests {
    /// Looks at two episodes, by a supervisor who reaches them and a therapist who does not.
    private func look(_ world: WebWorld) async throws -> Browser {
        try await world.family("Robin Example", episode: "E-1")
        try await world.family("Alex Example", episode: "E-2")
        let boss = try await world.browser(of: try await world.account("boss", .siteManager))
        for ref in ["E-1", "E-2", "E-1"] { #expect(try await boss.get("/episode?ref=\(ref)").status == 200) }
        let stranger = try await world.browser(of: try await world.account("t-9", .therapist))
        #expect(try await stranger.get("/episode?ref=E-1").status == 404)
        return try await world.browser(of: try await world.account("gov", .governance))
    }

    /// How many rows a page has.
    private func rows(_ answer: HTTPAnswer) -> Int { answer.body.split(separator: "role=\"rowheader\"").count - 1 }

    @Test func `every field of the filter keeps what fits and leaves out the rest`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let gov = try await look(world)
            let today = FixtureWorld.today
            let questions: [(query: String, rows: Int)] = [
                ("account=boss", 3), ("account=t-9", 1), ("account=nobody", 0), ("account=boss&episode=E-1", 2),
                ("account=boss&episode=E-2", 1), ("outcome=refused", 1), ("outcome=refused&account=boss", 0),
                ("action=episode.show", 4), ("action=people.search", 0), ("emergency=yes", 0),
                ("action=episode.show&from=\(today)&to=\(today)", 4),
                ("action=episode.show&to=\(today.adding(days: -1))", 0),
                ("action=episode.show&from=\(today.adding(days: 1))", 0),
            ]
            for (query, count) in questions {
                let page = try await gov.get("/access-log?site=north&\(query)")
                #expect(page.status == 200 && rows(page) == count, "\(query)")
            }
            let page = try await gov.get("/access-log?account=boss")
            #expect(page.body.contains("episode E-2") && page.body.contains("name=\"account\""))
            #expect(page.body.contains("value=\"boss\""))
            #expect(!page.body.contains("Robin") && !page.body.contains("Alex"))
        }
    }

    @Test func `a long log is read page by page, in order and none twice`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let gov = try await look(world)
            try await world.plantLooks(250)
            var (path, seen, pages): (String, [String], Int) = ("/access-log?account=planted", [], 0)
            while true {
                let page = try await gov.get(path)
                pages += 1
                seen += page.body.matches(of: /episode\.show, ([0-9]+) rows/).map { String($0.1) }
                guard let next = page.body.firstMatch(of: /href="([^"]+)">Next page/) else { break }
                path = String(next.1).replacing("&amp;", with: "&")
            }
            #expect(pages == 3)
            #expect(seen == (2...251).map(String.init))
        }
    }

    @Test func `the file has what fits, and no cell that a spreadsheet runs`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let gov = try await look(world)
            let file = try await gov.get("/access-log/file?site=north&account=boss")
            #expect(file["content-disposition"] == "attachment; filename=\"access-log.csv\"")
            let lines = file.body.split(whereSeparator: \.isNewline)
            #expect(lines.count == 4 && lines.dropFirst().allSatisfy { $0.contains(",boss,") })
            #expect(try await world.looks().last == "gov access-log.export site allowed")
        }
    }

    @Test(arguments: [
        "from=yesterday", "to=2026-13-01", "account=%20%3d", "episode=%3Cscript%3E", "action=episode.burn",
        "outcome=maybe", "episode=E-404", "child=C-404", "from=2026-03-02&to=2026-03-01", "episode=E-1&child=C-1",
    ])
    func `a mistake is said beside its field, and nothing is shown`(_ query: String) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let gov = try await look(world)
            let page = try await gov.get("/access-log?\(query)")
            #expect(page.status == 400 && page.body.contains("There is a problem"))
            #expect(page.body.contains("<title>Error: ") && rows(page) == 0 && !page.body.contains("<script>"))
        }
    }

    @Test(arguments: ["nonsense=1", "from=2026-03-01&from=2026-03-01", "account=%ff", "site=south"])
    func `what no form of ours asks for is refused, and so is another site's log`(_ query: String) async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let gov = try await world.browser(of: try await world.account("gov", .governance))
            let status = query.hasPrefix("site") ? 404 : 400
            #expect(try await gov.get("/access-log?\(query)").status == status)
            #expect(try await gov.get("/access-log/file?\(query)").status == status)
        }
    }
}
