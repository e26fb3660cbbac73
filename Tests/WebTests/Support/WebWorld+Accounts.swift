import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import ScratchPostgres
import Testing

@testable import Web

extension WebWorld {
    static let password = "seven plain words that nobody puts together"

    /// An account with a role at sites, which a password opens.
    @discardableResult
    func account(
        _ text: String = "ada", _ role: Role = .siteManager, at sites: [String] = ["north"]
    ) async throws -> AccountID {
        let id = try await WebWorld.account(text, fixtures, signIn)
        for site in sites { try await WebWorld.grant(role, to: id, at: site, fixtures) }
        return id
    }

    static func account(_ text: String, _ fixtures: FixtureWorld, _ signIn: SignIn) async throws -> AccountID {
        let code = try #require(AccountCode(text))
        let now = fixtures.clock.recordClock.now()
        let passwords = PasswordStore(vault: fixtures.vault, desk: HashingDesk(), cost: HashCost(logRounds: 4))
        let id = try await fixtures.pool.transaction {
            try await AccountDirectory(vault: fixtures.vault).create(code, at: now, in: $0)
        }
        let prepared = try await passwords.prepare(try Password(password), of: id)
        try await fixtures.pool.transaction { try await passwords.set(prepared, at: now, in: $0) }
        return id
    }

    static func grant(_ role: Role, to account: AccountID, at site: String, _ fixtures: FixtureWorld) async throws {
        let target = fixtures.database.target()
        try await Connection.withConnection(to: target) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO access.site_grant (
                    site_id, grant_id, account_id, role, from_day, granted_by, granted_at)
                SELECT site_id, gen_random_uuid(), \(account.description)::text::uuid, \(role.rawValue), DATE '2000-01-01',
                    'fixture', now()
                FROM site.site WHERE code = \(site)
                """)
        }
    }

    /// Sets up a second factor for an account.
    func factor(_ account: AccountID) async throws -> FactorSeed {
        let factors = Factors(vault: fixtures.vault)
        let now = fixtures.clock.recordClock.now()
        return try await fixtures.pool.transaction { transaction in
            let seed = try await factors.draft(account, at: now, in: transaction)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            _ = try #require(try await factors.confirm(code, of: account, at: now, in: transaction))
            return seed
        }
    }

    /// The code of now, or of so many steps later.
    func code(_ seed: FactorSeed, steps: Int64 = 0) -> String {
        OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: fixtures.clock.recordClock.now()) + steps)
    }

    /// A one-time link.
    func link(_ purpose: LinkPurpose, for account: AccountID) async throws -> LinkToken {
        let now = fixtures.clock.recordClock.now()
        return try await fixtures.pool.transaction { try await Links.make(purpose, for: account, at: now, in: $0) }
    }

    /// A session that has come so far, as a cookie.
    func session(_ account: AccountID, _ stage: SessionStage = .full) async throws -> SessionToken {
        let now = fixtures.clock.recordClock.now()
        return try await fixtures.pool.transaction {
            try await Sessions().begin(account, stage: stage, isSteppedUp: stage == .full, at: now, in: $0)
        }
    }

    /// Moves the clock.
    func advance(seconds: Int64) { fixtures.clock.advance(seconds: seconds) }

    /// Takes all roles of an account back.
    func revoke(_ account: AccountID) async throws {
        let now = fixtures.clock.shown
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                UPDATE access.site_grant SET revoked_by = 'fixture', revoked_at = greatest(granted_at, \(now))
                WHERE account_id = \(account.description)::text::uuid
                """)
        }
        try await changeRights(of: account)
    }

    /// Notes that what an account may do changed, as granting and revoking do.
    func changeRights(of account: AccountID) async throws {
        let now = fixtures.clock.recordClock.now()
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.query("SELECT door.rights_changed(\(account.description)::text::uuid, \(now))")
        }
    }

    /// How many rows each table of the door and of access has, with what they hold but for when sessions were used.
    func counts() async throws -> [String] {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            try await connection.query(
                """
                SELECT 'account ' || count(*) FROM door.account
                UNION ALL SELECT 'link ' || count(*) || ' ' || count(used_at) FROM door.link
                UNION ALL SELECT 'session ' || count(*) || ' ' || count(ended_at) || ' ' || string_agg(hash::text, ' ' ORDER BY hash)
                    FROM door.session
                UNION ALL SELECT 'factor ' || count(*) FROM door.factor
                UNION ALL SELECT 'notice ' || count(*) || ' ' || count(seen_at) FROM door.notice
                UNION ALL SELECT 'provider ' || count(*) FROM door.provider_sign_in
                UNION ALL SELECT 'throttle ' || count(*) FROM door.throttle
                UNION ALL SELECT 'device ' || count(*) FROM door.device
                """
            ).column(0, as: String.self)
        }
    }
}
