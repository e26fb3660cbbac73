import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Practice
import Sites
import Testing

@testable import Web

/// The pages of the network about its sites: their licences, and the prospective ones.
struct NetworkPagesTests {
    private static let today = FixtureWorld.today

    private static func analyst(_ world: WebWorld) async throws -> Browser {
        let account = try await world.account("ann", .networkAnalyst, at: [])
        try await world.makeAnalyst(account)
        return try await world.browser(of: account)
    }

    /// The site `north` under a licence that ends on a day.
    private static func license(_ world: WebWorld, through: CivilDate) async throws {
        let lines = [
            "code: north", "name: North House", "jurisdiction: england", "timeZone: Europe/London",
            "licence: {holder: Invented Trust, from: 2010-01-01, until: \(through), readinessReview: 2009-11-02}",
            "teams: [{code: north-mst, model: mst, startedOn: \(today.adding(days: -400))}]",
        ]
        let text = lines.joined(separator: "\n") + "\n"
        _ = try await world.practice.apply(try SiteFile.read(Array(text.utf8), models: world.fixtures.models))
    }

    @Test(arguments: [
        (-3, "Past", "ended on", "0 of 1", "renew the licence"),
        (0, "Within 7 days", "ends on", "1 of 1", "renew the licence in time"),
        (8, "Within 30 days", "ends on", "1 of 1", "renew the licence in time"),
        (90, "Within 90 days", "ends on", "1 of 1", "renew the licence in time"),
        (91, nil, "", "1 of 1", "nothing now"),
    ])
    func `what runs out is told before it does, and what ended stays told`(
        days: Int, heading: String?, ends: String, licensed: String, step: String
    ) async throws {
        try await WebWorld.with(sites: [], isSignedIn: false) { world in
            try await Self.license(world, through: Self.today.adding(days: days))
            let page = try await Self.analyst(world).get("/network/licences").body
            if let heading {
                #expect(page.contains("<strong>\(heading)</strong>: North House, team north-mst"), "\(page)")
                #expect(page.contains("\(ends) "))
            } else {
                #expect(page.contains("Nothing, for 90 days."))
            }
            #expect(page.contains("data-label=\"Teams licensed\">\(licensed)<"))
            #expect(page.contains("<li>north-mst: \(step)</li>"))
            #expect(page.contains("<li>north-mst: D, site readiness review</li>"))
            #expect(!page.contains("<form") || !page.contains("method=\"post\""))
        }
    }

    @Test func `licences are told of every site, with nobody of a family, and to the network alone`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            try await world.license()
            try await world.family("Robin Example", episode: "E-1")
            let analyst = try await Self.analyst(world)
            let page = try await analyst.get("/network/licences").body
            #expect(page.contains("North House (north)") && page.contains("South House (south)"), "\(page)")
            #expect(page.contains("none on record") && page.contains("grant the licence"))
            #expect(!page.contains("Robin") && !page.contains("E-1"))
            let start = try await analyst.get("/").body
            #expect(start.contains("href=\"/network/licences\"") && start.contains("href=\"/network/pipeline\""))
            let officer = try await world.browser(of: try await world.account("officer", .governance))
            for path in ["/network/licences", "/network/pipeline", "/network/pipeline/west"] {
                #expect(try await officer.get(path).status == 404, "\(path)")
            }
            #expect(try await analyst.get("/network/pipeline/west").status == 404)
        }
    }

    @Test func `a network without sites says so`() async throws {
        try await WebWorld.with(sites: [], isSignedIn: false) { world in
            let analyst = try await Self.analyst(world)
            #expect(try await analyst.get("/network/licences").body.contains("There is no site with a team yet."))
            #expect(try await analyst.get("/network/pipeline").body.contains("There is none yet."))
        }
    }

    @Test func `a prospective site is added once, and what cannot be is said at its field`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let analyst = try await Self.analyst(world)
            let path = "/network/pipeline"
            let key = ("key", "form-0123456789")
            try await analyst.get(path)
            for _ in 0..<2 {
                let answer = try await analyst.post(path, [key, ("code", "west"), ("name", " West House ")])
                #expect(answer.status == 303 && answer["location"] == "\(path)/west")
            }
            #expect(try await world.practice.pipeline().map(\.prospect.name) == ["West House"])
            let wrong: [([(String, String)], String)] = [
                ([("code", "west"), ("name", "Another")], "There is a prospective site west already"),
                ([("code", "no code"), ("name", "Another")], "The code has another form"),
                ([("code", "east"), ("name", "  ")], "The name is missing"),
                ([("code", "east"), ("name", "East\u{202E}")], "That is no name of a prospective site"),
            ]
            for (place, (fields, sentence)) in wrong.enumerated() {
                let answer = try await analyst.post(path, [("key", "form-wrong-\(place)")] + fields)
                #expect(answer.status == 400 && answer.body.contains(sentence), "\(place)")
            }
            let again = try await analyst.post(path, [key, ("code", "east"), ("name", "East House")])
            #expect(again.status == 400 && again.body.contains("is on record already"))
        }
    }

    @Test func `stages are reached, skipped with a reason, and taken back with one`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let west = try #require(SiteCode("west"))
            try await world.practice.addProspect(west, name: "West House")
            let analyst = try await Self.analyst(world)
            let path = "/network/pipeline/west"
            let first = try await analyst.get(path).body
            #expect(first.contains("<option value=\"A\" selected>") && !first.contains("withdrawal"))
            func reach(
                _ stage: String, _ key: String, day: CivilDate = Self.today, reason: String = ""
            ) async throws -> HTTPAnswer {
                try await analyst.post(
                    path,
                    [
                        ("key", "form-reach-\(key)"), ("stage", stage), ("on-day", "\(day.day)"),
                        ("on-month", "\(day.month)"), ("on-year", "\(day.year)"), ("reason", reason),
                    ])
            }
            for _ in 0..<2 { #expect(try await reach("A", "1").status == 303) }
            #expect(try await reach("A", "2").body.contains("was reached already"))
            let early = try await reach("D", "3")
            #expect(early.status == 400 && early.body.contains("give the reason why not"))
            #expect(early.body.contains("id=\"reason-error\"") && early.body.contains("<option value=\"D\" selected>"))
            #expect(try await reach("B", "4", day: Self.today.adding(days: 1)).body.contains("lies after today"))
            let before = try await reach("B", "5", day: Self.today.adding(days: -1))
            #expect(before.body.contains("stages are recorded in order"))
            #expect(try await reach("", "6").body.contains("The stage is not chosen"))
            #expect(try await reach("D", "7", reason: "Assessed elsewhere").status == 303)
            #expect(try await analyst.get(path).body.contains("Assessed elsewhere"))

            func withdraw(_ mistake: String, _ why: String, _ key: String) async throws -> HTTPAnswer {
                try await analyst.post(
                    path + "/withdrawal", [("key", "form-void-\(key)"), ("mistake", mistake), ("why", why)])
            }
            #expect(try await withdraw("D \(Self.today)", " ", "1").body.contains("The reason is missing"))
            #expect(try await withdraw("D soon", "Slip", "2").body.contains("The stage is not chosen"))
            #expect(try await withdraw("F \(Self.today)", "Slip", "3").body.contains("id=\"mistake-error\""))
            #expect(try await withdraw("D \(Self.today)", "a\u{202E}b", "4").body.contains("id=\"why-error\""))
            // An answer that was lost is told once more.
            for _ in 0..<2 { #expect(try await withdraw("D \(Self.today)", "Meant for another", "5").status == 303) }
            let after = try await analyst.get(path).body
            #expect(after.contains("Taken back: Meant for another") && after.contains("Next comes stage B"))
            let history = try await world.practice.pipeline(of: west).prospect.history
            #expect(history.count == 2 && history.last?.voided == "Meant for another")
            let nowhere = try await analyst.post("/network/pipeline/east", [("key", "form-nowhere"), ("stage", "A")])
            #expect(nowhere.status == 404)
        }
    }
}
