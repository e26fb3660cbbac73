import Accounts
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

/// Who reads which editions, and who freezes them.
@Suite struct EditionReaderTests {
    /// The use cases as somebody asks for them who has one role, at a site or in the network.
    private static func asking(
        _ role: Role, at site: FixtureSite? = nil, in ground: EditionWorld
    ) async throws -> Practice {
        let (account, grant) = (RecordID<Never>.fresh(), RecordID<Never>.fresh())
        let ids = (UUIDBytes(high: account.high, low: account.low), UUIDBytes(high: grant.high, low: grant.low))
        let from = FixtureWorld.today.adding(days: -10)
        try await ground.world.database.withPool(.administrator) { pool in
            try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                    VALUES (\(ids.0), \(role.rawValue), 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z')
                    """)
                if let site {
                    try await connection.execute(
                        """
                        INSERT INTO access.site_grant
                            (site_id, grant_id, account_id, role, from_day, granted_by, granted_at)
                        VALUES (\(site.id.number), \(ids.1), \(ids.0), \(role.rawValue), \(from), 'operator',
                            '2026-01-01Z')
                        """)
                } else {
                    try await connection.execute(
                        """
                        INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                        VALUES (\(ids.1), \(ids.0), \(role.rawValue), \(from), 'operator', '2026-01-01Z')
                        """)
                }
            }
        }
        let code = try #require(AccountCode(role.rawValue))
        let seat = try await ground.world.pool.transaction { transaction in
            try await AccountDirectory.seat(of: code, way: .session, in: transaction)
        }
        return ground.practice.asking(.account(try #require(seat)))
    }

    /// How often somebody read editions as it is written down.
    private static func looks(_ actor: String, in ground: EditionWorld) async throws -> Int {
        try await ground.world.database.withPool(.administrator) { pool in
            try await pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT 1 FROM door.network_look
                    WHERE actor::text = \(actor) AND action::text = \(Action.showEdition.rawValue)
                        AND outcome = 'allowed'
                    """
                ).count
            }
        }
    }

    private static func numbers(_ editions: [Edition]) -> [Int] { editions.map(\.number.number) }

    @Test func `who freezes reads all, a commissioner the public ones, a manager those of the network at the site`()
        async throws
    {
        try await EditionWorld.with { ground in
            let shared = try await ground.freeze()
            let open = try await ground.freeze(.dfe)
            let analyst = try await Self.asking(.networkAnalyst, in: ground)
            #expect(Self.numbers(try await analyst.editions()) == [1, 2])
            #expect(try await analyst.statuses(of: shared) != nil)
            let check = try await analyst.verify(open, by: "a test")
            #expect(check.isSound)
            let quarter = try ground.request(from: "2025-01-01", through: "2025-03-31")
            #expect(try await analyst.freeze(quarter, madeBy: "a test").edition?.frozenBy == "network-analyst")

            #expect(try await Self.looks("network-analyst", in: ground) > 0)
            let before = try await Self.looks("network-analyst", in: ground)
            #expect(try await analyst.edition(shared.number).frozenBy != nil)
            #expect(try await Self.looks("network-analyst", in: ground) == before + 1)

            let commissioner = try await Self.asking(.commissioner, in: ground)
            #expect(Self.numbers(try await commissioner.editions()) == [2])
            #expect(try await commissioner.statuses(of: open) == nil)
            let read = try await commissioner.edition(open.number)
            #expect(read.frozenBy == nil && read.json(nil).contains("\"frozen_by\": null"))
            #expect(try await Self.looks("commissioner", in: ground) == 0)
            await #expect(throws: EditionFault.unknown(shared.number)) { try await commissioner.edition(shared.number) }
            await #expect(throws: PracticeFault.self) {
                try await commissioner.freeze(quarter, madeBy: "a test", dryRun: true)
            }
            await #expect(throws: PracticeFault.self) {
                try await commissioner.difference(shared.number, open.number, by: "a test")
            }

            let manager = try await Self.asking(.siteManager, at: ground.north, in: ground)
            let own = try await manager.editions(at: ground.north.code)
            #expect(Self.numbers(own) == [1, 2, 3] && own.allSatisfy { $0.frozenBy == nil })
            await #expect(throws: PracticeFault.self) { try await manager.editions() }
            await #expect(throws: PracticeFault.self) { try await manager.editions(at: ground.south.code) }
            await #expect(throws: PracticeFault.self) {
                try await manager.changedEpisodes(between: shared.number, and: open.number, at: ground.south.code)
            }
        }
    }

    @Test func `the true counts are read by the role of the figures alone`() async throws {
        try await EditionWorld.with { ground in
            _ = try await ground.freeze()
            await #expect(throws: PostgresFault.self) {
                try await ground.world.pool.withConnection { connection in
                    try await connection.query("SELECT counts FROM edition.secret")
                }
            }
            let rows = try await ground.world.database.withPool(.reporting) { pool in
                try await pool.withConnection { try await $0.query("SELECT counts FROM edition.secret").count }
            }
            #expect(rows == 1)
            try await ground.world.database.withPool(.administrator) { pool in
                await #expect(throws: PostgresFault.self) {
                    try await pool.withConnection { try await $0.execute("UPDATE edition.edition SET document = '{}'") }
                }
                await #expect(throws: PostgresFault.self) {
                    try await pool.withConnection { try await $0.execute("DELETE FROM edition.secret") }
                }
            }
        }
    }
}
