import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Testing
import Vault

/// That it takes two people to end a record, and none who is barred from the family.
@Suite struct TwoHandsTests {
    private static let short = "retention: {every-record-years: 3, services: []}\n"

    private static func past() throws -> FixtureEpisode {
        FixtureEpisode(from: try .day("2010-01-04"), through: try .day("2010-05-03"))
    }

    @Test func `at the command line two accounts are one operator, unless the second one's owner proves to be there`()
        async throws
    {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.past()], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let code = kept.site.code
            let seed = try await kept.factor(of: "manager-1")
            let number = try #require(
                try await kept.practice("gov-1", by: .commandLine).proposeDisposal(at: code).number)
            let manager = try kept.practice("manager-1", by: .commandLine)
            for practice in [manager, try kept.practice("operator")] {
                await #expect(throws: RetentionFault.samePerson(number)) {
                    try await practice.approveDisposal(number, at: code)
                }
            }
            let later = OneTimeCode.step(at: kept.world.clock.shown) + 2
            kept.world.clock.set(Instant(microseconds: later * OneTimeCode.period * 1_000_000))
            let right = OneTimeCode.code(seed: seed, step: later)
            let wrong = right == "000000" ? "000001" : "000000"
            for (practice, proof) in [(manager, wrong), (try kept.practice("gov-2", by: .commandLine), right)] {
                let fault = await #expect(throws: PracticeFault.self) {
                    try await practice.approveDisposal(number, at: code, proof: proof)
                }
                guard case .stepUpNeeded? = fault else {
                    Issue.record("\(String(describing: fault))")
                    return
                }
            }
            #expect(try await kept.ask("SELECT outcome::text FROM access.look WHERE outcome = 'refused'").count == 2)
            try await manager.approveDisposal(number, at: code, proof: right)
            #expect(
                try await kept.ask(
                    "SELECT concat_ws(' ', proposed_by, proposer, approved_by, approver) FROM retention.proposal")
                    == ["gov-1 operator manager-1 manager-1"])
        }
    }

    @Test func `one account under two codes is one person`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.past()], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let number = try #require(try await kept.practice("gov-1").proposeDisposal(at: kept.site.code).number)
            try await kept.asOwner(
                "UPDATE access.site_grant SET staff = 'other' WHERE role = 'information-governance-officer'")
            await #expect(throws: RetentionFault.samePerson(number)) {
                try await kept.practice("gov-1").approveDisposal(number, at: kept.site.code)
            }
            try await kept.practice("gov-2").approveDisposal(number, at: kept.site.code)
        }
    }

    @Test func `who is barred from a family neither ends its record nor forgets how long it is kept`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            var past = try Self.past()
            past.ref = EpisodeRef("E-1")
            try await kept.world.record([past], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let number = try #require(try await kept.practice("gov-1").proposeDisposal(at: kept.site.code).number)
            try await kept.practice("gov-2").approveDisposal(number, at: kept.site.code)
            let before = try await kept.ask("SELECT concat_ws(' ', class, keep_through) FROM duty.retention")
            #expect(before.count == 1)
            try await kept.asOwner(
                """
                INSERT INTO access.bar (site_id, account_id, episode_id, barred_by, barred_at)
                SELECT site_id, account_id, \(past.id.bound), 'operator', '2031-01-01Z'
                FROM access.site_grant WHERE account_id <> (SELECT account_id FROM door.account WHERE code = 'gov-1')
                """)
            let manager = try kept.practice("manager-1")
            await #expect(throws: RetentionFault.unknownProposal(number)) {
                _ = try await manager.dispose(number, at: kept.site.code, sealedWith: kept.key) { _, _ in }
            }
            let sheet = try await kept.practice("gov-2").retention(at: kept.site.code)
            #expect(sheet.entries.isEmpty && sheet.proposals.isEmpty)
            #expect(try await kept.ask("SELECT concat_ws(' ', class, keep_through) FROM duty.retention") == before)
            #expect(
                try await kept.practice("gov-1").dispose(number, at: kept.site.code, sealedWith: kept.key) { _, _ in }
                    .disposed.count == 1)
        }
    }
}
