import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Practice
import RandomHistories
import Testing

@testable import Web

/// Nothing typed is lost: whatever stands in a form when its session ends, when somebody signs in elsewhere, when something in
/// it is wrong or when others record meanwhile, every character of it comes back.
struct KeptFormTests {
    /// How many runs there are: a drill of a thousand states has 40.
    static let runs = max(
        1, (ProcessInfo.processInfo.environment["HOMEWARD_DRILL_FORMS"].flatMap { Int($0) } ?? 150) / statesARun)
    private static let statesARun = 25

    private static let pages = [
        ("/episode/summary", WebWorld.summary(9)), ("/contact", "/contact?site=north&ref=E-1"),
        ("/referrals/new", "/referrals/new?site=north"),
        ("/episode/fact", "/episode/fact?site=north&ref=E-1&kind=overarching-goal"),
        ("/episode/fact", "/episode/fact?site=north&ref=E-1&kind=driver"),
    ]

    /// What comes between typing and its being on record.
    private enum Trouble: CaseIterable {
        /// The session ends for want of use, and somebody signs in when the form was sent.
        case sessionEnds
        /// The session ends, somebody signs in in another window, and then the form is sent.
        case signsInElsewhere
        /// Something in the form is wrong.
        case isWrong
        /// Others record something of the family.
        case othersRecord
    }

    /// Lends the browser of a supervisor who is a therapist too.
    private static func withTherapist(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.fillPosts()
            let family = try await world.family("Robin Example", episode: "E-1")
            try await world.treat(family.episode)
            let account = try await world.account("t-1", .therapist)
            try await WebWorld.grant(.supervisor, to: account, at: "north", world.fixtures)
            try await world.post(account, as: "t-1")
            let browser = Browser(world)
            try await browser.signIn("t-1")
            try await body(world, browser)
        }
    }

    @Test(arguments: 1...runs)
    func `every character that was typed comes back, whatever comes between`(_ seed: Int) async throws {
        try await Self.withTherapist { world, browser in
            var dice = SplitMix64(seed: UInt64(seed))
            for number in 0..<Self.statesARun {
                let (action, path) = Self.pages[Int.random(in: Self.pages.indices, using: &dice)]
                let trouble = Trouble.allCases.randomElement(using: &dice) ?? .isWrong
                let page = try await browser.get(path)
                let form = try #require(PageForm.all(of: page.body).first { $0.action == action }, "\(path)")
                // Only a form with a version comes back because others recorded something.
                let isStale = trouble == .othersRecord && form.controls.contains { $0.name == "version" }
                let state = TypedState(form, isWrong: !isStale, &dice)
                #expect(!state.typed.isEmpty)
                let what = "seed \(seed), state \(number): \(trouble) at \(path)"
                if trouble == .othersRecord { try await Self.recordElsewhere("\(seed)-\(number)", world) }
                let answer = try await Self.send(state, to: action, after: trouble, what, world, browser)
                #expect(answer.status == (isStale ? 412 : 400), "\(what): \(answer.status)")
                #expect(state.lost(in: answer, of: action) == [], "\(what)")
            }
        }
    }

    private static func recordElsewhere(_ key: String, _ world: WebWorld) async throws {
        let ref = try #require(EpisodeRef("E-1"))
        let id = try await world.practice.episode(ref, at: try await world.north().code).id
        let contact = Contact(id: .fresh(), mode: .telephone, party: .school, minutes: Minutes(10))
        try await world.practice.record(
            [.init(.recordContact(contact), on: FixtureWorld.today)], to: id, at: try await world.north().code)
    }

    /// Sends what was typed, through what comes between.
    private static func send(
        _ state: TypedState, to action: String, after trouble: Trouble, _ what: String, _ world: WebWorld,
        _ browser: Browser
    ) async throws -> HTTPAnswer {
        switch trouble {
        case .isWrong, .othersRecord: return try await browser.post(action, state.sent)
        case .sessionEnds:
            world.advance(seconds: 31 * 60)
            let asked = try await browser.post(action, state.sent)
            let kept = PageForm.all(of: asked.body).first { $0.action == "/sign-in" }
            let signed = try #require(kept, "\(what)").sending(["account": "t-1", "password": WebWorld.password])
            return try await goOn(try await browser.post("/sign-in", signed), state, to: action, what, browser)
        case .signsInElsewhere:
            let mark = await browser.mark
            world.advance(seconds: 31 * 60)
            try await browser.signIn("t-1")
            await browser.plant(mark: mark)
            let asked = try await browser.post(action, state.sent)
            #expect(asked.status == 403, "\(what)")
            return try await goOn(asked, state, to: action, what, browser)
        }
    }

    /// Sends on what a page brings back, of which nothing may be missing.
    private static func goOn(
        _ page: HTTPAnswer, _ state: TypedState, to action: String, _ what: String, _ browser: Browser
    ) async throws -> HTTPAnswer {
        #expect(page.body.contains("What you typed and ticked is kept."), "\(what): \(page.status)")
        #expect(state.lost(in: page, of: action) == [], "\(what)")
        let form = try #require(PageForm.all(of: page.body).first { $0.action == action }, "\(what)")
        return try await browser.post(action, form.sending([:]))
    }
}
