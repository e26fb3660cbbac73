import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Intervention
import Pages

@testable import Web

/// Which pages there are, from the list of routes: a route that is new is toured by itself where its address says all that
/// it needs, and fails the tour until it has an address here where it does not.
struct PageTour {
    /// A page that is looked at.
    struct Stop: Encodable {
        let name: String
        let path: String
        let who: String
        /// The statuses that are right.
        let status: [Int]
    }

    /// A form that is filled in, and what comes of it is looked at.
    struct Filled: Encodable {
        let name: String
        let path: String
        let who: String
        let status = [200]
        let action: String
        let fields: [String: String]
        /// The value of the button that is pressed; empty for the first.
        var button = ""
    }

    let world: WebWorld
    /// Whether there is nothing to be seen on the pages.
    let isEmpty: Bool
    /// A child of the site.
    var child = ""
    /// Questions of addresses that only other pages have, by path.
    var found: [String: [String]] = [:]

    /// What is no page: files, and what machines ask for.
    static let files: Set<String> = [
        RouteNames.alive, RouteNames.ready, RouteNames.metrics, RouteNames.asset, "/api/openapi.json",
        "/network/editions/{number}/{file}", "/access-log/file",
    ]

    /// Routes of forms that the tour leaves alone: they end its own session, lead to another host, give a file, stand on a
    /// page that only another form leads to, or are sent by a script.
    static let unsent: Set<String> = [
        "/sign-out", "/account/sessions", "/sign-in/with/{provider}", "/subject-access/file", "/team/hand-over/confirm",
        "/episode/summary/draft",
    ]

    /// Whom a route, or one address of it, is looked at as, where the first role that may come is not the one whose page it
    /// is.
    private static let readers: [String: String] = [
        "/account/step-up": "stale", "/team": "supervisor", "/reports": "siteManager", "/": "siteManager",
        "/on-call/handover": "supervisor", "/team/hand-over": "supervisor",
        "/referrals": "supervisor", "/referrals/new": "supervisor", "/referrals/one": "supervisor",
        "/referrals/letter": "supervisor", "/interviews": "interviewer", "/interviews/one": "interviewer",
        "/episode/correct": "supervisor",
        "/episode/summary?site=north&ref=E-1&week=7": "supervisor",
    ]

    /// The addresses of pages that need more than their path.
    private static let addresses: [String: [String]] = [
        "/episode": ["?ref=E-1", "?ref=E-2", "?ref=F-1", "?ref=E-1&known=\(FixtureWorld.today.adding(days: 1))"],
        "/episode/work": ["?ref=E-1", "?ref=E-2"],
        "/episode/timeline": ["?ref=E-1", "?ref=E-1&kind=contacts", "?ref=E-2&kind=measures"],
        "/episode/summary": [
            "?ref=E-1", "?ref=E-1&week=8", "?ref=E-1&week=7", "?ref=E-1&week=6", "?ref=E-2",
        ],
        "/episode/summary/drafts": ["?ref=E-1&week=8"],
        "/episode/fact": [
            "?ref=E-1&kind=driver", "?ref=E-1&kind=referral-behaviour", "?ref=E-1&kind=consent",
            "?ref=E-1&kind=onward-help",
        ],
        "/contact": ["?ref=E-1"], "/closing": ["?ref=E-1", "?ref=F-1"],
        "/referrals/one": ["?ref=N-1", "?ref=N-2", "?ref=N-3"], "/referrals/letter": ["?ref=N-2", "?ref=N-3"],
        "/interviews/one": ["?ref=E-1", "?ref=E-2"], "/follow-ups/one": ["?ref=F-1&month=6"],
        "/team/hand-over": ["?team=north-mst&from=t-1"], "/episode/appointment": ["?ref=E-1"],
        "/episode/letter": ["?ref=F-1&kind=closing"],
        "/on-call/handover": ["?team=north-mst"], "/families": ["?recorded=E-1", ""],
    ]

    /// Addresses that are asked for with what cannot be, by what is then right.
    private static let wrong: [(path: String, who: String, status: Int)] = [
        ("/?from=yesterday", "siteManager", 400), ("/nowhere", "nobody", 404),
        ("/episode?site=north&ref=E-404", "therapist", 404), ("/access-log?from=yesterday", "governance", 400),
        ("/on-call/handover?day=never", "supervisor", 400), ("/site/nights?through=yesterday", "siteManager", 400),
    ]

    /// What a page may answer of which there is nothing, and one that only another service leads to.
    private static let any = [200, 400, 401, 403, 404]

    /// Whether a page may refuse: one that another service leads to, and a link that opens nothing.
    private static func mayRefuse(_ path: String) -> Bool {
        path.hasPrefix("/sign-in/return") || path.hasSuffix(WebWorld.deadLink)
    }

    /// Who looks at a route.
    private func who(_ route: WebRoute) -> String? {
        switch route.visitors {
        case .everybody: return "nobody"
        case .session(let stages):
            if let reader = PageTour.readers[route.path] { return reader }
            return stages.contains(.full) ? "therapist" : stages.first.map { "\($0)" }
        case .action(let action), .actionOrInvented(let action):
            if let reader = PageTour.readers[route.path] { return reader }
            let roles = Set(Policy.rules(of: action).map(\.role))
            let order: [Role] = [
                .therapist, .supervisor, .interviewer, .siteManager, .governance, .expert, .administrator,
                .networkAnalyst, .commissioner,
            ]
            return order.first { roles.contains($0) }.map { "\($0)" }
        }
    }

    /// All stops: each page with what is usual in it, or with nothing.
    /// - Parameter links: one-time links by what they are for.
    func stops(links: [String: String], editions: [String]) -> [Stop] {
        var stops: [Stop] = []
        for route in world.routes where route.method == .get && !PageTour.files.contains(route.path) {
            guard let who = who(route) else { continue }
            for (place, path) in paths(of: route, links, editions).enumerated() {
                let name = route.path == "/" ? "start" : route.path.split(separator: "/").joined(separator: "-")
                let plain = name.filter { $0.isLetter || $0.isNumber || $0 == "-" }
                stops.append(
                    Stop(
                        name: place == 0 ? plain : "\(plain)-\(place + 1)", path: path,
                        who: PageTour.readers[path] ?? who,
                        status: isEmpty || PageTour.mayRefuse(path) ? PageTour.any : [200]))
            }
        }
        guard !isEmpty else { return stops }
        return stops
            + PageTour.wrong.enumerated().map { place, one in
                Stop(name: "wrong-\(place + 1)", path: one.path, who: one.who, status: [one.status])
            }
    }

    private func paths(of route: WebRoute, _ links: [String: String], _ editions: [String]) -> [String] {
        switch route.path {
        case "/sign-in/link/{token}":
            links.filter { $0.key != "carer" }.values.sorted().map { "/sign-in/link/\($0)" }
        case "/answer/{token}": [links["carer"] ?? WebWorld.deadLink, WebWorld.deadLink].map { "/answer/\($0)" }
        case "/sign-in/return/{provider}": ["/sign-in/return/trust-id"]
        case let path where path.contains("{number}"):
            editions.map { path.replacing("{number}", with: $0) }
        case let path where path.contains("{prospect}"): [path.replacing("{prospect}", with: WebWorld.prospect)]
        default:
            ((PageTour.addresses[route.path] ?? (found[route.path] == nil ? [""] : [])) + (found[route.path] ?? [])).map
            {
                query in
                guard case .action = route.visitors, !route.path.hasPrefix("/network/") else {
                    return route.path + query
                }
                return route.path + "?site=north" + query.replacing("?", with: "&")
            }
        }
    }

    /// Forms whose answers are pages of their own.
    var filled: [Filled] {
        guard !isEmpty else { return [] }
        let today = FixtureWorld.today
        let day = { (name: String) in
            Dictionary(
                uniqueKeysWithValues: zip(DateParts.names(name), ["\(today.day)", "\(today.month)", "\(today.year)"]))
        }
        let referral = day("day").merging([
            "name": "Robin Example", "child": "C-90", "ref": "N-90", "team": "north-mst",
        ]) { $1 }
        return [
            Filled(
                name: "search-found", path: "/search", who: "therapist", action: "/search", fields: ["text": "robin"]),
            Filled(
                name: "search-nothing", path: "/search", who: "therapist", action: "/search",
                fields: ["text": "nobody of that name"]),
            Filled(
                name: "referral-known", path: "/referrals/new", who: "supervisor", action: "/referrals/new",
                fields: referral),
            Filled(
                name: "referral-models", path: "/referrals/one?site=north&ref=N-1", who: "supervisor",
                action: "/referrals/one", fields: [:], button: "show"),
            Filled(
                name: "subject-found", path: "/subject-access", who: "governance", action: "/subject-access",
                fields: ["text": "robin"]),
            Filled(
                name: "subject-pack", path: "/subject-access", who: "governance", action: "/subject-access/pack",
                fields: ["child": child]),
            Filled(
                name: "emergency-open", path: "/emergency", who: "siteManager", action: "/emergency",
                fields: ["episode": "E-1", "reason": "Nobody of the team answers\nand it cannot wait", "hours": "2"]),
        ]
    }
}
