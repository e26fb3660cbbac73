import Accounts
import Testing

@testable import Web

/// The second factor once more, before what needs it, and the way back.
struct StepUpTests {
    /// What is sent to each route whose action needs the second factor of a moment ago; a new one must be added here.
    private static let forms: [String: [(String, String)]] = [
        "GET /access-log/file": [],
        "GET /subject-access": [],
        "POST /subject-access/pack": [("site", "north"), ("child", "C-1")],
        "POST /subject-access/file": [("site", "north"), ("child", "C-1"), ("wanted", "page")],
    ]

    /// Routes of such a page that show nothing by themselves: their own action needs no second factor.
    private static let others: Set<String> = ["POST /subject-access"]

    @Test func `whatever needs the second factor once more asks for it, at every route`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await world.account("gov", .governance)
            _ = try await world.factor(account)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            let routes = world.routes.filter { route in
                guard case .action(let action) = route.visitors else { return false }
                return Policy.traits(of: action).needsStepUp
            }.map { "\($0.method.rawValue) \($0.path)" }
            #expect(Set(routes) == Set(Self.forms.keys).union(Self.others))
            for (route, fields) in Self.forms {
                let path = String(route.split(separator: " ")[1])
                await browser.plant(mark: FormMark(heldBy: try #require(await browser.cookie(.session))).text)
                let answer =
                    route.hasPrefix("GET") ? try await browser.get(path) : try await browser.post(path, fields)
                guard fields.isEmpty else {
                    // What was sent comes back with the code, and stands in no address.
                    #expect(answer.status == 200 && answer["location"] == nil, "\(route)")
                    let kept = "name=\"kept\" value=\"\(path)?site=north&amp;child=C%2d1"
                    #expect(answer.body.contains(kept), "\(route)")
                    continue
                }
                #expect(answer.status == 303, "\(route)")
                #expect(answer["location"]?.hasPrefix("/account/step-up?to=%2f") == true, "\(route)")
                #expect(answer.body.isEmpty)
            }
        }
    }

    @Test func `after it one goes on where one was going, under another token`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let account = try await world.account("gov", .governance, at: ["north", "south"])
            let seed = try await world.factor(account)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            let asked = try #require(try await browser.get("/subject-access?site=south")["location"])
            #expect(asked == "/account/step-up?to=%2fsubject%2daccess%3fsite%3dsouth")
            let page = try await browser.get(asked)
            #expect(page.body.contains("name=\"to\" value=\"/subject-access?site=south\""))
            let way = [("to", "/subject-access?site=south")]
            let wrong = try await browser.post("/account/step-up", [("code", "000000")] + way)
            #expect(wrong.status == 401 && wrong.body.contains("value=\"/subject-access?site=south\""))
            world.advance(seconds: 60)
            let before = await browser.cookie(.session)
            let answer = try await browser.post("/account/step-up", [("code", world.code(seed))] + way)
            #expect(answer["location"] == "/subject-access?site=south")
            #expect(await browser.cookie(.session) != before)
            let shown = try await browser.get("/subject-access?site=south")
            #expect(shown.status == 200 && shown.body.contains("South House"))
        }
    }

    @Test func `what was ticked is kept while the second factor is asked for, through a wrong code too`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("gov", .governance)
            let seed = try await world.factor(account)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            try await browser.get("/account")
            let form = [
                ("site", "north"), ("child", "\(family.child)"), ("wanted", "page"), ("out", "words.1"),
                ("out", "assignments.1/therapist"),
            ]
            let asked = try await browser.post("/subject-access/file", form)
            #expect(asked.status == 200 && asked.body.contains("name=\"code\""))
            let wrong = try await browser.post("/account/step-up", [("code", "000000")] + asked.hidden)
            #expect(wrong.status == 401)
            world.advance(seconds: 60)
            let thanks = try await browser.post("/account/step-up", [("code", world.code(seed))] + wrong.hidden)
            #expect(thanks.status == 200 && thanks.body.contains("action=\"/subject-access/file\""))
            #expect(Set(thanks.hidden.map { "\($0)=\($1)" }) == Set(form.map { "\($0)=\($1)" }))
            let file = try await browser.post("/subject-access/file", thanks.hidden)
            #expect(file["content-disposition"] == "attachment; filename=\"subject-access.html\"")
            #expect(file.body.contains("Robin Example") && !file.body.contains("Mrs Other"))
        }
    }

    @Test func `whoever has no second factor sets one up, whatever they had sent`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await world.account("gov", .governance)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            try await browser.get("/account")
            let answer = try await browser.post("/subject-access/pack", [("site", "north"), ("child", "C-1")])
            #expect(answer.status == 303 && answer["location"] == "/account/factor")
        }
    }

    @Test(arguments: ["", "?", "/subject-access/file", "//evil.example/?a=b", "https://evil.example/?a=b", "/a b?c=d"])
    func `what is kept is a form of a page of our own and nothing else`(_ text: String) {
        #expect(KeptForm(text) == nil)
    }

    @Test(arguments: [
        "//evil.example/", "https://evil.example/", "/\\evil.example", "/\t/evil.example", "evil", "",
        "/a\r\nSet-Cookie: a=b",
        "/account/step-up?to=/", "/" + String(repeating: "a", count: 1_000),
    ])
    func `a way back is a page of our own and nothing else`(_ text: String) async throws {
        #expect(WayBack(text) == nil)
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await world.account("gov", .governance)
            let seed = try await world.factor(account)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            try await browser.get("/account/step-up")
            world.advance(seconds: 60)
            let answer = try await browser.post("/account/step-up", [("code", world.code(seed)), ("to", text)])
            #expect(answer.status == 303 && answer["location"] == "/account")
        }
    }

    @Test func `whoever has no second factor sets one up first`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let account = try await world.account("gov", .governance)
            let browser = try await world.browser(of: account, isSteppedUp: false)
            let asked = try #require(try await browser.get("/subject-access")["location"])
            #expect(try await browser.get(asked)["location"] == "/account/factor")
        }
    }
}
