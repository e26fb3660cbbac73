import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

@testable import NightlyJobs

/// What the night tells whoever answers for privacy.
@Suite struct AccessReviewTests {
    private static let looked = "2026-06-30T12:00:00Z"

    private func look(
        _ episode: EpisodeID, by account: UInt64 = 7, as relation: Relation = .ownTeam,
        doing action: Action = .showEpisode,
        at instant: String = looked, _ night: NightWorld, _ site: FixtureSite
    ) async throws {
        let code = try #require(AccountCode("a-\(account)"))
        let seat = Asker.Seat(account: AccountID(high: account, low: 1), code: code, grants: [], way: .session)
        let at = try #require(Instant(rfc3339: instant))
        try await night.world.transaction(in: site) { transaction in
            try LookBook.write(
                [Look(action, at: .episode(episode), as: relation)], by: .account(seat), at: at, site: site.id,
                in: transaction)
        }
    }

    private func alerts(_ night: NightWorld, _ site: FixtureSite) async throws -> [String] {
        let job = try #require(AccessReviewJob(mostEpisodes: 10))
        let worker = try night.worker([job])
        _ = try await worker.run()
        return try await night.world.transaction(in: site) { transaction in
            try await transaction.query(
                """
                SELECT a.kind || ' ' || l.actor || ' ' || a.number FROM access.alert AS a
                JOIN access.look AS l USING (site_id, arrival) ORDER BY 1
                """
            ).column(0, as: String.self)
        }
    }

    /// Episodes on record, with nothing more in them.
    private func episodes(_ count: Int, _ night: NightWorld, _ site: FixtureSite) async throws -> [EpisodeID] {
        let made = (0..<count).map { _ in FixtureEpisode(referredOn: FixtureWorld.today) }
        try await night.world.record(made, on: site)
        return made.map(\.id)
    }

    @Test func `a look without a relation and one that broke the glass are told, everybody's own work is not`()
        async throws
    {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            let ids = try await episodes(2, night, site)
            try await look(ids[0], by: 7, as: .ownEpisode, night, site)
            try await look(ids[0], by: 8, as: .ownTeam, night, site)
            try await look(ids[0], by: 9, as: .ownSite, night, site)
            try await look(ids[1], by: 9, as: .ownSite, night, site)
            try await look(ids[1], by: 10, as: .ownSite, doing: .breakGlass, night, site)
            try await look(ids[1], by: 10, as: .brokeGlass, night, site)
            try await look(ids[1], by: 11, as: .ownSite, at: "2026-06-28T12:00:00Z", night, site)
            let found = try await alerts(night, site)
            #expect(
                found == [
                    "without-relationship a-10 2", "without-relationship a-9 1", "without-relationship a-9 1",
                ])
            #expect(try await alerts(night, site) == found)
        }
    }

    @Test func `whoever looks at a colleague's family is told, but for the family's own therapist`() async throws {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            let ids = try await episodes(2, night, site)
            let target = ConnectionTarget(conninfo: night.world.database.conninfo())
            try await Connection.withConnection(to: target) { connection in
                for statement: Statement in [
                    """
                    INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                    VALUES (\(UUIDBytes(high: 5, low: 1)), 'colleague', 'k1', decode(repeat('ab', 40), 'hex'), now())
                    """,
                    """
                    INSERT INTO access.relative VALUES (\(site.id.number), \(UUIDBytes(high: 5, low: 1)),
                        \(UUIDBytes(high: ids[0].high, low: ids[0].low)), 'ig-north', '2026-01-01Z')
                    """,
                ] {
                    _ = try await connection.query(statement)
                }
            }
            try await look(ids[0], by: 7, as: .ownEpisode, night, site)
            try await look(ids[0], by: 8, as: .ownTeam, night, site)
            try await look(ids[1], by: 8, as: .ownTeam, night, site)
            #expect(try await alerts(night, site) == ["relative a-8 1"])
        }
    }

    @Test func `more families in a day than anybody works with are told once, with how many there were`() async throws {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            let ids = try await episodes(11, night, site)
            for id in ids { try await look(id, by: 7, night, site) }
            for id in ids.prefix(10) { try await look(id, by: 8, night, site) }
            #expect(try await alerts(night, site) == ["many-episodes a-7 11"])
        }
    }

    @Test func `whoever asks for somebody with a sensitive address and is refused, or works elsewhere, is told`()
        async throws
    {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            let person = PersonID(high: 8, low: 8)
            let address = PersonChange.NewAddress(text: "2 Low Street", isSensitive: true, from: nil, until: nil)
            try await night.world.transaction(in: site) { transaction in
                _ = try await night.world.vault.record(
                    PersonChange(values: [.name: "a name"], addresses: [address]), of: person, site: site.id,
                    today: FixtureWorld.today, in: transaction)
            }
            let at = try #require(Instant(rfc3339: Self.looked))
            for (account, relation, outcome) in [
                (7, Relation.ownEpisode, Look.Outcome.allowed), (8, .ownSite, .refused), (9, .ownSite, .allowed),
            ] {
                let code = try #require(AccountCode("a-\(account)"))
                let id = AccountID(high: UInt64(account), low: 1)
                let asker = Asker.account(Asker.Seat(account: id, code: code, grants: [], way: .session))
                let look = Look(.showPerson, at: .person(person), as: relation, outcome: outcome)
                try await night.world.transaction(in: site) { transaction in
                    try LookBook.write([look], by: asker, at: at, site: site.id, in: transaction)
                }
            }
            #expect(try await alerts(night, site) == ["sensitive-address a-8 1", "sensitive-address a-9 1"])
        }
    }
}
