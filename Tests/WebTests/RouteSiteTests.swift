import Accounts
import Testing

@testable import Web

/// What the list of routes says of itself, and what it shows of a site to those who work at another.
struct RouteSiteTests {
    @Test func `everybody may come to these routes and to no other`() async throws {
        try await WebWorld.with { world in
            let open = world.routes.filter { $0.visitors == .everybody }.map { "\($0.method.rawValue) \($0.path)" }
            #expect(
                open.sorted() == [
                    "GET /accessibility", "GET /answer/{token}", "GET /api/docs", "GET /api/openapi.json",
                    "GET /assets/{name}", "GET /healthz", "GET /help", "GET /metrics", "GET /privacy", "GET /readyz",
                    "GET /sign-in", "GET /sign-in/link/{token}", "GET /sign-in/return/{provider}", "GET /still-here",
                    "POST /answer/{token}", "POST /sign-in", "POST /sign-in/link/{token}",
                    "POST /sign-in/with/{provider}",
                ])
        }
    }

    /// The routes on whose pages the name of the site south stands, for an account of a role at sites.
    private static func telling(
        of sites: [String], _ role: Role, in world: WebWorld
    ) async throws -> [String] {
        let code = "a\(sites.count)-\(role.rawValue.prefix(8))"
        let token = try await world.session(try await world.account(code, role, at: sites))
        var telling: [String] = []
        for route in world.routes where route.method == .get {
            for question in ["", "?site=south"] {
                let browser = Browser(world)
                await browser.plant(.session, token.revealed())
                let path = route.path.replacing("{token}", with: String(repeating: "A", count: 43))
                    .replacing("{provider}", with: "nobody").replacing("{name}", with: "nothing.css")
                let answer = try await browser.get(path + question)
                if answer.body.contains("South House") { telling.append(route.path) }
            }
        }
        return telling
    }

    @Test(arguments: Role.allCases.filter { !$0.isOfNetwork })
    func `no route tells who works at one site of another`(role: Role) async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            #expect(try await Self.telling(of: ["north"], role, in: world) == [])
            // With a role there too the same walk finds it, where the role has a page of it.
            let found = try await Self.telling(of: ["north", "south"], role, in: world)
            let mayReport = Policy.rules(of: .report).contains { $0.role == role }
            #expect(found.contains(RouteNames.start) == mayReport)
        }
    }
}
