import Accounts
import Testing

@testable import Web

/// Every route there is, asked by those who may not: nobody, somebody half signed in, somebody without the role, and a form
/// of another site's.
struct RouteWalkTests {
    /// A path of a route; what stands for a name in it is nobody's.
    private func path(_ route: WebRoute) -> String {
        route.path.replacing("{token}", with: String(repeating: "A", count: 43)).replacing("{provider}", with: "nobody")
            .replacing("{name}", with: "nothing.css").replacing("{number}", with: "99")
            .replacing("{file}", with: "datapackage.json").replacing("{prospect}", with: "nowhere")
    }

    /// Somebody to whom every route of a site is open.
    private func everyRole(_ world: WebWorld) async throws -> AccountID {
        let account = try await world.account()
        for role in Role.allCases where !role.isOfNetwork && role != .siteManager {
            try await WebWorld.grant(role, to: account, at: "north", world.fixtures)
        }
        return account
    }

    @Test func `nobody gets further than the page to sign in`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for route in world.routes where route.visitors != .everybody {
                let browser = Browser(world)
                let answer =
                    route.method == .get ? try await browser.get(path(route)) : try await browser.post(path(route))
                #expect(answer.status == 303 && answer["location"] == "/sign-in", "\(route.method) \(route.path)")
                #expect(answer.body.isEmpty)
            }
        }
    }

    @Test(arguments: [SessionStage.factor, .enrolment, .setUp])
    func `whoever is half signed in gets no further than the other half`(_ stage: SessionStage) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let token = try await world.session(try await world.account(), stage)
            for route in world.routes where !route.opens(to: stage) {
                let browser = Browser(world)
                await browser.plant(.session, token.revealed())
                let answer =
                    route.method == .get ? try await browser.get(path(route)) : try await browser.post(path(route))
                #expect(answer.status == 303 && answer["location"] == stage.page, "\(route.method) \(route.path)")
            }
        }
    }

    @Test func `what a role may not do is not there`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for role in Role.allCases where !role.isOfNetwork {
                let token = try await world.session(
                    try await world.account("a-\(role.rawValue)".prefix(32).description, role))
                for route in world.routes {
                    guard let action = route.action, !Policy.rules(of: action).contains(where: { $0.role == role })
                    else { continue }
                    let browser = Browser(world)
                    await browser.plant(.session, token.revealed())
                    let answer =
                        route.method == .get ? try await browser.get(path(route)) : try await browser.post(path(route))
                    #expect(answer.status == 404, "\(role.rawValue) \(route.method) \(route.path)")
                }
            }
        }
    }

    @Test func `no form is taken without the mark of our own page, or from another site`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await everyRole(world)
            try await world.makeAnalyst(account)
            var posts = 0
            for route in world.routes where route.method == .post {
                for stage in SessionStage.allCases where route.visitors == .everybody || route.opens(to: stage) {
                    posts += 1
                    let browser = Browser(world)
                    await browser.plant(.session, try await world.session(account, stage).revealed())
                    #expect(try await browser.post(path(route)).status == 403, "no mark: \(route.path)")
                    await browser.plant(mark: FormMark(heldBy: SessionToken.drawn().revealed()).text)
                    #expect(try await browser.post(path(route)).status == 403, "another's mark: \(route.path)")
                    let held = try #require(await browser.cookie(.session))
                    await browser.plant(mark: FormMark(heldBy: held).text)
                    for site in ["cross-site", "same-site", "nonsense", nil] {
                        let answer = try await browser.post(path(route), from: site)
                        #expect(answer.status == 403, "\(site ?? "nowhere"): \(route.path)")
                    }
                }
            }
            #expect(posts >= 12)
        }
    }

    @Test func `reading every page changes nothing but when a session was used last`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await everyRole(world)
            let link = try await world.link(.setUp, for: account).revealed()
            let tokens = try await [SessionStage.full, .factor, .enrolment, .setUp].asyncMap {
                try await world.session(account, $0)
            }
            let before = try await world.counts()
            for route in world.routes where route.method == .get {
                for token in tokens {
                    let browser = Browser(world)
                    await browser.plant(.session, token.revealed())
                    try await browser.get(path(route).replacing(String(repeating: "A", count: 43), with: link))
                }
            }
            #expect(try await world.counts() == before)
        }
    }

    @Test func `every route has its headers, and none may be kept`() async throws {
        try await WebWorld.with { world in
            for route in world.routes where route.method == .get && route.path != RouteNames.asset {
                let answer = try await world.get(path(route))
                HeaderTests.expectAll(in: answer, route.path)
            }
        }
    }

    @Test func `a route has one place to be registered at, and stands there once`() async throws {
        try await WebWorld.with { world in
            let keys = world.routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(Set(keys).count == keys.count)
            #expect(keys.count >= 25)
        }
    }
}

extension WebRoute {
    /// The action that it names; nil when it names none.
    fileprivate var action: Action? {
        switch visitors {
        case .action(let action), .actionOrInvented(let action): action
        case .everybody, .session: nil
        }
    }

    /// Whether somebody who has come that far comes in.
    fileprivate func opens(to stage: SessionStage) -> Bool {
        switch visitors {
        case .everybody: true
        case .session(let stages): stages.contains(stage)
        case .action, .actionOrInvented: stage == .full
        }
    }
}

extension Sequence {
    /// Each made into something else, one after the other.
    fileprivate func asyncMap<Other>(_ make: (Element) async throws -> Other) async throws -> [Other] {
        var made: [Other] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}
