import Accounts
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Testing

@testable import Web

/// One-time links, and what somebody does with their own account.
struct OwnAccountTests {
    /// A service of an invented network on this machine.
    private static let invented = WebConfiguration(port: 0, isSimulated: true)

    @Test(arguments: [
        WebConfiguration(port: 0), WebConfiguration(host: "0.0.0.0", port: 0, isSimulated: true),
        WebConfiguration(port: 0, address: "https://demo.example", isSimulated: true),
        WebConfiguration(port: 0, proxies: ["127.0.0.1"], isSimulated: true),
    ])
    func `a link signs nobody in where families are real or others can reach the service`(
        _ configuration: WebConfiguration
    ) async throws {
        try await WebWorld.with(configuration, isSignedIn: false) { world in
            let account = try await world.account()
            let link = try await world.link(.signIn, for: account).revealed()
            let browser = Browser(world)
            #expect(try await browser.get("/sign-in/link/\(link)").status == 404)
            try await browser.get("/sign-in")
            #expect(try await browser.post("/sign-in/link/\(link)").status == 404)
            #expect(await browser.cookie(.session) == nil)
        }
    }

    @Test func `looking at a link does not use it, and using it does`() async throws {
        try await WebWorld.with(Self.invented) { world in
            let link = try await world.link(.signIn, for: try await world.account()).revealed()
            for _ in 0..<3 {
                let page = try await world.get("/sign-in/link/\(link)")
                #expect(page.status == 200 && page.body.contains("This link works once"))
            }
            let browser = Browser(world)
            #expect(try await browser.send("/sign-in/link/\(link)")["location"] == "/")
            #expect(try await browser.get("/").status == 200)
            let second = Browser(world)
            try await second.get("/sign-in")
            #expect(try await second.post("/sign-in/link/\(link)").status == 404)
            #expect(try await world.get("/sign-in/link/\(link)").status == 404)
            #expect(!world.log.text.contains(link))
        }
    }

    @Test func `a set-up link opens choosing a password and nothing else`() async throws {
        try await WebWorld.with { world in
            let account = try await world.account()
            let link = try await world.link(.setUp, for: account).revealed()
            let browser = Browser(world)
            #expect(try await browser.send("/sign-in/link/\(link)")["location"] == "/sign-in/password")
            for path in ["/", "/account", "/account/factor", "/sign-in/factor"] {
                #expect(try await browser.get(path)["location"] == "/sign-in/password", "\(path)")
            }
            let new = "eight other words that nobody says in this order"
            let differing = try await browser.send("/sign-in/password", [("password", new), ("again", new + "!")])
            #expect(differing.status == 400 && differing.body.contains("differ"))
            let short = try await browser.send("/sign-in/password", [("password", "short"), ("again", "short")])
            #expect(short.status == 400)
            #expect(
                try await browser.send("/sign-in/password", [("password", new), ("again", new)])["location"] == "/")
            #expect(try await browser.get("/").status == 200)
            #expect(try await Browser(world).signIn().status == 401)
            #expect(try await Browser(world).signIn("ada", new).status == 303)
        }
    }

    @Test func `a link for a lost factor opens nothing: the password is asked for, and another factor set up`()
        async throws
    {
        try await WebWorld.with { world in
            let account = try await world.account()
            _ = try await world.factor(account)
            let link = try await world.link(.newFactor, for: account).revealed()
            #expect(try await world.get("/sign-in/link/\(link)").body.contains("Replace your second factor"))
            let browser = Browser(world)
            #expect(try await browser.send("/sign-in/link/\(link)")["location"] == "/sign-in")
            #expect(try await browser.get("/account")["location"] == "/sign-in")
            #expect(try await Browser(world).post("/sign-in/link/\(link)").status != 303)
            try await browser.signIn()
            let page = try await browser.get("/account").body
            #expect(page.contains("Your second factor was removed by a one-time link"))
        }
    }

    @Test func `a password is changed by whoever knows the old one, and all other sessions end`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            let (here, there) = (Browser(world), Browser(world))
            try await here.signIn()
            try await there.signIn()
            let new = "eight other words that nobody says in this order"
            let fields = [("password", new), ("again", new)]
            #expect(try await here.send("/account/password", [("old", "a wrong old password")] + fields).status == 400)
            #expect(try await there.get("/account").status == 200)
            let answer = try await here.send("/account/password", [("old", WebWorld.password)] + fields)
            #expect(answer["location"] == "/account")
            let page = try await here.get("/account")
            #expect(page.status == 200 && page.body.contains("Your password was set"))
            #expect(try await there.get("/account")["location"] == "/sign-in")
        }
    }

    @Test func `a second factor is set up before anything else where a role asks for one`() async throws {
        try await WebWorld.with { world in
            try await world.account("ada", .administrator)
            let browser = Browser(world)
            #expect(try await browser.signIn()["location"] == "/account/factor")
            #expect(try await browser.get("/account")["location"] == "/account/factor")
            let shown = try await browser.send("/account/factor")
            let seed = try #require(try FactorSeedReading.seed(in: shown.body))
            let done = try await browser.send("/account/factor/code", [("code", world.code(seed))])
            #expect(done.body.contains("Keep these recovery codes"))
            #expect(try await browser.get("/account").status == 200)
            #expect(!world.log.text.contains("otpauth"))
        }
    }

    @Test func `another factor takes the old one's place only after a code of the old one`() async throws {
        try await WebWorld.with { world in
            let account = try await world.account()
            let seed = try await world.factor(account)
            let browser = Browser(world)
            try await browser.signIn()
            world.advance(seconds: 30)
            try await browser.send("/sign-in/factor", [("code", world.code(seed))])
            world.advance(seconds: 11 * 60)
            #expect(try await browser.send("/account/factor")["location"] == "/account/step-up")
            let before = await browser.cookie(.session)
            #expect(try await browser.send("/account/step-up", [("code", world.code(seed))])["location"] == "/account")
            #expect(await browser.cookie(.session) != before)
            #expect(try await browser.send("/account/factor").body.contains("Type this key into your app"))
        }
    }

    @Test func `somebody sees their own sessions and ends them, and nobody else's`() async throws {
        try await WebWorld.with { world in
            let (ada, bob) = (try await world.account(), try await world.account("bob"))
            let other = try await world.session(ada)
            let foreign = try await world.session(bob)
            let browser = Browser(world)
            try await browser.signIn()
            let page = try await browser.get("/account")
            #expect(page.body.split(separator: "name=\"session\"").count == 3)
            let now = world.fixtures.clock.shown
            let ids = try await world.fixtures.pool.transaction { transaction in
                (
                    try #require(try await Sessions().use(other, at: now, in: transaction)).id,
                    try #require(try await Sessions().use(foreign, at: now, in: transaction)).id
                )
            }
            #expect(try await browser.post("/account/sessions", [("session", ids.1.description)]).status == 404)
            #expect(try await browser.post("/account/sessions", [("session", ids.0.description)]).status == 303)
            let fates: [(SessionToken, String?)] = [(other, "/sign-in"), (foreign, nil)]
            for (token, path) in fates {
                let copy = Browser(world)
                await copy.plant(.session, token.revealed())
                #expect(try await copy.get("/account")["location"] == path)
            }
        }
    }

    @Test func `a role that is taken back is gone at the next request`() async throws {
        try await WebWorld.with { world in
            let account = try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            #expect(try await browser.get("/").status == 200)
            try await world.revoke(account)
            for _ in 0..<2 { #expect(try await browser.get("/").status == 404) }
        }
    }

    @Test func `a session whose account's roles changed goes on under another token`() async throws {
        try await WebWorld.with(sites: ["north", "south"]) { world in
            let account = try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            let before = try #require(await browser.cookie(.session))
            try await browser.get("/account")
            try await world.changeRights(of: account)
            // The form of a page that was read before still goes through.
            #expect(try await browser.post("/account/notices").status == 303)
            #expect(await browser.cookie(.session) != before)
            #expect(try await browser.get("/account").status == 200)
            let copy = Browser(world)
            await copy.plant(.session, before)
            #expect(try await copy.get("/account")["location"] == "/sign-in")
        }
    }

    @Test func `an account that is closed is signed out at once`() async throws {
        try await WebWorld.with { world in
            let account = try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            let now = world.fixtures.clock.shown
            try await world.fixtures.pool.transaction {
                try await AccountDirectory(vault: world.fixtures.vault).disable(account, at: now, in: $0)
            }
            #expect(try await browser.get("/")["location"] == "/sign-in")
            #expect(try await browser.signIn().status == 401)
        }
    }
}
