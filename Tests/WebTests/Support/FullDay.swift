import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import Reporting
import ScratchPostgres
import Testing

@testable import Web

/// A site of which every page has something to show, with everybody who reads the pages.
struct FullDay {
    let world: WebWorld
    let tour: PageTour
    /// Tokens of sessions, by whom the tour calls them; empty for nobody.
    let visitors: [String: String]
    let stops: [PageTour.Stop]
    private let browsers: [String: Browser]

    static func with(_ body: (FullDay) async throws -> Void) async throws {
        let simulated = WebConfiguration(port: 0, isSimulated: true)
        try await WebWorld.with(simulated, sites: ["north", "south"], isSignedIn: false, knowsNights: true) { world in
            let child = try await world.fillDay()
            _ = try await WebWorld.nights(over: world.practice).run()
            // Something was known on an earlier day, and of the nights since nobody did one.
            world.advance(seconds: 3 * 24 * 60 * 60)
            let visitors = try await world.visitors()
            try await world.happen()
            let editions = try await world.practice.editions().map { "\($0.number)" }
            try #require(!editions.isEmpty)
            var tour = PageTour(world: world, isEmpty: false, child: "\(child)")
            var browsers: [String: Browser] = [:]
            for (who, token) in visitors {
                let browser = Browser(world)
                if !token.isEmpty { await browser.plant(.session, token) }
                browsers[who] = browser
            }
            try await world.writeSummaries(
                try #require(browsers["therapist"]), try #require(browsers["supervisor"]))
            tour.found = try await corrections(try #require(browsers["supervisor"]))
            var links = try await world.links()
            links["carer"] = try await world.carerLink("E-1").token.revealed()
            let stops = tour.stops(links: links, editions: editions)
            try await body(
                FullDay(
                    world: world, tour: tour, visitors: visitors, stops: stops, browsers: browsers))
        }
    }

    /// Where a contact and a fact of the first family are corrected, and where what holds is changed.
    private static func corrections(_ supervisor: Browser) async throws -> [String: [String]] {
        func ways(_ page: String, _ path: String, _ question: String) async throws -> [String] {
            let pattern = try Regex(
                "href=\"\(path)\\?site=north&amp;([^\"]*\(question)=[^\"]+)\"", as: (Substring, Substring).self)
            let body = try await supervisor.get("\(page)&ref=E-1").body
            return body.matches(of: pattern).prefix(1).map { "?" + String($0.output.1).replacing("&amp;", with: "&") }
        }
        let timeline = "/episode/timeline?site=north"
        return [
            "/episode/correct": try await ways("\(timeline)&kind=contacts", "/episode/correct", "seq")
                + ways("\(timeline)&kind=facts", "/episode/correct", "seq"),
            "/episode/fact": try await ways("/episode/work?site=north", "/episode/fact", "fact"),
        ]
    }

    /// The browser of somebody.
    func browser(_ who: String) throws -> Browser { try #require(browsers[who]) }
}

extension WebWorld {
    /// Tokens of sessions, by whom the tour calls them; empty for nobody.
    func visitors() async throws -> [String: String] {
        var tokens = ["nobody": ""]
        let roles: [(String, Role)] = [
            ("t-1", .therapist), ("s-1", .supervisor), ("i-1", .interviewer), ("manager", .siteManager),
            ("officer", .governance), ("x-1", .expert), ("keeper", .administrator),
        ]
        for (code, role) in roles {
            let account = try await colleague(code, role)
            tokens["\(role)"] = try await session(account).revealed()
        }
        for role in [Role.networkAnalyst, .commissioner] {
            let account = try await account("a-\(role.rawValue)", role, at: [])
            try await Connection.withConnection(to: fixtures.database.target()) { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                    VALUES (gen_random_uuid(), \(account.description)::text::uuid, \(role.rawValue), DATE '2000-01-01',
                        'fixture', now())
                    """)
            }
            tokens["\(role)"] = try await session(account).revealed()
        }
        // Somebody who is to show the second factor once more.
        let stale = try await account("stale", .governance)
        _ = try await factor(stale)
        tokens["stale"] = try await browser(of: stale, isSteppedUp: false).cookie(.session)
        for stage in SessionStage.allCases where stage != .full {
            let account = try await account("half-\(tokens.count)")
            if stage == .factor { _ = try await factor(account) }
            tokens["\(stage)"] = try await session(account, stage).revealed()
        }
        return tokens
    }

    /// A link that was never made.
    static let deadLink = String(repeating: "A", count: 43)

    /// One-time links by what they are for, and one that opens nothing.
    func links() async throws -> [String: String] {
        var links = ["dead": WebWorld.deadLink]
        for purpose in [LinkPurpose.setUp, .newFactor, .signIn] {
            let account = try await account("linked-\(links.count)-\(Int.random(in: 0...99_999))")
            links["\(purpose)"] = try await link(purpose, for: account).revealed()
        }
        return links
    }

    /// A carer's own link to the interview that a family owes.
    func carerLink(_ episode: String) async throws -> CarerLink {
        try await practice.makeCarerLink(
            of: try #require(EpisodeRef(episode)), for: .mother, at: try await north().code)
    }

    /// A site of which every page has something to show.
    /// - Returns: a child of it.
    func fillDay() async throws -> ChildID {
        try await fillPosts()
        try await recordEpisodes()
        try await freezeEdition()
        let family = try await self.family("Robin Example", episode: "E-1")
        try await treat(family.episode)
        try await giveNumber(to: family)
        _ = try await practice.load(CarerLinkTests.invented(), at: try await north().code)
        try await self.family("Sam Other", episode: "E-3", therapist: "t-2")
        try await protectedFamily("E-2")
        try await formerFamily("F-1", closed: 190)
        try await referred("N-1")
        try await referred("N-2", .accepted)
        try await referred("N-3", .declined(.age))
        try await OnCallPageTests.giveTelephone(to: "t-1", self, days: 7)
        try await provider("trust-id", "https://id.example")
        try await addProspect()
        return family.child
    }

    /// The code of a prospective site.
    static let prospect = "west"

    /// A prospective site that reached the first stage.
    private func addProspect() async throws {
        let code = try #require(SiteCode(WebWorld.prospect))
        try await practice.addProspect(code, name: "West House")
        try await practice.reach(.enquiry, by: code, on: FixtureWorld.today)
    }

    /// A family of MST-CAN with a safety plan and a crisis.
    private func protectedFamily(_ episode: String) async throws {
        let today = FixtureWorld.today
        var entry = FixtureEpisode(referredOn: today.adding(days: -40), model: "mst-can")
        entry.ref = EpisodeRef(episode)
        entry.decision = (.accepted, entry.referredOn)
        entry.startedOn = entry.referredOn
        entry.therapist = StaffCode("t-1")
        try await fixtures.record([entry], on: try await north())
        let facts = [
            TypedFact(
                id: .fresh(), kind: "safety-plan",
                fields: [
                    .text: .text("1. Gran takes the children.\n2. Ring the team.\n3. If he comes to the door: 999.")
                ]),
            TypedFact(
                id: .fresh(), kind: "safety-event",
                fields: [.kind: .value(.choice("violence")), .text: .text("He came to the door at night")]),
        ]
        let ref = try #require(EpisodeRef(episode))
        try await record(facts, on: today.adding(days: -2), in: ref)
    }

    private func freezeEdition() async throws {
        let first = try #require(CivilDate(iso: "2025-01-10"))
        let closings = (0..<40).map { place in
            let end = first.adding(days: 5 * place)
            return FixtureEpisode(from: end.adding(days: -100), through: end, outcomes: [.atHome: .yes])
        }
        try await fixtures.record(closings, on: try await north())
        let year = (CivilDate(iso: "2025-01-01"), CivilDate(iso: "2025-12-31"))
        let request = try EditionRequest(.network, from: try #require(year.0), through: try #require(year.1))
        _ = try await practice.freeze(request, madeBy: "a test")
    }

    /// A call at night, a record that was opened in an emergency, and what the nights found.
    func happen() async throws {
        let therapist = try await browser(of: try await colleague("t-9", .therapist))
        let typed = [
            ("site", "north"), ("episode", "E-1"), ("reason", "Their mother rang and nobody answers"), ("hours", "1"),
        ]
        #expect(try await therapist.send("/emergency", typed).status == 200)
        try await plantLooks(12)
        try await plantAlert()
    }
}
