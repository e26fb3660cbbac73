import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Web

/// What holds is changed or ended from a plain form, and what was written down wrongly is corrected or taken back; nothing of
/// it disappears.
struct FactChangeTests {
    private static let today = FixtureWorld.today
    private static let work = "/episode/work?site=north&ref=E-1"
    private static let timeline = "/episode/timeline?site=north&ref=E-1"

    /// Lends a family with a fit circle that has two drivers, and a goal that was reviewed.
    private func withCircle(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let (behaviour, fit, goal): (FactID, FactID, FactID) = (.fresh(), .fresh(), .fresh())
            let drivers = ["Late nights", "An elder cousin"].map { text in
                TypedFact(
                    id: .fresh(), kind: .driver,
                    fields: [
                        .text: .text(text), .fit: .value(.link(fit)), .system: .value(.choice("peer")),
                        .kind: .value(.choice("need")), .prioritised: .value(.answer(.no)),
                    ])
            }
            let facts =
                [
                    TypedFact(id: behaviour, kind: .referralBehaviour, about: .index, fields: [.text: .text("Fights")]),
                    TypedFact(
                        id: fit, kind: .fitCircle,
                        fields: [
                            .text: .text("Fights at school"), .kind: .value(.choice("problem")),
                            .behaviour: .value(.link(behaviour)),
                        ]),
                    TypedFact(
                        id: goal, kind: .overarchingGoal,
                        fields: [.text: .text("No fights"), .behaviour: .value(.link(behaviour))]),
                    TypedFact(
                        id: .fresh(), kind: .goalReview,
                        fields: [.goal: .value(.link(goal)), .status: .value(.choice("partly"))]),
                ] + drivers
            try await world.record(facts, on: Self.today.adding(days: -10), in: try #require(EpisodeRef("E-1")))
            try await body(world, try await world.browser(of: account))
        }
    }

    /// Where something on a page is changed or corrected, by what its link says.
    private func way(_ page: HTTPAnswer, _ link: String, _ about: String) throws -> String {
        let pattern = "href=\"([^\"]+)\">\(link)<span class=\"unseen\">[^<]*\(about)</span>"
        let found = page.body.firstMatch(of: try Regex(pattern, as: (Substring, Substring).self))
        return String(try #require(found, "\(link) \(about)").output.1).replacing("&amp;", with: "&")
    }

    private func send(
        _ way: String, _ action: String, _ fields: [String: String], button: String? = nil, _ browser: Browser
    ) async throws -> HTTPAnswer {
        let page = try await browser.get(way)
        let form = try #require(PageForm.all(of: page.body).first { $0.action == action }, "\(page.status) \(way)")
        return try await browser.post(action, form.sending(fields) + (button.map { [("do", $0)] } ?? []))
    }

    @Test func `a driver is changed from a day on, ended, and added to its circle`() async throws {
        try await withCircle { _, browser in
            let late = try way(try await browser.get(Self.work), "Change", "Late nights")
            let form = try await browser.get(late)
            #expect(form.body.contains("Late nights</textarea>") && form.body.contains("Back to goals and fit of E-1"))
            #expect(form.body.contains("Something that keeps the behaviour in the middle going"))
            #expect(try await send(late, "/episode/fact", ["f-text": "Nights online"], browser).status == 303)
            var page = try await browser.get(Self.work)
            #expect(page.body.contains("Nights online") && !page.body.contains("Late nights"))
            let history = try await browser.get("\(Self.timeline)&kind=facts").body
            #expect(history.contains("Nights online") && history.contains("Late nights"))
            let cousin = try way(page, "Change", "An elder cousin")
            let early = try await send(
                cousin, "/episode/fact", ["on-day": "1", "on-month": "1", "on-year": "2001"], button: "end", browser)
            #expect(early.status == 400 && early.body.contains("Give a later day."))
            #expect(try await send(cousin, "/episode/fact", [:], button: "end", browser).status == 303)
            page = try await browser.get(Self.work)
            #expect(!page.body.contains("An elder cousin"))
            #expect(try await browser.get(cousin).status == 404)
            let adding = try way(page, "Add a driver", "Fights at school")
            let empty = try await browser.get(adding)
            #expect(empty.body.firstMatch(of: /<option value="[^"]+" selected>Fights at school/) != nil)
        }
    }

    @Test func `the middle of a circle is changed with its drivers, and a reviewed goal only ends`() async throws {
        try await withCircle { _, browser in
            let middle = try way(try await browser.get(Self.work), "Change the middle", "Fights at school")
            #expect(try await send(middle, "/episode/fact", ["f-text": "Fights on the bus"], browser).status == 303)
            let page = try await browser.get(Self.work)
            #expect(page.body.contains("Fit circle with 2 drivers") && page.body.contains("Fights on the bus"))
            #expect(!page.body.contains("Fights at school"))
            for driver in ["Late nights", "An elder cousin"] { #expect(page.body.contains(driver), "\(driver)") }
            let goal = try way(page, "Change", "No fights")
            let kept = try await send(goal, "/episode/fact", ["f-text": "Fewer fights"], browser)
            #expect(kept.status == 400 && kept.body.contains("its reviews belong to it"))
            #expect(kept.body.contains("Fewer fights</textarea>"))
            #expect(try await send(goal, "/episode/fact", [:], button: "end", browser).status == 303)
            #expect(!(try await browser.get(Self.work).body.contains("No fights:")))
        }
    }

    @Test func `a change that is sent twice is done once, and one that comes too late keeps what was typed`()
        async throws
    {
        try await withCircle { _, browser in
            let late = try way(try await browser.get(Self.work), "Change", "Late nights")
            let page = try await browser.get(late)
            let form = try #require(PageForm.all(of: page.body).first { $0.action == "/episode/fact" })
            let sent = form.sending(["f-text": "Nights online"])
            for _ in 1...2 { #expect(try await browser.post("/episode/fact", sent).status == 303) }
            let others = form.sending(["f-text": "Nights at the arcade", "key": "another-key-of-a-form"])
            let refused = try await browser.post("/episode/fact", others)
            #expect(refused.status == 400 && refused.body.contains("Somebody changed or ended it meanwhile."))
            #expect(refused.body.contains("Nights at the arcade</textarea>"))
            let circle = try await browser.get(Self.work).body
            #expect(circle.contains("Nights online") && !circle.contains("Nights at the arcade"))
            // A driver that hangs on the circle since today is named when the circle is to be changed from today on.
            let middle = try way(try await browser.get(Self.work), "Change the middle", "Fights at school")
            let soon = try await send(middle, "/episode/fact", ["f-text": "Fights anywhere"], browser)
            #expect(soon.status == 400 && soon.body.contains("What hangs on it was added on \(Self.today)"))
            #expect(soon.body.contains("Nights online") && soon.body.contains("Fights anywhere</textarea>"))
        }
    }

    @Test func `a fact stays about whom it is about, also when they left`() async throws {
        try await withCircle { world, browser in
            let code = try await world.north().code
            let ref = try #require(EpisodeRef("E-1"))
            let carers = [Participant(id: .fresh(), role: .carer), Participant(id: .fresh(), role: .carer)]
            let id = try await world.practice.episode(ref, at: code).id
            try await world.practice.record(
                carers.map { .init(.join($0), on: Self.today.adding(days: -9)) }, to: id, at: code)
            let consent = TypedFact(
                id: .fresh(), kind: .consent, about: .participant(carers[0].id),
                fields: [.of: .value(.choice(.carerConsent)), .answer: .value(.answer(.yes))])
            let seat = try #require(
                try await world.signIn.session(
                    of: try await world.session(try await world.account("s-9", .supervisor)),
                    at: world.fixtures.clock.recordClock.now())?.seat)
            _ = try await world.practice.asking(.account(seat)).recordOnce(
                [consent], on: Self.today.adding(days: -8), in: ref, seen: nil,
                as: KeyedWrite(key: "consent-of-a-carer", request: "E-1"), at: code)
            try await world.practice.record(
                [.init(.leave(carers[0].id), on: Self.today.adding(days: -1))], to: id, at: code)
            let change = "/episode/fact?site=north&ref=E-1&kind=consent&fact=\(consent.id)"
            #expect(try await browser.get(change).body.contains("<option value=\"\(carers[0].id)\" selected>"))
            // Nothing new is said of somebody who left, and nothing of it is told of the other carer.
            let refused = try await send(change, "/episode/fact", ["f-answer": "no"], browser)
            #expect(refused.status == 400 && refused.body.contains("There is a problem"))
            #expect(try await send(change, "/episode/fact", [:], button: "end", browser).status == 303)
            let facts = try await world.practice.episode(ref, at: code).facts.facts
            let known = facts.filter { $0.fact.kind == .consent }
            #expect(known.map(\.fact.about) == [.participant(carers[0].id)] && known.first?.until == Self.today)
        }
    }

    @Test func `a supervisor corrects a contact and a fact, and what stood there is struck through`() async throws {
        try await withCircle { world, therapist in
            let id = try await world.practice.episode(
                try #require(EpisodeRef("E-1")), at: try await world.north().code
            ).id
            let contact = Contact(id: .fresh(), mode: .telephone, party: .school, minutes: Minutes(47))
            try await world.practice.record(
                [.init(.recordContact(contact), on: Self.today)], to: id, at: try await world.north().code)
            #expect(!(try await therapist.get(Self.timeline).body.contains(">Correct<")))
            let supervisor = try await world.browser(of: try await world.account("s-1", .supervisor))
            let page = try await supervisor.get(Self.timeline)
            let held = try way(page, "Correct", "Contact recorded of [^<]*")
            #expect(try await therapist.get(held).status == 404)
            let unsaid = try await send(held, "/episode/correct", ["minutes": "45", "cause": ""], supervisor)
            #expect(unsaid.status == 400 && unsaid.body.contains("Why it is corrected is not chosen"))
            #expect(unsaid.body.contains("value=\"45\""))
            let fields = ["minutes": "45", "cause": "entry-error", "note": "A slip"]
            #expect(try await send(held, "/episode/correct", fields, supervisor).status == 303)
            var after = try await supervisor.get(Self.timeline).body
            #expect(after.contains("telephone, school, 45 minutes"))
            #expect(after.contains(", telephone, school, 47 minutes</del>"))
            #expect(after.contains("it was written down wrongly. A slip"))
            let fact = try way(
                try await supervisor.get("\(Self.timeline)&kind=facts"), "Correct", "Fact recorded of [^<]*")
            let sent = try await supervisor.get(fact)
            let words = try #require(sent.body.firstMatch(of: /name="f-text"[^>]*>\n?([^<]+)<\/textarea>/)?.1)
            let right = ["f-text": "Put right", "cause": "new-information"]
            #expect(try await send(fact, "/episode/correct", right, supervisor).status == 303)
            after = try await supervisor.get("\(Self.timeline)&kind=facts").body
            #expect(after.contains("Put right") && after.contains(": \(words)</del>"))
        }
    }

    @Test func `whoever wrote something down puts it right on the same day, and nobody else's`() async throws {
        try await withCircle { world, _ in
            let account = try await world.account("t-1-again", .therapist)
            try await world.post(account, as: "t-1")
            let own = try await world.browser(of: account)
            let page = try await own.get("/contact?site=north&ref=E-1")
            let form = try #require(PageForm.all(of: page.body).first { $0.action == "/contact" })
            #expect(try await own.post("/contact", form.sending(["minutes": "51"])).status == 303)
            let held = try way(try await own.get(Self.timeline), "Correct", "Contact recorded of [^<]*")
            #expect(try await own.get(Self.timeline).body.matches(of: />Correct</).count == 1)
            let fields = ["minutes": "15", "cause": "entry-error"]
            #expect(try await send(held, "/episode/correct", fields, own).status == 303)
            #expect(try await own.get(Self.timeline).body.contains("51 minutes</del>"))
            let standIn = try await world.account("ben", .therapist)
            try await world.cover(standIn, for: "t-1")
            let other = try await world.browser(of: standIn)
            #expect(try await other.get(Self.timeline).body.contains("15 minutes"))
            #expect(try await other.get(held).status == 404)
            let typed =
                try #require(
                    PageForm.all(of: try await own.get(held).body).first { $0.action == "/episode/correct" }
                ).sending(fields) + [("do", "take-back")]
            try await other.get("/contact?site=north&ref=E-1")
            let foreign = try await other.post("/episode/correct", typed.filter { $0.0 != "mark" })
            #expect(foreign.status == 400 || foreign.status == 404, "\(foreign.status)")
            #expect(try await own.get(Self.timeline).body.contains("15 minutes"))
            world.advance(seconds: 24 * 60 * 60)
            let later = try await world.browser(of: account).get(Self.timeline).body
            #expect(later.contains("15 minutes") && !later.contains(">Correct<"))
        }
    }

    @Test func `what did not happen is taken back, once, and not upon what somebody else changed`() async throws {
        try await withCircle { world, _ in
            let id = try await world.practice.episode(
                try #require(EpisodeRef("E-1")), at: try await world.north().code
            ).id
            func hold(_ minutes: Int) async throws {
                let contact = Contact(id: .fresh(), mode: .video, party: .police, minutes: Minutes(minutes))
                try await world.practice.record(
                    [.init(.recordContact(contact), on: Self.today)], to: id, at: try await world.north().code)
            }
            try await hold(31)
            let supervisor = try await world.browser(of: try await world.account("s-1", .supervisor))
            let held = try way(try await supervisor.get(Self.timeline), "Correct", "Contact recorded of [^<]*")
            let form = try #require(
                PageForm.all(of: try await supervisor.get(held).body).first { $0.action == "/episode/correct" })
            try await hold(32)
            let typed = form.sending(["cause": "entry-error"]) + [("do", "take-back")]
            let stale = try await supervisor.post("/episode/correct", typed)
            #expect(stale.status == 412, "\(stale.status)")
            let again = try #require(PageForm.all(of: stale.body).first { $0.action == "/episode/correct" })
            let body = again.sending([:]) + [("do", "take-back")]
            for _ in 1...2 { #expect(try await supervisor.post("/episode/correct", body).status == 303) }
            let page = try await supervisor.get(Self.timeline).body
            #expect(page.contains("taken back") && page.contains("video, police, 31 minutes</del>"))
            #expect(try await supervisor.get(held).status == 404)
        }
    }
}
