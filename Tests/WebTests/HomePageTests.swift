import Accounts
import EpisodeFixtures
import EpisodeStore
import Intervention
import Pages
import Postgres
import ScratchPostgres
import Testing

@testable import Web

/// Where signing in leads: every role finds what it is for, and the way to its own pages.
struct HomePageTests {
    private func grantNetwork(_ role: Role, to account: AccountID, _ world: WebWorld) async throws {
        try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                VALUES (gen_random_uuid(), \(account.description)::text::uuid, \(role.rawValue), DATE '2000-01-01',
                    'fixture', now())
                """)
        }
    }

    private func visitor(_ role: Role, _ world: WebWorld) async throws -> Browser {
        let code = "a-\(role.rawValue)".prefix(32).description
        let account = try await world.account(code, role, at: role.isOfNetwork ? [] : ["north"])
        if role.isOfNetwork { try await grantNetwork(role, to: account, world) }
        return try await world.browser(of: account)
    }

    @Test(arguments: Role.allCases)
    func `every role finds a start page, and whatever it leads to is there`(_ role: Role) async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let browser = try await visitor(role, world)
            let page = try await browser.get("/")
            #expect(page.status == 200)
            let readsFigures = Policy.rules(of: .report).contains { $0.role == role }
            #expect(page.body.contains("What you can do here") == !readsFigures)
            #expect(page.body.contains("South") == false, "a site where they have no role")
            for link in page.body.matches(of: /href="(\/[a-z\/-]*)"/).map({ String($0.1) }) {
                #expect(try await browser.get(link).status == 200, "\(link)")
            }
            let own = try await browser.get("/account")
            for link in own.body.matches(of: /<li><a href="(\/[a-z\/-]*)"/).map({ String($0.1) }) {
                #expect(try await browser.get(link).status == 200, "\(link) of the account")
            }
        }
    }

    @Test func `a page that belongs to a role is led to by it alone`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let interviewer = try await visitor(.interviewer, world).get("/").body
            let analyst = try await visitor(.networkAnalyst, world).get("/").body
            #expect(analyst.contains("href=\"\(ReportsPage.Address.network)\""))
            for address in [ReportsPage.Address.network, ReportsPage.Address.site, "/access-log", "/emergency"] {
                #expect(!interviewer.contains("href=\"\(address)\""), "\(address)")
            }
            #expect(!analyst.contains("North House"))
        }
    }

    @Test func `whoever reads figures finds their other pages before the tables`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let manager = try await visitor(.siteManager, world).get("/").body
            let officer = try await visitor(.governance, world).get("/").body
            let ways = try #require(manager.firstRange(of: "Your other pages"))
            let table = try #require(manager.firstRange(of: "<table"))
            let staff = try #require(manager.firstRange(of: "href=\"/site/staff\""))
            #expect(ways.lowerBound < staff.lowerBound && staff.lowerBound < table.lowerBound)
            for address in ["/access-log", "/subject-access", "/emergency/review"] {
                #expect(officer.contains("href=\"\(address)\"") && !manager.contains("href=\"/access-log\""))
            }
        }
    }

    @Test func `whoever has two roles reads figures where they may, and the other site's code is nobody's`()
        async throws
    {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let account = try await world.account("ada", .interviewer, at: ["north"])
            try await WebWorld.grant(.siteManager, to: account, at: "south", world.fixtures)
            let browser = try await world.browser(of: account)
            let page = try await browser.get("/")
            #expect(page.body.contains("<title>Programme indicators of South House – Homeward</title>"))
            #expect(!page.body.contains("North House"))
            let there = try await browser.get("/?site=north")
            let nowhere = try await browser.get("/?site=nowhere")
            #expect(there.status == 400 && nowhere.status == 400)
            #expect(there.body.replacing("north", with: "nowhere") == nowhere.body)
        }
    }

    @Test func `what another hand replaced is told where signing in leads, by whom and when`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for role in [Role.siteManager, .interviewer] {
                let account = try await world.account("a-\(role.rawValue)", role)
                let now = world.fixtures.clock.recordClock.now()
                let hand = try #require(StaffCode("adm-7"))
                let link = try await world.fixtures.pool.transaction {
                    try await Links.make(.setUp, for: account, by: hand, at: now, in: $0)
                }
                let thief = Browser(world)
                #expect(try await thief.send("/sign-in/link/\(link.revealed())")["location"] == "/sign-in/password")
                let browser = try await world.browser(of: account)
                let page = try await browser.get("/").body
                #expect(page.contains("Your account was changed"))
                #expect(page.contains("Your password was opened to replacement with a one-time link made by adm-7: "))
                try await browser.get("/account")
                #expect(try await browser.post("/account/notices").status == 303)
                #expect(try await !browser.get("/").body.contains("Your account was changed"))
            }
        }
    }
}
