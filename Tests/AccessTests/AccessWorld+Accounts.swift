import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing

extension AccessWorld {
    /// A grant as a test wants it.
    struct Wanted: Sendable {
        var role: Role
        var site: Site?
        var team: String?
        var staff: String?
        var from = FixtureWorld.today.adding(days: -10)
        var through: CivilDate?
        var coverFor: String?
    }

    /// An account with grants, as the practice is asked by it.
    func account(_ code: String, _ wanted: [Wanted]) async throws -> Account {
        let id = AccountID.fresh()
        try await asAdministrator { connection in
            try await connection.execute(
                """
                INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                VALUES (\(UUIDBytes(id)), \(code), 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-01Z')
                """)
        }
        for grant in wanted { try await self.grant(grant, to: id) }
        let account = Account(world: self, id: id, code: try #require(AccountCode(code)))
        return account
    }

    func grant(_ wanted: Wanted, to account: AccountID) async throws {
        let id = UUIDBytes(AccountID.fresh())
        let team = wanted.team.flatMap { TeamCode($0) }.flatMap { wanted.site?.team($0)?.id }
        try await asAdministrator { connection in
            if let site = wanted.site {
                try await connection.execute(
                    """
                    INSERT INTO access.site_grant (site_id, grant_id, account_id, role, team_id, staff, from_day,
                        through_day, cover_for, granted_by, granted_at)
                    SELECT \(site.id.number), \(id), \(UUIDBytes(account)), \(wanted.role.rawValue), u.team, u.staff,
                        \(wanted.from), u.through, u.cover, 'operator', '2026-01-01Z'
                    FROM unnest(\([team.map { UUIDBytes($0) }]), \([wanted.staff]), \([wanted.through]),
                        \([wanted.coverFor])) AS u(team, staff, through, cover)
                    """)
            } else {
                try await connection.execute(
                    """
                    INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                    VALUES (\(id), \(UUIDBytes(account)), \(wanted.role.rawValue), \(wanted.from), 'operator',
                        '2026-01-01Z')
                    """)
            }
        }
    }

    /// Bars an account from an episode.
    func bar(_ account: AccountID, from family: Family) async throws {
        try await asAdministrator { connection in
            try await connection.execute(
                """
                INSERT INTO access.bar (site_id, account_id, episode_id, barred_by, barred_at)
                VALUES (\(family.site.id.number), \(UUIDBytes(account)), \(UUIDBytes(family.id)), 'operator',
                    '2026-01-01Z')
                """)
        }
    }

    @discardableResult
    func asAdministrator<Result: Sendable>(_ body: (Connection) async throws -> Result) async throws -> Result {
        try await Connection.withConnection(to: fixtures.database.target(), body)
    }
}

/// An account that asks.
struct Account: Sendable {
    let world: AccessWorld
    let id: AccountID
    let code: AccountCode

    /// The account as it asks now.
    func seat(by way: Asker.Seat.Way = .session) async throws -> Asker.Seat {
        let seat = try await world.fixtures.pool.transaction { transaction in
            try await AccountDirectory.seat(of: code, way: way, in: transaction)
        }
        return try #require(seat)
    }

    /// The use cases as the account asks for them.
    func practice(by way: Asker.Seat.Way = .session) async throws -> Practice {
        world.practice.asking(.account(try await seat(by: way)))
    }
}

extension UUIDBytes {
    init<Subject>(_ id: RecordID<Subject>) { self.init(high: id.high, low: id.low) }
}
