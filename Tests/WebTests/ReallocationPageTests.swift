import API
import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Web

/// A therapist's families are handed over together: looked at first, each done once, and each told by itself.
struct ReallocationPageTests {
    private static let page = "/team/hand-over?site=north&team=north-mst&from=t-1"
    private static let today = FixtureWorld.today

    private static func world(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            for number in 1...3 { try await world.family("Robin Example", episode: "E-\(number)") }
            try await body(world, try await world.supervisor())
        }
    }

    /// What a form of the choice brings, with families, to whom and from when.
    private static func chosen(
        _ form: HTTPAnswer, _ families: [String], to: String = "t-2", on day: CivilDate = today
    ) -> [(String, String)] {
        let hidden = form.hidden.filter { ["site", "team", "from", "key"].contains($0.0) }
        let parts = [("on-day", "\(day.day)"), ("on-month", "\(day.month)"), ("on-year", "\(day.year)")]
        return hidden + parts + [("to", to)] + families.map { ("family", $0) }
    }

    private static func therapist(_ ref: String, _ world: WebWorld) async throws -> String? {
        let north = try await world.north()
        let episode = try await world.practice.episode(try #require(EpisodeRef(ref)), at: north.code)
        return episode.facts.assignment(on: today)?.therapist?.text
    }

    @Test func `families are looked at, then handed over, and a second sending moves nothing`() async throws {
        try await Self.world { world, browser in
            let form = try await browser.get(Self.page)
            #expect(
                form.body.contains("E-1 Robin Example, week 9") && form.body.contains("t-2: 0 families of at most 2"))
            let preview = try await browser.post("/team/hand-over", Self.chosen(form, ["E-1", "E-2"]))
            #expect(preview.status == 200 && preview.body.contains("Hand over 2 families"))
            #expect(preview.body.contains("t-2 would have 2 families, of at most 2"))
            #expect(!preview.body.contains("of a full-time post"))
            let all = try await browser.post("/team/hand-over", Self.chosen(form, ["E-1", "E-2", "E-3"]))
            #expect(all.body.contains("t-2 has 3 families with 0.5 of a full-time post"))
            #expect(try await Self.therapist("E-1", world) == "t-1")
            let sent = preview.hidden
            let done = try await browser.post("/team/hand-over/confirm", sent)
            #expect(done.status == 200 && done.body.contains("2 of 2 families handed over."))
            let version = try await world.version("E-1")
            let again = try await browser.post("/team/hand-over/confirm", sent)
            #expect(again.body.contains("2 of 2 families handed over."))
            #expect(try await world.version("E-1") == version)
            #expect(try await Self.therapist("E-1", world) == "t-2")
            #expect(try await Self.therapist("E-3", world) == "t-1")
            #expect(try await world.looks().contains("boss caseload.reallocate team allowed"))
            #expect(!world.log.text.contains("Robin"))
        }
    }

    @Test func `who knows a family is not given it, and the others go`() async throws {
        try await Self.world { world, browser in
            let other = try await world.account("two", .therapist)
            try await world.post(other, as: "t-2")
            try await world.bar("two", from: "E-2")
            let form = try await browser.get(Self.page)
            let preview = try await browser.post("/team/hand-over", Self.chosen(form, ["E-1", "E-2"]))
            #expect(preview.body.contains("Stays. They must not see this family"))
            #expect(preview.body.contains("Hand over 1 family"))
            let done = try await browser.post("/team/hand-over/confirm", preview.hidden)
            #expect(done.body.contains("1 of 2 families handed over."))
            #expect(try await Self.therapist("E-2", world) == "t-1")
        }
    }

    @Test func `who knows a family is not given it by an allocation either`() async throws {
        try await Self.world { world, _ in
            let other = try await world.account("two", .therapist)
            try await world.post(other, as: "t-2")
            try await world.bar("two", from: "E-1")
            let clerk = try await world.clerk()
            let tag = try #require(try await clerk.get("/sites/north/episodes/E-1").answer["etag"])
            try await clerk.post(
                "/sites/north/episodes/E-1/allocations",
                #"{"on":"\#(Self.today)","team":"north-mst","therapist":"t-2"}"#, key: "give-000001", match: tag
            ).expect(.refused)
            #expect(try await Self.therapist("E-1", world) == "t-1")
        }
    }

    @Test func `what changed meanwhile is told for that family, and nothing else is lost`() async throws {
        try await Self.world { world, browser in
            let form = try await browser.get(Self.page)
            let preview = try await browser.post("/team/hand-over", Self.chosen(form, ["E-1", "E-2"]))
            try await world.recordContact("E-1")
            let done = try await browser.post("/team/hand-over/confirm", preview.hidden)
            #expect(done.body.contains("1 of 2 families handed over."))
            #expect(done.body.contains("Somebody else changed this"))
            #expect(try await Self.therapist("E-1", world) == "t-1")
            #expect(try await Self.therapist("E-2", world) == "t-2")
        }
    }

    @Test func `what is missing is said beside its field, and a day to come keeps every family`() async throws {
        try await Self.world { world, browser in
            let form = try await browser.get(Self.page)
            let none = try await browser.post("/team/hand-over", Self.chosen(form, []))
            #expect(none.status == 400 && none.body.contains("href=\"#family-1\""))
            #expect(none.body.contains("value=\"t-2\" checked"))
            let later = Self.chosen(form, ["E-1"], on: Self.today.adding(days: 1))
            let preview = try await browser.post("/team/hand-over", later)
            #expect(preview.body.contains("Stays.") && !preview.body.contains("Hand over 1"))
            #expect(try await browser.post("/team/hand-over/confirm", preview.hidden).body.contains("Which families"))
            #expect(try await Self.therapist("E-1", world) == "t-1")
        }
    }

    @Test func `therapists hand nothing over, and nobody a team that is not there`() async throws {
        try await Self.world { world, browser in
            let therapist = try await OnCallPageTests.therapist("t-1", world)
            #expect(try await therapist.get(Self.page).status == 404)
            #expect(try await browser.get(Self.page.replacing("north-mst", with: "nobody")).status == 404)
        }
    }
}

extension WebWorld {
    fileprivate func version(_ ref: String) async throws -> StreamSeq {
        try await practice.episode(try #require(EpisodeRef(ref)), at: try await north().code).version
    }

    func bar(_ account: String, from ref: String) async throws {
        try await practice.accounts.tie(
            try #require(AccountCode(account)), by: .bar, to: try #require(EpisodeRef(ref)), at: try await north().code)
    }

    fileprivate func recordContact(_ ref: String) async throws {
        let site = try await north()
        let id = try await practice.episode(try #require(EpisodeRef(ref)), at: site.code).id
        let contact = Contact(id: .fresh(), mode: .homeVisit, party: .carer, minutes: nil)
        try await fixtures.append(.recordContact(contact), on: FixtureWorld.today, to: id, of: site)
    }
}
