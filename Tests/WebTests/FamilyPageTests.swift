import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Practice
import Sites
import Testing

@testable import Web

/// One family, one page: what is shown of it, to whom, and as it was known when.
struct FamilyPageTests {
    @Test func `the overview tells where treatment is, what is owed and what the clock says`() async throws {
        try await WebWorld.withTherapist { _, browser in
            let page = try await browser.get("/episode?site=north&ref=E-1").body
            #expect(page.contains("Episode E-1 Robin Example"))
            #expect(page.contains("60 days since "))
            #expect(page.contains("<dd>9, since "))
            #expect(page.contains("Weekly case summary: due "))
            #expect(page.contains("Adherence interviews") && page.contains("Missed"))
            #expect(page.contains("href=\"/contact?site=north&amp;ref=E-1\""))
        }
    }

    @Test func `a day of which nothing can be shown is told at its field, with what was typed`() async throws {
        try await WebWorld.withTherapist { _, browser in
            func ask(_ known: String, _ page: String = "/episode") async throws -> HTTPAnswer {
                try await browser.get("\(page)?site=north&ref=E-1&known=\(known)")
            }
            for page in ["/episode", "/episode/work", "/episode/timeline"] {
                let wrong = try await ask("31%20March%22", page)
                #expect(wrong.status == 400 && wrong.body.contains("<title>Error: E-1"), "\(page)")
                #expect(wrong.body.contains("<a href=\"#known\">This is no day of the calendar."), "\(page)")
                #expect(wrong.body.contains("value=\"31 March&quot;\""), "\(page)")
            }
            let later = try await ask("\(FixtureWorld.today.adding(days: 400))")
            #expect(later.status == 400 && later.body.contains("That day has not come yet."))
            let before = try await ask("1999-12-31")
            #expect(before.status == 400 && before.body.contains("Nothing was known of the family on that day."))
            #expect(try await ask("").status == 200)
        }
    }

    @Test func `a fit circle is as large as what is on it, and no driver stands on another`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let circles = [2, 12].flatMap { drivers in
                let (behaviour, fit): (FactID, FactID) = (.fresh(), .fresh())
                let middle = [
                    TypedFact(id: behaviour, kind: .referralBehaviour, about: .index, fields: [.text: .text("Fights")]),
                    TypedFact(
                        id: fit, kind: .fitCircle,
                        fields: [
                            .text: .text("Fights"), .kind: .value(.choice("problem")),
                            .behaviour: .value(.link(behaviour)),
                        ]),
                ]
                return middle
                    + (1...drivers).map { number in
                        TypedFact(
                            id: .fresh(), kind: .driver,
                            fields: [
                                .text: .text("Driver \(number)"), .fit: .value(.link(fit)),
                                .system: .value(.choice("peer")), .kind: .value(.choice("need")),
                                .prioritised: .value(.answer(.no)),
                            ])
                    }
            }
            try await world.record(circles, on: FixtureWorld.today, in: try #require(EpisodeRef("E-1")))
            let page = try await browser.get("/episode/work?site=north&ref=E-1").body
            let drawings = page.split(separator: "<svg").dropFirst()
            let sizes = try drawings.map { drawing in
                let boxes = drawing.matches(of: /<rect x="(-?[0-9]+)" y="(-?[0-9]+)"/).map { "\($0.1) \($0.2)" }
                #expect(drawing.contains("Fit circle with \(boxes.count - 1) drivers"))
                #expect(Set(boxes).count == boxes.count)
                return try #require(drawing.firstMatch(of: /width="([0-9]+)"/).flatMap { Int($0.1) })
            }
            #expect(sizes.count == 2 && sizes[0] < 200 && sizes[1] > 700)
        }
    }

    @Test func `the timeline has pages that neither miss nor repeat anything`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let ref = try #require(EpisodeRef("E-1"))
            let code = try await world.north().code
            let id = try await world.practice.episode(ref, at: code).id
            for number in 1...70 {
                try await world.practice.record(
                    [
                        .init(
                            .recordContact(
                                Contact(
                                    id: .fresh(), mode: .telephone, party: .carer, minutes: Minutes(number))),
                            on: FixtureWorld.today.adding(days: -number % 20))
                    ], to: id, at: code)
            }
            var (way, seen, pages) = (String?.some("/episode/timeline?site=north&ref=E-1&kind=contacts"), [String](), 0)
            while let next = way {
                let page = try await browser.get(next).body
                seen += page.matches(of: /telephone, carer, ([0-9]+) minutes/).map { String($0.1) }
                way = page.firstMatch(of: /href="([^"]+)">Earlier entries/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
                pages += 1
            }
            #expect(pages == 2 && seen.count == 70 && Set(seen).count == 70)
        }
    }

    @Test func `what was known on an earlier day is shown without what became known later`() async throws {
        try await WebWorld.withTherapist { world, browser in
            let ref = try #require(EpisodeRef("E-1"))
            let code = try await world.north().code
            let id = try await world.practice.episode(ref, at: code).id
            world.advance(seconds: 3 * 24 * 60 * 60)
            try await world.practice.record(
                [
                    .init(
                        .recordContact(Contact(id: .fresh(), mode: .video, party: .school, minutes: nil)),
                        on: FixtureWorld.today)
                ], to: id, at: code)
            let fresh = try await world.browser(of: try await world.account("s-1", .supervisor))
            let now = try await fresh.get("/episode/timeline?site=north&ref=E-1").body
            #expect(now.contains("video, school"))
            let before = FixtureWorld.today.adding(days: 1)
            let then = try await fresh.get("/episode/timeline?site=north&ref=E-1&known=\(before)").body
            #expect(then.contains("This is what was known on ") && !then.contains("video, school"))
        }
    }

    @Test func `whoever sees no names and whoever does not reach the family`() async throws {
        try await WebWorld.withTherapist { world, _ in
            let expert = try await world.browser(of: try await world.account("x-1", .expert))
            let page = try await expert.get("/episode?site=north&ref=E-1").body
            #expect(page.contains("Episode E-1") && !page.contains("Robin"))
            let work = try await expert.get("/episode/work?site=north&ref=E-1").body
            let team = try await expert.get("/team?site=north").body
            #expect(work.contains("Fit circles") && team.contains("E-1"))
            for way in ["/contact?", "/closing?", "/episode/fact?"] {
                #expect(!(page + work + team).contains("href=\"\(way)"), "\(way) is refused to them")
            }
            let stranger = try await world.account("t-9", .therapist)
            try await world.post(stranger, as: "t-9")
            let other = try await world.browser(of: stranger)
            for path in ["/episode", "/episode/work", "/episode/timeline", "/episode/summary"] {
                #expect(try await other.get("\(path)?site=north&ref=E-1").status == 404, "\(path)")
            }
        }
    }
}
