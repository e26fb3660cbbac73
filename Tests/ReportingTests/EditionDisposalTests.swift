import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Sites
import Testing

/// Editions whose facts are gone, since records were kept no longer.
@Suite struct EditionDisposalTests {
    /// Takes the facts of the first so many closures of a site away, as the end of their keeping does.
    private static func forget(
        _ count: Int, of site: FixtureSite, in ground: EditionWorld, isProven: Bool = true
    ) async throws {
        try await ground.world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("SET LOCAL session_replication_role = replica")
                try await transaction.execute(
                    """
                    DELETE FROM reporting.episode_fact WHERE site_id = \(site.id.number) AND fact_key IN (
                        SELECT fact_key FROM reporting.episode_fact
                        WHERE site_id = \(site.id.number) AND closed_on BETWEEN '2025-01-01' AND '2025-12-31'
                        GROUP BY fact_key ORDER BY min(closed_on) LIMIT \(count))
                    """)
                guard isProven else { return }
                try await transaction.execute(
                    """
                    WITH child AS (
                        INSERT INTO retention.proposed_child
                            (site_id, number, child_id, rule, keep_through, disposed_at)
                        SELECT \(site.id.number), 1, gen_random_uuid(), 'closed', '2000-01-01', '2100-01-01Z'
                        FROM generate_series(1, \(count))
                        RETURNING site_id, number, child_id)
                    INSERT INTO record.stub
                        (site_id, stream, stream_id, child_id, number, rule, disposed_on, events, last_hash)
                    SELECT site_id, 'episode', gen_random_uuid(), child_id, number, 'closed', '2100-01-01', 1,
                        decode(repeat('ab', 32), 'hex')
                    FROM child
                    """)
            }
        }
    }

    @Test func `records that are gone are told, and what was frozen with them can be restated`() async throws {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            try await Self.forget(20, of: ground.south, in: ground)
            let check = try await ground.practice.verify(one, by: "a test")
            #expect(check.isSound && check.recount == .gone(records: 20))
            let two = try await ground.freeze(restating: one.number)
            #expect(two.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 20"])
            #expect(two.document.figure("closures", "2025-Q1 to 2025-Q4", of: "all sites, mst")?.value == 380)
            #expect(try await ground.practice.verify(two, by: "a test").recount == .same)
            let difference = try await ground.practice.difference(one.number, two.number, by: "a test")
            #expect(difference.records == 20 && difference.disposed == 20)
            #expect(difference.changes.allSatisfy { $0.cause != .both && $0.cause != .unknown })
            #expect(difference.changes.contains { $0.cause == .data && $0.place.row == "closures" })
        }
    }

    @Test func `what one site has disposed of explains nothing that another has lost`() async throws {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            try await Self.forget(5, of: ground.south, in: ground)
            try await Self.forget(2, of: ground.north, in: ground, isProven: false)
            let check = try await ground.practice.verify(one, by: "a test")
            guard case .differs(let names) = check.recount else {
                Issue.record("\(check)")
                return
            }
            #expect(!check.isSound && names.contains("records of north") && !names.contains("records of south"))
            #expect(names.contains { $0.hasPrefix("closed otherwise | north") || $0.contains("| north | mst") })
            #expect(!names.contains { $0.contains("| south |") })
            // No other program explains records that nobody disposed of.
            let newer = try await ground.practice.verify(one, by: "a newer one")
            #expect(!newer.isSound, "\(newer)")
        }
    }

    @Test func `what cannot be counted anew blames neither the data nor the rule`() async throws {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            try await Self.forget(20, of: ground.south, in: ground)
            let request = try ground.request(restating: one.number)
            let two = try #require(try await ground.practice.freeze(request, madeBy: "a newer one").edition)
            let difference = try await ground.practice.difference(one.number, two.number, by: "a newer one")
            #expect(difference.records == 20 && difference.disposed == 20)
            let closures = difference.changes.filter { $0.place.row == "closures" }
            #expect(!closures.isEmpty && closures.allSatisfy { $0.cause == .unknown })
        }
    }
}
