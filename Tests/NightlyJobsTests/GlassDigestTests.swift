import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import ScratchPostgres
import Testing

/// What is opened in an emergency is told the next morning.
@Suite struct GlassDigestTests {
    /// The practice as the therapist t-2 asks.
    private func colleague(_ night: NightWorld, _ site: FixtureSite) async throws -> Practice {
        let target = ConnectionTarget(conninfo: night.world.database.conninfo())
        let (account, grant) = (UUIDBytes(high: 5, low: 1), UUIDBytes(high: 5, low: 2))
        try await Connection.withConnection(to: target) { connection in
            for statement: Statement in [
                """
                INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                VALUES (\(account), 'kb', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z')
                """,
                """
                INSERT INTO access.site_grant (site_id, grant_id, account_id, role, staff, from_day, granted_by, granted_at)
                VALUES (\(site.id.number), \(grant), \(account), 'therapist', 't-2', '2026-01-01', 'operator',
                    '2026-01-01Z')
                """,
            ] {
                _ = try await connection.query(statement)
            }
        }
        return try await night.practice.narrowed(to: try #require(AccountCode("kb")))
    }

    @Test func `the family's own people read the next morning who opened it, once, and others do not`() async throws {
        let digests = DigestTests()
        try await digests.withTeam { night, site in
            _ = try await night.worker(DigestTests.jobs).run()
            try night.set("2026-07-01", "22:00:00")
            let ref = try #require(EpisodeRef("E-1"))
            _ = try await colleague(night, site).breakGlass(
                ref, at: site.code, because: "the carer rang and nobody of the team answers")
            try night.set("2026-07-02", "03:00:00")
            _ = try await night.worker(DigestTests.jobs).run()
            let told = try await digests.messages(night, site, on: "2026-07-02")
            for reader in ["t-1", "s-1", "a-1"] {
                let text = try #require(told[reader])
                #expect(
                    text.contains("Opened in an emergency") && text.contains("E-1  by kb  on 2026-07-01"), "\(reader)")
            }
            #expect(!(told["t-2"] ?? "").contains("in an emergency"))
            #expect(told.values.allSatisfy { !$0.contains("the carer rang") })
            try night.set("2026-07-03", "03:00:00")
            _ = try await night.worker(DigestTests.jobs).run()
            let later = try await digests.messages(night, site, on: "2026-07-03")
            #expect(!later.isEmpty && later.values.allSatisfy { !$0.contains("in an emergency") })
        }
    }
}
