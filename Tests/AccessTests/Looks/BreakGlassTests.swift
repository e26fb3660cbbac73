import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// Opening a record in an emergency, and looking into it afterwards.
@Suite struct BreakGlassTests {
    private static let reason = "the carer rang and nobody of the team answers"

    @Test func `a record is open for its hours, every look at it says why, and then it is shut`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let practice = try await world.stranger().practice()
            func sees() async -> Bool {
                (try? await practice.episode(family.ref, at: world.north.code))?.id == family.id
            }
            #expect(await !sees())
            let end = try await practice.breakGlass(family.ref, at: world.north.code, because: Self.reason)
            #expect(await sees())
            world.fixtures.clock.set(end.adding(microseconds: -10_000))
            #expect(await sees())
            world.fixtures.clock.set(end)
            #expect(await !sees())
            #expect(
                try await world.looks(by: "ef-north") == [
                    "episode.show own-site episode refused", "access.break-glass own-site episode allowed",
                    "episode.show break-glass episode allowed", "episode.show break-glass episode allowed",
                    "episode.show own-site episode refused",
                ])
        }
    }

    @Test func `who needs it no more shuts it, once`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let practice = try await world.stranger().practice()
            _ = try await practice.breakGlass(family.ref, at: world.north.code, because: Self.reason)
            try await practice.closeGlass(family.ref, at: world.north.code)
            await #expect(throws: PracticeFault.self) {
                _ = try await practice.episode(family.ref, at: world.north.code)
            }
            await #expect(throws: GlassFault.notOpen(family.ref)) {
                try await practice.closeGlass(family.ref, at: world.north.code)
            }
        }
    }

    @Test func `a bar stays a bar, a short reason is none, and the operator has no emergency`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let account = try await world.stranger()
            let practice = try await account.practice()
            await #expect(throws: GlassFault.reasonTooShort) {
                _ = try await practice.breakGlass(family.ref, at: world.north.code, because: "a  b  c  d  e  f")
            }
            await #expect(throws: GlassFault.nobodyInParticular) {
                _ = try await world.practice.breakGlass(family.ref, at: world.north.code, because: Self.reason)
            }
            try await world.bar(account.id, from: family)
            let fault = await #expect(throws: PracticeFault.self) {
                _ = try await practice.breakGlass(family.ref, at: world.north.code, because: Self.reason)
            }
            #expect(fault.map { "\($0)" } == "the site has no episode E-1")
            #expect(try await world.practice.openedRecords(at: world.north.code).isEmpty)
            #expect(try await world.looks(by: "ef-north") == ["access.break-glass own-site episode refused"])
        }
    }

    @Test func `the officer reads the reason and looks into it, whoever opened it does not`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let manager = try await world.account("manager", [.init(role: .siteManager, site: world.north)]).practice()
            _ = try await manager.breakGlass(family.ref, at: world.north.code, because: Self.reason)
            let officer = try await world.officer()
            let before = try await officer.openedRecords(at: world.north.code)
            #expect(before.map(\.reason) == [Self.reason])
            #expect(before.map(\.ref) == [family.ref] && before.map(\.reviewedBy) == [nil])
            #expect(try await manager.openedRecords(at: world.north.code).map(\.reason) == [nil])
            let opener = try #require(AccountCode("manager"))
            await #expect(throws: GlassFault.nothingToReview(family.ref, opener)) {
                try await manager.reviewGlass(family.ref, openedBy: opener, at: world.north.code)
            }
            try await officer.reviewGlass(family.ref, openedBy: opener, at: world.north.code)
            #expect(try await officer.openedRecords(at: world.north.code).map(\.reviewedBy) == ["ig-north"])
            let stranger = try await world.stranger().practice()
            await #expect(throws: PracticeFault.self) { _ = try await stranger.openedRecords(at: world.north.code) }
        }
    }

    @Test func `an officer holds a record, with a reason that is sealed`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let officer = try await world.officer()
            try await officer.hold(.id(family.child), because: "A claim is before the court", at: world.north.code)
            #expect(try await world.looks(by: "ig-north") == ["retention.hold own-site site allowed"])
        }
    }
}
