import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import OpenID
import Postgres
import RealProvider
import Testing

@testable import Web

/// Signing in with an identity provider, from the button to the page behind.
struct ProviderSignInTests {
    /// A service at which a provider that runs is known as `trust`, and means Ada by `jo`.
    private static func with(
        sites: [String] = ["north"], link: Bool = true, role: Role = .siteManager,
        _ body: (WebWorld, RealProvider, AccountID) async throws -> Void
    ) async throws {
        try await RealProvider.withProvider { real in
            try await WebWorld.with(WebConfiguration(port: 0, isSimulated: true), sites: sites) { world in
                // The provider lives by the machine's clock.
                world.fixtures.clock.set(Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)))
                let account = try await world.account("ada", role)
                try await world.provider("trust", real.address)
                if link { try await world.link(account, "trust", "jo") }
                try await body(world, real, account)
            }
        }
    }

    /// Begins at the page to sign in; where the browser is sent.
    private static func leave(_ browser: Browser) async throws -> URL {
        try await browser.get("/sign-in")
        let answer = try await browser.post("/sign-in/with/trust")
        #expect(answer.status == 200)
        let refresh = try #require(answer["refresh"])
        #expect(refresh.hasPrefix("0; url=http://127.0.0.1:"))
        return try #require(URL(string: String(refresh.dropFirst("0; url=".count))))
    }

    /// The path and query that the provider sends the browser back to.
    private static func back(_ real: RealProvider, _ address: URL, as subject: String = "jo") async throws -> String {
        let url = try await real.signIn(as: subject, at: address)
        #expect(url.host() == "localhost")
        return url.path() + "?" + (url.query() ?? "")
    }

    @Test func `somebody whom the provider knows is signed in`() async throws {
        try await Self.with { world, real, _ in
            let browser = Browser(world)
            #expect(try await browser.get("/sign-in").body.contains("Sign in with trust"))
            let way = try await Self.back(real, try await Self.leave(browser))
            let answer = try await browser.get(way)
            #expect(answer.status == 303 && answer["location"] == "/")
            #expect(try await browser.get("/account").body.contains("<strong>ada</strong>"))
            #expect(await browser.cookie(.provider) == nil)
            #expect(!world.log.text.contains("code="))
        }
    }

    @Test func `an answer opens nothing a second time, nor in another browser`() async throws {
        try await Self.with { world, real, _ in
            let (browser, thief) = (Browser(world), Browser(world))
            let way = try await Self.back(real, try await Self.leave(browser))
            #expect(try await thief.get(way).status == 401)
            // A browser that began a sign-in of its own is another still: what is the attacker's is not taken for the victim's.
            _ = try await Self.leave(thief)
            #expect(try await thief.get(way).status == 401)
            #expect(try await browser.get(way).status == 303)
            try await browser.get("/sign-in")
            #expect(try await browser.get(way).status == 401)
            #expect(await thief.cookie(.session) == nil)
        }
    }

    @Test(arguments: ["wrong-nonce", "wrong-audience", "expired", "unsigned", "foreign-key"])
    func `a bad token is one page outside and one word in the log`(_ fault: String) async throws {
        try await Self.with { world, real, _ in
            try await real.setFault(fault)
            let browser = Browser(world)
            let answer = try await browser.get(try await Self.back(real, try await Self.leave(browser)))
            let reference = try #require(answer["x-request-id"])
            #expect(answer.status == 401 && answer.body.contains(reference))
            #expect(await browser.cookie(.session) == nil)
            let words = ["nonce", "audience", "expired", "algorithm", "signature", "token"]
            #expect(!words.contains { answer.body.lowercased().contains($0) })
            let line = world.log.text.split(separator: "\n").first { $0.contains("identity provider did not") }
            #expect(line?.contains(reference) == true)
        }
    }

    @Test func `whoever the provider knows and we do not is nobody`() async throws {
        try await Self.with(link: false) { world, real, _ in
            let browser = Browser(world)
            let answer = try await browser.get(try await Self.back(real, try await Self.leave(browser)))
            #expect(answer.status == 401)
            #expect(world.log.text.contains("reason=unknown-person"))
        }
    }

    @Test func `a provider of one site opens no account that has a role at another`() async throws {
        try await Self.with(sites: ["north", "south"]) { world, real, account in
            try await WebWorld.grant(.siteManager, to: account, at: "south", world.fixtures)
            let browser = Browser(world)
            #expect(try await browser.get(try await Self.back(real, try await Self.leave(browser))).status == 401)
            let other = try await world.account("bob", .siteManager, at: ["north", "south"])
            await #expect(throws: ProviderFault.rolesElsewhere) { try await world.link(other, "trust", "bo") }
        }
    }

    @Test func `the account's own second factor is wanted where the provider asked for none`() async throws {
        try await Self.with { world, real, account in
            let seed = try await world.factor(account)
            let browser = Browser(world)
            let answer = try await browser.get(try await Self.back(real, try await Self.leave(browser)))
            #expect(answer["location"] == "/sign-in/factor")
            world.advance(seconds: 30)
            #expect(
                try await browser.send("/sign-in/factor", [("code", world.code(seed))])["location"] == "/")
        }
    }

    @Test func `a provider that is removed, and an account that is closed, sign nobody in`() async throws {
        try await Self.with { world, real, account in
            let browser = Browser(world)
            let way = try await Self.back(real, try await Self.leave(browser))
            let now = world.fixtures.clock.shown
            let directory = AccountDirectory(vault: world.fixtures.vault)
            try await world.fixtures.pool.transaction { try await directory.disable(account, at: now, in: $0) }
            #expect(try await browser.get(way).status == 401)
            let second = try await Self.back(real, try await Self.leave(browser))
            try await world.removeProvider("trust")
            #expect(try await browser.get(second).status == 404)
            #expect(try await !browser.get("/sign-in").body.contains("trust"))
        }
    }

    @Test func `whoever is away for longer than ten minutes begins again`() async throws {
        try await Self.with { world, real, _ in
            let browser = Browser(world)
            let way = try await Self.back(real, try await Self.leave(browser))
            world.advance(seconds: 601)
            #expect(try await browser.get(way).status == 401)
        }
    }

    @Test func `neither the client's secret nor a subject, state, nonce or verifier is kept in clear`() async throws {
        try await Self.with(link: false) { world, real, account in
            try await world.link(account, "trust", "a-subject-to-be-looked-for")
            let address = try await Self.leave(Browser(world))
            let items = URLComponents(url: address, resolvingAgainstBaseURL: false)?.queryItems ?? []
            let secrets = items.filter { ["state", "nonce"].contains($0.name) }.compactMap(\.value)
            #expect(secrets.count == 2)
            let kept = try await world.providerRows()
            #expect(kept.contains("provider") && kept.count > 200)
            for secret in secrets + ["s3cret", "a-subject-to-be-looked-for"] {
                #expect(!kept.contains(secret))
                let bytes = secret.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                #expect(!kept.contains(bytes))
            }
        }
    }
}
