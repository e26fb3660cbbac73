import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

/// A database with the door in it, and what signing in takes, at a cost that tests can pay.
struct Door {
    let database: ScratchDatabase
    let pool: Pool
    let vault: Vault
    let signIn: SignIn
    let sessions: Sessions
    let passwords: PasswordStore
    let factors: Factors
    let directory: AccountDirectory

    /// What a test's clock shows at first: 2026-03-02T09:00:00Z.
    static let start = Instant(microseconds: 1_772_442_000_000_000)
    static let password = "seven plain words that nobody puts together"
    static let home = SourceAddress("192.0.2.7")
    static let cheap = HashCost(logRounds: 4)

    static func with<Result: Sendable>(
        settings: SignInSettings = SignInSettings(cost: cheap, factorRoles: []), _ body: (Door) async throws -> Result
    ) async throws -> Result {
        let vault = try FixtureVault.make()
        return try await ScratchPostgres.withDatabase { database in
            try await database.withPool { pool in
                let desk = HashingDesk()
                return try await body(
                    Door(
                        database: database, pool: pool, vault: vault,
                        signIn: SignIn(application: pool, vault: vault, desk: desk, settings: settings),
                        sessions: Sessions(limits: settings.sessions),
                        passwords: PasswordStore(vault: vault, desk: desk, cost: settings.cost),
                        factors: Factors(vault: vault), directory: AccountDirectory(vault: vault)))
            }
        }
    }

    /// An account that a password opens.
    @discardableResult
    func account(_ code: String, password: String = Door.password) async throws -> AccountID {
        let code = try #require(AccountCode(code))
        let id = try await pool.transaction { try await directory.create(code, at: Door.start, in: $0) }
        let prepared = try await passwords.prepare(try Password(password), of: id)
        try await pool.transaction { try await passwords.set(prepared, at: Door.start, in: $0) }
        return id
    }

    /// Sets up a second factor, and answers its seed with the codes.
    func factor(_ account: AccountID, at now: Instant = Door.start) async throws -> (FactorSeed, [RecoveryCode]) {
        try await pool.transaction { transaction in
            let seed = try await factors.draft(account, at: now, in: transaction)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            return (seed, try #require(try await factors.confirm(code, of: account, at: now, in: transaction)))
        }
    }

    func use(_ token: SessionToken, at now: Instant) async throws -> Session? {
        try await pool.transaction { try await sessions.use(token, at: now, in: $0) }
    }

    /// Signs in, or fails the test.
    func opened(_ code: String, at now: Instant = Door.start) async throws -> SignInVerdict.Opened {
        try #require(try await signIn.verify(code, Door.password, from: Door.home, at: now).opened)
    }
}

extension SignInVerdict {
    var opened: Opened? { if case .opened(let opened) = self { opened } else { nil } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var wait: Instant? { if case .wait(let until) = self { until } else { nil } }
}

extension Instant {
    func after(seconds: Int64) -> Instant { adding(microseconds: seconds * 1_000_000) }
}
