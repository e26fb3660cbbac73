import Accounts
import Testing

@testable import Web

/// Signing in with a browser.
struct SignInTests {
    private static let wrong = [("account", "ada"), ("password", "another password altogether")]

    @Test func `the session is a cookie that no script reads, no other host gets and no plain connection carries`()
        async throws
    {
        try await WebWorld.with { world in
            try await world.account()
            let answer = try await Browser(world).signIn()
            #expect(answer.status == 303 && answer["location"] == "/")
            let cookie = try #require(answer.headers.first { $0.value.hasPrefix("__Host-homeward=") }?.value)
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
            #expect(!cookie.contains("Domain") && !cookie.contains("Max-Age"))
            #expect(cookie.dropFirst("__Host-homeward=".count).prefix { $0 != ";" }.count == 43)
        }
    }

    @Test func `only an invented network on this machine goes without TLS, under another name`() async throws {
        try await WebWorld.with(WebConfiguration(port: 0, isSimulated: true)) { world in
            try await world.account()
            let answer = try await Browser(world).signIn()
            #expect(answer.headers.contains { $0.value.hasPrefix("homeward-plain=") && !$0.value.contains("Secure") })
            #expect(!answer.headers.contains { $0.value.hasPrefix("__Host-") })
        }
        for host in ["0.0.0.0", "192.0.2.1"] {
            #expect(!WebConfiguration(host: host, isSimulated: true).isOfThisMachine)
        }
    }

    @Test func `whoever has not signed in is sent to the page for it, and sees no figure`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let answer = try await world.get("/")
            #expect(answer.status == 303 && answer["location"] == "/sign-in" && answer.body.isEmpty)
            #expect(try await world.get("/sign-in").body.contains("<h1>Sign in</h1>"))
        }
    }

    @Test func `a wrong password and an unknown account are one and the same page`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            var pages: Set<String> = []
            for fields in [
                Self.wrong, [("account", "nobody"), ("password", WebWorld.password)],
                [("account", "a b"), ("password", "x")],
            ] {
                let browser = Browser(world)
                let answer = try await browser.send("/sign-in", fields)
                #expect(answer.status == 401)
                #expect(await browser.cookie(.session) == nil)
                pages.insert(answer.body.replacing(await browser.mark, with: ""))
            }
            #expect(pages.count == 1)
        }
    }

    @Test func `the second factor is asked for, and the token before it opens nothing after it`() async throws {
        try await WebWorld.with { world in
            let seed = try await world.factor(try await world.account())
            let browser = Browser(world)
            #expect(try await browser.signIn()["location"] == "/sign-in/factor")
            let first = try #require(await browser.cookie(.session))
            #expect(try await browser.get("/")["location"] == "/sign-in/factor")
            #expect(try await browser.send("/sign-in/factor", [("code", "000000")]).status == 401)
            world.advance(seconds: 30)
            let answer = try await browser.send("/sign-in/factor", [("code", world.code(seed))])
            #expect(answer["location"] == "/")
            #expect(try await browser.get("/").status == 200)
            await browser.plant(.session, first)
            #expect(try await browser.get("/")["location"] == "/sign-in")
        }
    }

    @Test func `a session that was planted is never the one that is signed in`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            let planted = SessionToken.drawn().revealed()
            let victim = Browser(world)
            await victim.plant(.session, planted)
            try await victim.signIn()
            #expect(await victim.cookie(.session) != planted)
            let thief = Browser(world)
            await thief.plant(.session, planted)
            #expect(try await thief.get("/")["location"] == "/sign-in")
        }
    }

    @Test func `a session of the attacker's own that was planted ends when somebody else signs in over it`()
        async throws
    {
        try await WebWorld.with { world in
            let attacker = try await world.session(try await world.account("mallory"))
            try await world.account()
            let victim = Browser(world)
            await victim.plant(.session, attacker.revealed())
            try await victim.signIn()
            let thief = Browser(world)
            await thief.plant(.session, attacker.revealed())
            #expect(try await thief.get("/")["location"] == "/sign-in")
            #expect(try await victim.get("/account").body.contains("<strong>ada</strong>"))
        }
    }

    @Test func `signing out ends the session for every copy of its cookie`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            let copy = Browser(world)
            await copy.plant(.session, await browser.cookie(.session))
            try await browser.get("/account")
            let out = try await browser.post("/sign-out")
            #expect(out.status == 200 && out["clear-site-data"] == "\"cache\", \"storage\"")
            #expect(await browser.cookie(.session) == nil)
            #expect(try await copy.get("/account")["location"] == "/sign-in")
        }
    }

    @Test func `guesses are slowed down by account, and whoever signed in here before is not`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            try await world.account("bob")
            let known = Browser(world)
            try await known.signIn()
            let guesser = Browser(world)
            var statuses: [Int] = []
            for _ in 0..<8 { statuses.append(try await guesser.send("/sign-in", Self.wrong).status) }
            #expect(statuses.prefix(5) == [401, 401, 401, 401, 401] && statuses.last == 429)
            let waiting = try await guesser.send("/sign-in", Self.wrong)
            #expect(Int(waiting["retry-after"] ?? "") ?? 0 > 0 && waiting.body.contains("too many attempts"))
            #expect(try await guesser.signIn().status == 429, "the right password is not looked at either")
            await known.plant(.session, nil)
            #expect(try await known.signIn()["location"] == "/")
        }
    }

    @Test func `a proxy of ours is believed who asked it, and nobody else is`() async throws {
        let configuration = WebConfiguration(port: 0, proxies: ["127.0.0.1"])
        for (configuration, isBelieved) in [(configuration, true), (WebConfiguration(port: 0), false)] {
            try await WebWorld.with(configuration) { world in
                try await world.account()
                let browser = Browser(world)
                for number in 0..<7 {
                    try await browser.get("/sign-in")
                    try await browser.post(
                        "/sign-in", [("account", "guess\(number)"), ("password", "x")],
                        headers: ["X-Forwarded-For: 198.51.100.\(number), 203.0.113.9"])
                }
                try await browser.get("/sign-in")
                let other = try await browser.post(
                    "/sign-in", [("account", "ada"), ("password", WebWorld.password)],
                    headers: ["X-Forwarded-For: 203.0.113.9, 198.51.100.77"])
                #expect(other.status == (isBelieved ? 303 : 429))
            }
        }
    }

    @Test func `a session ends after half an hour without use, and its page asks five minutes before`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            let refresh = try #require(try await browser.get("/")["refresh"])
            #expect(refresh == "1500; url=/still-here" || refresh == "1499; url=/still-here")
            world.advance(seconds: 26 * 60)
            // The question itself is no use of the session.
            let asked = try await browser.get("/still-here")
            #expect(asked.body.contains("Are you still here?"))
            world.advance(seconds: 5 * 60)
            #expect(try await browser.get("/")["location"] == "/sign-in")
        }
    }

    @Test func `whoever says that they are still here stays signed in`() async throws {
        try await WebWorld.with { world in
            try await world.account()
            let browser = Browser(world)
            try await browser.signIn()
            world.advance(seconds: 26 * 60)
            #expect(try await browser.send("/still-here").status == 303)
            world.advance(seconds: 26 * 60)
            #expect(try await browser.get("/").status == 200)
            world.advance(seconds: 12 * 60 * 60)
            #expect(try await browser.get("/")["location"] == "/sign-in")
        }
    }

    @Test(arguments: [
        "", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 5000), "%00", "a=b", "\"quoted\"",
        "../../etc/passwd", "' OR 1=1 --", "eyJhbGciOiJub25lIn0.e30.",
    ])
    func `a malformed cookie opens nothing and is not spoken of`(_ value: String) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let answer = try await world.get("/account", headers: ["Cookie: __Host-homeward=\(value)"])
            #expect(answer.status == 303 && answer["location"] == "/sign-in" && answer.body.isEmpty)
        }
    }

    @Test func `a cookie that is there twice is none`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let token = try await world.session(try await world.account()).revealed()
            let one = "__Host-homeward=\(token)"
            #expect(try await world.get("/account", headers: ["Cookie: \(one)"]).status == 200)
            for twice in [["Cookie: \(one); \(one)"], ["Cookie: \(one)", "Cookie: \(one)"]] {
                #expect(try await world.get("/account", headers: twice).status == 303)
            }
        }
    }
}
