import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// Who gets at an episode through the use cases, and what those are told who do not.
@Suite struct GateTests {
    @Test func `a therapist sees own families, closed ones too, and others are as if they were not there`() async throws
    {
        try await AccessWorld.with { world in
            let ab = try await world.account(
                "ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")])
            let practice = try await ab.practice()
            for ref in ["E-1", "E-4"] {
                let family = try world.family(ref, of: world.north)
                #expect(try await practice.episode(family.ref, at: world.north.code).id == family.id)
            }
            for ref in ["E-2", "E-3", "E-9"] {
                let ref = try #require(EpisodeRef(ref))
                let fault = await #expect(throws: PracticeFault.self) {
                    _ = try await practice.episode(ref, at: world.north.code)
                }
                #expect("\(try #require(fault))" == "the site has no episode \(ref)")
            }
        }
    }

    @Test func `a site where somebody has no role is as if there were none`() async throws {
        try await AccessWorld.with { world in
            let manager = try await world.account("manager", [.init(role: .siteManager, site: world.north)])
            let practice = try await manager.practice()
            for code in ["SOUTH", "NOWHERE"] {
                let code = try #require(SiteCode(code))
                let fault = await #expect(throws: PracticeFault.self) { _ = try await practice.show(code) }
                #expect("\(try #require(fault))" == "there is no site \(code); known sites: NORTH")
            }
            #expect(try await practice.sites().map(\.code.text) == ["NORTH"])
            #expect(try await practice.nightSites().map(\.code.text) == ["NORTH"])
        }
    }

    @Test func `who works at the site and has no role for it is told so`() async throws {
        try await AccessWorld.with { world in
            let interviewer = try await world.account("caller", [.init(role: .interviewer, site: world.north)])
            let practice = try await interviewer.practice()
            let family = try world.family("E-1", of: world.north)
            let fault = await #expect(throws: PracticeFault.self) {
                _ = try await practice.episode(family.ref, at: world.north.code)
            }
            guard case .notAllowed(.showEpisode)? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
        }
    }

    @Test func `a bar beats every role, and holds for the family's other episodes and the child`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            for role in [Role.therapist, .supervisor, .siteManager] {
                let account = try await world.account(
                    "x-\(role.rawValue)", [.init(role: role, site: world.north, team: "elm", staff: "ab")])
                let practice = try await account.practice()
                #expect(try await practice.episode(family.ref, at: world.north.code).id == family.id)
                try await world.bar(account.id, from: family)
                await #expect(throws: PracticeFault.self) {
                    _ = try await practice.episode(family.ref, at: world.north.code)
                }
                await #expect(throws: (any Error).self) {
                    let placement = Placement(id: .fresh(), setting: .home)
                    _ = try await practice.record(
                        [.init(.startPlacement(placement), on: FixtureWorld.today)], to: family.child,
                        at: world.north.code)
                }
                let duties = try await practice.duties(at: world.north.code)
                #expect(!duties.episodes.contains { $0.id == family.id })
            }
        }
    }

    @Test func `cover lets in between its two days, is written down as such, and ends by itself`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-2", of: world.north)
            let cover = AccessWorld.Wanted(
                role: .therapist, site: world.north, team: "elm", staff: "ab", through: FixtureWorld.today,
                coverFor: "cd")
            let account = try await world.account("ab-north", [cover])
            let practice = try await account.practice()
            #expect(try await practice.episode(family.ref, at: world.north.code).id == family.id)
            let looks = try await world.asAdministrator { connection in
                try await connection.query("SELECT cover_for::text FROM access.look WHERE actor = 'ab-north'")
                    .column(0, as: String?.self)
            }
            #expect(looks == ["cd"])
            world.fixtures.clock.advance(seconds: 86_400)
            await #expect(throws: PracticeFault.self) {
                _ = try await practice.episode(family.ref, at: world.north.code)
            }
        }
    }

    @Test func `a grant that is revoked and an account that is disabled end at the next thing asked`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let account = try await world.account("boss", [.init(role: .supervisor, site: world.north, team: "elm")])
            let practice = try await account.practice()
            #expect(try await practice.episode(family.ref, at: world.north.code).id == family.id)
            try await world.asAdministrator { connection in
                try await connection.execute(
                    "UPDATE access.site_grant SET revoked_by = 'operator', revoked_at = '2026-12-31Z'")
            }
            await #expect(throws: PracticeFault.self) {
                _ = try await practice.episode(family.ref, at: world.north.code)
            }
            let other = try await world.account("other", [.init(role: .siteManager, site: world.north)])
            let asked = try await other.practice()
            _ = try await asked.show(world.north.code)
            try await world.asAdministrator { connection in
                try await connection.execute("UPDATE door.account SET disabled_at = '2026-12-31Z' WHERE code = 'other'")
            }
            await #expect(throws: PracticeFault.self) { _ = try await asked.show(world.north.code) }
        }
    }
}
