import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing
import Vault

@testable import Sites

@Suite struct PracticeTests {
    @Test func `each site is listed with its own teams and nobody else's`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file("SOUTH", teams: ["X mst-fit 2024-04-01"], isLicensed: true))
            try await world.apply(
                try world.file("NORTH", teams: ["A mst 2024-04-01", "B mst 2024-04-01"], isLicensed: true))
            try await world.apply(try world.file("EAST"))
            let listed = try await world.practice.sites().map { "\($0.code): \($0.teams.map(\.code.text).joined())" }
            #expect(listed == ["EAST: ", "NORTH: AB", "SOUTH: X"])
        }
    }

    @Test func `a site that is not there is answered with those that are`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file("NORTH"))
            try await world.apply(try world.file("EAST"))
            let fault = await #expect(throws: PracticeFault.self) {
                try await world.practice.withSite(try #require(SiteCode("WEST")), for: .verify) { _ in }
            }
            #expect(fault?.description == "there is no site WEST; known sites: EAST, NORTH")
        }
    }

    @Test func `a site's session sees that site alone`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file("NORTH", teams: ["A mst 2024-04-01"], isLicensed: true))
            try await world.apply(try world.file("SOUTH", teams: ["X mst 2024-04-01"], isLicensed: true))
            let teams = try await world.practice.withSite(
                try #require(SiteCode("SOUTH")), for: .verify, access: .readOnly
            ) {
                session in
                try await session.transaction.query("SELECT code FROM site.team").column(0, as: String.self)
            }
            #expect(teams == ["X"])
        }
    }

    @Test func `what a body throws comes back unchanged and nothing is kept`() async throws {
        struct Own: Error {}
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"], isLicensed: true))
            let site = try #require(try await world.site())
            await #expect(throws: Own.self) {
                try await world.practice.withSite(site.code, for: .verify) { session in
                    try await session.transaction.execute("UPDATE site.team SET started_on = '2020-01-01'")
                    throw Own()
                }
            }
            #expect(try await world.site() == site)
        }
    }

    @Test func `the day of a session is the site's own`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file())
            // 23:30 UTC on 30 June is half past midnight on 1 July in London.
            world.fixtures.clock.set(try #require(Instant(rfc3339: "2026-06-30T23:30:00Z")))
            let today = try await world.practice.withSite(
                try #require(SiteCode("NORTH")), for: .verify, access: .readOnly
            ) {
                $0.today
            }
            #expect(today == CivilDate(iso: "2026-07-01"))
        }
    }

    @Test func `writers who meet in one stream all succeed, one after the other`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"], isLicensed: true))
            let site = try #require(try await world.site())
            let child = ChildID.random()
            let day = FixtureWorld.today.adding(days: -20)
            try await world.practice.record([Engine.Entry(.register(nil), on: day)], to: child, at: site.code)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for offset in 0..<4 {
                    group.addTask {
                        let status = Engine.Entry(
                            ChildCommand.recordSchoolStatus(.attending), on: day.adding(days: offset)
                        )
                        try await world.practice.record([status], to: child, at: site.code)
                    }
                }
                try await group.waitForAll()
            }
            let report = try await world.practice.verify(site.code)
            #expect(report.isSound)
            #expect(report.events == 8, "opening, review, licence, the child and four of its school")
        }
    }

    @Test func `a rebuild finds nothing to do when all is as it was recorded`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"], isLicensed: true))
            let site = try #require(try await world.site())
            try await world.refer(to: "A", of: site, on: FixtureWorld.today.adding(days: -3))
            let report = try await world.practice.rebuild(site.code)
            #expect(report.streams == 3)
            #expect(report.changed == 0)
            #expect(report.orphans == 0)
        }
    }

    @Test func `a database that is not migrated names the command that mends it`() async throws {
        try await SiteWorld.with { world in
            try await ScratchPostgres.withEmptyDatabase { empty in
                try await empty.withPool(.administrator) { pool in
                    let practice = Practice(
                        application: pool, reporting: pool, store: world.fixtures.store, models: world.fixtures.models,
                        clock: world.fixtures.clock.recordClock
                    )
                    let fault = await #expect(throws: PracticeFault.self) { try await practice.sites() }
                    #expect(fault?.description.contains("'homeward migrate'") == true)
                }
            }
        }
    }

    @Test func `a database that is away is said to be away`() async throws {
        try await SiteWorld.with { world in
            let nowhere = Pool(
                PoolConfiguration(target: ConnectionTarget(conninfo: "host=/nonexistent dbname=homeward")))
            let practice = Practice(
                application: nowhere, reporting: nowhere, store: world.fixtures.store, models: world.fixtures.models,
                clock: world.fixtures.clock.recordClock
            )
            let fault = await #expect(throws: PracticeFault.self) { try await practice.sites() }
            await nowhere.close()
            guard case .unavailable(.databaseAway, _)? = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
        }
    }
}
