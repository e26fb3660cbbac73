import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing

@testable import Sites

@Suite struct SiteApplyTests {
    @Test func `a new file makes the site, its teams and their openings`() async throws {
        try await SiteWorld.with { world in
            let plan = try await world.apply(try world.file(teams: ["A mst 2024-04-01", "B mst-can 2025-01-06"]))
            #expect(plan.site == .create)
            #expect(plan.newVersion == SettingsVersion(1))
            let site = try #require(try await world.site())
            #expect(site.name == "North House")
            #expect(site.teams.map(\.code.text) == ["A", "B"])
            #expect(site.runningModels() == ["mst", "mst-can"])
            let opening = try #require(try await world.history(of: "A", site)?.facts)
            #expect(opening.openedOn == CivilDate(iso: "2024-04-01"))
            #expect(opening.opening?.model == "mst")
        }
    }

    @Test func `a new team gets the id that it is given, and keeps it`() async throws {
        try await SiteWorld.with { world in
            let id = TeamID(high: 7, low: 9)
            let file = try world.file(teams: ["A mst 2024-04-01"])
            for _ in 1...2 { _ = try await world.practice.apply(file) { _ in id } }
            #expect(try await world.site()?.teams.map(\.id) == [id])
            let moved = try world.file(teams: ["A mst 2024-05-01"])
            _ = try await world.practice.apply(moved) { _ in TeamID(high: 1, low: 1) }
            #expect(try await world.site()?.teams.map(\.id) == [id])
        }
    }

    @Test func `the same file again changes nothing`() async throws {
        try await SiteWorld.with { world in
            let file = try world.file(teams: ["A mst 2024-04-01"])
            try await world.apply(file)
            let site = try #require(try await world.site())
            let events: Statement = "SELECT count(*) FROM record.event"
            let before = try await world.count(events, of: site)
            let plan = try await world.apply(file)
            #expect(plan.changesNothing)
            #expect(try await world.count(events, of: site) == before)
            #expect(try await world.count("SELECT count(*) FROM site.configuration", of: site) == 1)
            #expect(try await world.site() == site)
        }
    }

    @Test func `a changed file is kept as a further version beside the first`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let changed = try world.file(name: "North Hall", teams: ["A mst 2024-04-01"])
            let plan = try await world.apply(changed)
            #expect(plan.site == .change(["name"]))
            let site = try #require(try await world.site())
            #expect(site.name == "North Hall")
            #expect(site.settings == SettingsVersion(2))
            let documents = try await world.practice.withSite(site.code, for: .verify, access: .readOnly) { session in
                try await session.transaction.query("SELECT document FROM site.configuration ORDER BY version")
                    .column(0, as: String.self)
            }
            #expect(documents.count == 2)
            #expect(documents.last == changed.document)
        }
    }

    @Test func `a dry run tells what would change and writes nothing`() async throws {
        try await SiteWorld.with { world in
            let plan = try await world.apply(try world.file(teams: ["A mst 2024-04-01"]), dryRun: true)
            #expect(!plan.changesNothing)
            #expect(plan.description.contains("team A: opened on 2024-04-01"))
            #expect(try await world.practice.sites().isEmpty)
        }
    }

    @Test func `a first day that was another is corrected on the team's stream`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let plan = try await world.apply(try world.file(teams: ["A mst 2024-05-01"]))
            let (from, to) = (CivilDate(iso: "2024-04-01"), CivilDate(iso: "2024-05-01"))
            #expect(plan.teams.first?.steps == [.moveStart(from: try #require(from), to: try #require(to))])
            let site = try #require(try await world.site())
            let history = try #require(try await world.history(of: "A", site))
            #expect(history.facts?.openedOn == to)
            #expect(history.head.number == 2)
            #expect(site.teams.first?.startedOn == to)
        }
    }

    @Test func `a model that was another is corrected while no family was treated`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            try await world.apply(try world.file(teams: ["A mst-can 2024-04-01"]))
            let site = try #require(try await world.site())
            #expect(site.teams.map(\.model) == ["mst-can"])
            #expect(try await world.history(of: "A", site)?.facts?.opening?.model == "mst-can")
        }
    }

    @Test func `with episodes on record neither a team's model nor the jurisdiction changes, and both are named`()
        async throws
    {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01", "B mst 2024-04-01"], isLicensed: true))
            let site = try #require(try await world.site())
            try await world.refer(to: "A", of: site, on: FixtureWorld.today.adding(days: -3))
            let file = try world.file(jurisdiction: "wales", teams: ["A mst-can 2024-04-01", "B mst-can 2024-04-01"])
            let refusal = await #expect(throws: SiteRefusal.self) { try await world.apply(file) }
            let team = try #require(TeamCode("A"))
            #expect(refusal?.reasons == [.jurisdictionFixed(.england), .modelFixed(team, "mst")])
            #expect(try await world.site() == site)
        }
    }

    @Test func `the jurisdiction may change while there is no episode`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file())
            try await world.apply(try world.file(jurisdiction: "wales"))
            #expect(try await world.site()?.jurisdiction == .wales)
        }
    }

    @Test func `a team that the file does not name stays and is listed`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01", "B mst 2024-04-01"]))
            let plan = try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            #expect(plan.teams.map(\.steps) == [[.keep], [.keepUnnamed]])
            #expect(plan.description.contains("team B: not in the file, kept"))
            #expect(try await world.site()?.teams.count == 2)
        }
    }

    @Test func `a team that starts in the future is announced, and opened by an apply from that day on`() async throws {
        try await SiteWorld.with { world in
            let day = FixtureWorld.today.adding(days: 10)
            let file = try world.file(teams: ["A mst \(day)"])
            let plan = try await world.apply(file)
            #expect(plan.advisories.map(\.code) == ["no-licence", "starts-in-future"])
            let announced = try #require(try await world.site())
            #expect(announced.teams.map(\.knownFrom) == [nil])
            #expect(announced.runningModels().isEmpty)
            #expect(try await world.apply(file).changesNothing)
            world.fixtures.clock.advance(seconds: 11 * 86_400)
            #expect(try await world.apply(file).teams.first?.steps == [.openAnnounced(on: day)])
            #expect(try await world.site()?.runningModels() == ["mst"])
            #expect(try await world.apply(file).changesNothing)
        }
    }

    @Test func `a team that is open cannot start in the future`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let day = FixtureWorld.today.adding(days: 10)
            await #expect(throws: SiteRefusal.self) { try await world.apply(try world.file(teams: ["A mst \(day)"])) }
        }
    }

    @Test func `eight who apply the same new site at once make one site of one version`() async throws {
        try await SiteWorld.with { world in
            let file = try world.file(teams: ["A mst 2024-04-01"])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try await world.apply(file) } }
                try await group.waitForAll()
            }
            let sites = try await world.practice.sites()
            #expect(sites.count == 1)
            #expect(sites.first?.settings == SettingsVersion(1))
            #expect(sites.first?.teams.count == 1)
        }
    }

    @Test func `a model that came later does not run as known before`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let before = world.fixtures.clock.shown
            try await world.apply(try world.file(teams: ["A mst 2024-04-01", "B mst-fit 2024-04-01"]))
            let site = try #require(try await world.site())
            #expect(site.runningModels(knownAt: before) == ["mst"])
            #expect(site.runningModels() == ["mst", "mst-fit"])
            #expect(site.runningModels(team: TeamCode("B")) == ["mst-fit"])
        }
    }

    @Test func `what applying recorded is sound`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01", "B mst-fit 2024-04-01"]))
            try await world.apply(try world.file(teams: ["A mst-can 2024-06-01", "B mst-fit 2024-04-01"]))
            let report = try await world.practice.verify(try #require(SiteCode("NORTH")))
            #expect(report.isSound)
            #expect(report.events == 3)
        }
    }
}
