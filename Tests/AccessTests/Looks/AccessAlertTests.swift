import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import Sites
import Testing
import Vault

/// From a look to what the site's officer reads of it the next morning.
@Suite struct AccessAlertTests {
    /// The alerts that the officer reads after the night, as `KIND ACTOR OUTCOME NUMBER`.
    private func alerts(_ world: AccessWorld) async throws -> [String] {
        world.fixtures.clock.advance(seconds: 86_400 + 6 * 3_600)
        let worker = try NightWorker(
            [AccessReviewJob.usual], practice: world.practice.asking(.programme), settings: NightSettings(), sender: nil
        )
        #expect(try await worker.run().isComplete)
        return try await world.officer().accessAlerts(at: world.north.code).map {
            "\($0.kind) \($0.look.actor) \($0.look.outcome) \($0.number)"
        }
    }

    @Test func `whoever asks for somebody with a sensitive address and does not reach them is told`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let person = PersonID(high: family.child.high, low: family.child.low)
            try await world.practice.recordPerson(
                .person(person), ParticularsText.read("name: Ada Invented\nsensitive-address: 2 Low Street"),
                at: world.north.code)
            let own = try await world.account(
                "ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")]
            ).practice()
            _ = try await own.person(.person(person), at: world.north.code)
            let stranger = try await world.stranger().practice()
            await #expect(throws: PeopleFault.unknownPerson(person)) {
                _ = try await stranger.person(.person(person), at: world.north.code)
            }
            #expect(try await world.looks(by: "ef-north") == ["person.show own-site person refused"])
            #expect(try await alerts(world) == ["sensitive-address ef-north refused 1"])
        }
    }

    @Test func `whoever looks at a colleague's family, or asks for it in vain, is told until the tie ends`()
        async throws
    {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let colleague = try await world.account(
                "cd-north", [.init(role: .therapist, site: world.north, staff: "cd")])
            let work = AccountWork(practice: world.practice, vault: world.fixtures.vault)
            try await work.tie(colleague.code, by: .kinship, to: family.ref, at: world.north.code)
            await #expect(throws: AccountWorkFault.tieStands(true)) {
                try await work.tie(colleague.code, by: .kinship, to: family.ref, at: world.north.code)
            }
            let supervisor = try await world.account(
                "boss", [.init(role: .supervisor, site: world.north, team: "elm", staff: "zz")]
            ).practice()
            _ = try await supervisor.episode(family.ref, at: world.north.code)
            let stranger = try await world.stranger().practice()
            _ = try? await stranger.episode(family.ref, at: world.north.code)
            try await work.tie(colleague.code, by: .kinship, to: family.ref, at: world.north.code, end: true)
            _ = try await supervisor.episode(family.ref, at: world.north.code)
            #expect(try await alerts(world) == ["relative boss allowed 1", "relative ef-north refused 1"])
        }
    }

    @Test func `whoever looks without a relation to the family is told, with what was opened in an emergency`()
        async throws
    {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let manager = try await world.account("manager", [.init(role: .siteManager, site: world.north)]).practice()
            _ = try await manager.episode(family.ref, at: world.north.code)
            let stranger = try await world.stranger().practice()
            _ = try await stranger.breakGlass(
                family.ref, at: world.north.code, because: "the carer rang and nobody answers")
            _ = try await stranger.episode(family.ref, at: world.north.code)
            #expect(
                try await alerts(world) == [
                    "without-relationship manager allowed 1", "without-relationship ef-north allowed 2",
                ])
        }
    }
}
