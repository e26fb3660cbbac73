import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import ScratchPostgres
import Testing

/// What the access log keeps of a look, and what nobody can do to it.
@Suite struct LookBookTests {
    private static let account = AccountID(high: 7, low: 7)
    private static let episode = EpisodeID(high: 3, low: 3)

    private static var asker: Asker {
        get throws {
            let code = try #require(AccountCode("jt-north"))
            return .account(Asker.Seat(account: account, code: code, grants: [], way: .session))
        }
    }

    @Test func `a look says who, for whom, why, what and with which end`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let asker = try Self.asker
            let looks = [
                Look(.showEpisode, at: .episode(Self.episode), as: .ownEpisode, coverFor: StaffCode("T-2")),
                Look(.search, at: .site, as: .ownSite, outcome: .refused, rows: 0),
            ]
            try await world.transaction(in: site) { transaction in
                try LookBook.write(
                    looks, by: asker, at: Instant(microseconds: 0), site: site.id, reference: LookReference("r-1"),
                    in: transaction)
            }
            let found = try await world.transaction(in: site) { transaction in
                try await transaction.query(
                    """
                    SELECT concat_ws(' ', actor, way, cover_for, action, relation, target, target_id, outcome,
                        rows, reference)
                    FROM access.look ORDER BY arrival
                    """
                ).column(0, as: String.self)
            }
            #expect(
                found == [
                    "jt-north session T-2 episode.show own-episode episode \(Self.episode) allowed r-1",
                    "jt-north session people.search own-site site refused 0 r-1",
                ])
        }
    }

    @Test func `the programme and the operator are written down as such, at sites and in the network`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            try await world.transaction(in: site) { transaction in
                for asker in [Asker.programme, .operator] {
                    let look = Look(.verify, at: .site, as: .programme)
                    try LookBook.write(
                        [look], by: asker, at: .init(microseconds: 0), site: site.id, in: transaction)
                    try await LookBook.write(ofNetwork: [look], by: asker, at: .init(microseconds: 0), in: transaction)
                }
            }
            let target = ConnectionTarget(conninfo: world.database.conninfo())
            let found = try await Connection.withConnection(to: target) { connection in
                try await connection.query(
                    """
                    SELECT actor || ' ' || way FROM access.look
                    UNION ALL SELECT actor || ' ' || way FROM door.network_look ORDER BY 1
                    """
                ).column(0, as: String.self)
            }
            #expect(found == ["operator operator", "operator operator", "programme programme", "programme programme"])
        }
    }
}
