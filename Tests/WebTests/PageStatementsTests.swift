import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Testing
import Vault

@testable import Web

/// A page asks the database as often for thirty families as for three: what it needs, it reads for all of them at once.
struct PageStatementsTests {
    private static let search = "/search"
    private static let pages = [
        "/families", "/team", "/referrals", "/interviews", "/on-call", "/follow-ups", search,
        "/episode?site=north&ref=E-1", "/episode/work?site=north&ref=E-1", "/episode/timeline?site=north&ref=E-1",
    ]

    /// Everybody who reads the pages: somebody with all roles of a site that treat families.
    private static func reader(_ world: WebWorld) async throws -> Browser {
        let account = try await world.account("t-1", .therapist)
        for role in [Role.supervisor, .siteManager, .interviewer] {
            try await WebWorld.grant(role, to: account, at: "north", world.fixtures)
        }
        try await world.post(account, as: "t-1")
        return try await world.browser(of: account)
    }

    /// Records families in treatment, each with a mother; as many that were closed half a year ago, and referrals that wait.
    private static func families(_ numbers: ClosedRange<Int>, _ world: WebWorld) async throws {
        let (site, today) = (try await world.north(), FixtureWorld.today)
        for number in numbers {
            let family = try await world.family("Robin Example", episode: "E-\(number)")
            let mother = PersonID.fresh()
            try await world.fixtures.transaction(in: site) { transaction in
                let vault = world.fixtures.vault
                _ = try await vault.record(
                    PersonChange(values: [.name: "Kim Example"]), of: mother, site: site.id, today: today,
                    in: transaction)
                try await vault.bind(mother, to: family.child, as: .mother, site: site.id, in: transaction)
            }
        }
        let others = numbers.flatMap { number in
            var closed = FixtureEpisode(from: today.adding(days: -300), through: today.adding(days: -180))
            closed.ref = EpisodeRef("C-\(number)")
            closed.therapist = StaffCode("t-1")
            var waiting = FixtureEpisode(referredOn: today.adding(days: -3))
            waiting.ref = EpisodeRef("W-\(number)")
            return [closed, waiting]
        }
        try await world.fixtures.record(others, on: site)
    }

    /// Records facts with words in the first family.
    private static func facts(_ count: Int, _ browser: Browser) async throws {
        let on = FixtureWorld.today.adding(days: -20)
        let day = [("on-day", "\(on.day)"), ("on-month", "\(on.month)"), ("on-year", "\(on.year)")]
        for number in 1...count {
            let page = try await browser.get("/episode/fact?site=north&ref=E-1&kind=referral-behaviour")
            let fields = page.hidden + [("f-text", "Fights \(number)")] + day
            #expect(try await browser.post("/episode/fact", fields).status == 303)
        }
    }

    /// How many statements each page takes, when it was read before.
    private static func statements(_ browser: Browser, _ world: WebWorld) async throws -> [Int] {
        func read(_ page: String) async throws -> HTTPAnswer {
            guard page == search else { return try await browser.get(page) }
            return try await browser.post(page, [("site", "north"), ("text", "Example")])
        }
        var counts: [Int] = []
        for page in pages {
            #expect(try await read(page).status == 200, "\(page)")
            let before = world.fixtures.pool.statements
            _ = try await read(page)
            counts.append(world.fixtures.pool.statements - before)
        }
        return counts
    }

    @Test func `a page takes as many statements for thirty families as for three`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let browser = try await Self.reader(world)
            try await Self.families(1...3, world)
            try await Self.facts(3, browser)
            let few = try await Self.statements(browser, world)
            try await Self.families(4...30, world)
            try await Self.facts(27, browser)
            let many = try await Self.statements(browser, world)
            for (page, (few, many)) in zip(Self.pages, zip(few, many)) {
                #expect(0 < few && few == many, "\(page): \(few) statements for three, \(many) for thirty")
                #expect(many <= 80, "\(page): \(many)")
            }
            #expect(try await browser.get("/families").body.contains("E-30"))
            #expect(try await browser.get("/team").body.contains("E-30 Robin Example"))
        }
    }
}
