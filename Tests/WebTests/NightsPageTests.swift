import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Practice
import Sites
import Testing

@testable import Web

/// The page of the nights: what needs somebody comes first, and every night says what was done.
struct NightsPageTests {
    /// A job that always fails.
    private struct Broken: NightlyJob {
        struct Trouble: Error, CustomStringConvertible {
            let description = "the invented shelf is <empty>"
        }

        let name: JobName
        let summary = "Fails."
        let catchUp = CatchUp.newest

        func run(on day: CivilDate, site: NightSession) async throws -> Tally { throw Trouble() }
    }

    @Test func `nights are told one by one, and what failed stands above them with its reason`() async throws {
        try await WebWorld.with(isSignedIn: false, knowsNights: true) { world in
            let account = try await world.account("manager", .siteManager)
            _ = try await WebWorld.nights(over: world.practice).run()
            world.advance(seconds: 24 * 60 * 60)
            _ = try await WebWorld.nights(over: world.practice).run()
            let jobs = NightlyList.all.count
            var manager = try await world.browser(of: account)
            let calm = try await manager.get("/site/nights").body
            #expect(calm.contains("; none needs somebody.") && !calm.contains("What needs somebody"))
            #expect(calm.contains("data-label=\"Done\">\(jobs) of \(jobs)</td>"))
            #expect(calm.contains("Lists what falls due in each family and team"))
            world.advance(seconds: 24 * 60 * 60)
            let name = NightlyList.all[0].name
            let broken = try NightWorker(
                [Broken(name: name)], practice: world.practice, settings: NightSettings(mostTries: 1), sender: nil)
            _ = try await broken.run()
            manager = try await world.browser(of: account)
            let late = try await manager.get("/site/nights").body
            #expect(late.contains("\(jobs) need somebody.") && late.contains("What needs somebody"))
            #expect(late.contains("the invented shelf is &lt;empty&gt;") && late.contains("Once</td>"))
            #expect(late.contains("When an administrator does it") && late.contains("The service was not at work"))
            let day = FixtureWorld.today.adding(days: -30)
            #expect(try await manager.get("/site/nights?through=\(day)").body.contains("Nothing was to be done"))
        }
    }

    @Test func `a day that is none is told at its field, and who may not see nights finds nothing`() async throws {
        try await WebWorld.with(isSignedIn: false, knowsNights: true) { world in
            let manager = try await world.browser(of: try await world.account("manager", .siteManager))
            let wrong = try await manager.get("/site/nights?through=%3Cb%3Eyesterday")
            #expect(wrong.status == 400 && wrong.body.contains("<title>Error: Nights of"))
            #expect(wrong.body.contains("This is no day of the calendar."))
            #expect(wrong.body.contains("value=\"&lt;b&gt;yesterday\""))
            let therapist = try await world.browser(of: try await world.account("t-1", .therapist))
            #expect(try await therapist.get("/site/nights").status == 404)
            #expect(!(try await therapist.get("/site/rota").body.contains("/site/nights")))
            #expect(try await manager.get("/site/rota").body.contains("/site/nights"))
        }
    }
}
