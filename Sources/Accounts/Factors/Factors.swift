package import CivilDate
internal import Intervention
package import Postgres
package import Vault

/// Second factors: sets them up, and checks what is typed against them, each step and each recovery code once.
package struct Factors: Sendable {
    private let vault: Vault

    /// Factors whose seeds this vault seals.
    package init(vault: Vault) {
        self.vault = vault
    }

    /// Whether an account has a second factor in force.
    package func isSetUp(_ account: AccountID, in transaction: Transaction) async throws -> Bool {
        try await read(account, confirmed: true, in: transaction) != nil
    }

    /// Begins to set up a second factor, in place of one that was begun before. The one in force stays in force until
    /// ``confirm(_:of:at:in:)``.
    /// - Returns: the seed, which is shown once.
    package func draft(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws -> FactorSeed {
        let seed = FactorSeed.drawn()
        let id = FactorID.random()
        let sealed = try vault.seal(seed.bytes, site: .door, purpose: .door, row: Factors.row(id, account))
        _ = try await transaction.query(
            """
            SELECT door.draft_factor(
                \(id.bound), \(account.bound), \(sealed.key.text), \(sealed.bytes), \(now))
            """)
        return seed
    }

    /// Puts the factor that was begun in force, once a code of it was typed. The account's owner is told.
    /// - Returns: its recovery codes, which are shown once; nil when the code is wrong or nothing was begun.
    package func confirm(
        _ code: String, of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> [RecoveryCode]? {
        guard let found = try await read(account, confirmed: false, in: transaction),
            let step = OneTimeCode.step(of: Factors.plain(code), seed: found.seed, at: now)
        else { return nil }
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.drawn() }
        let rows = try await transaction.query(
            "SELECT door.confirm_factor(\(found.id.bound), \(step), \(codes.map(\.hash)), \(now))")
        return try rows.column(0, as: Bool.self) == [true] ? codes : nil
    }

    /// Checks what was typed: a code of the app, or a recovery code. What was right is used up.
    package func verify(
        _ text: String, of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        if let code = RecoveryCode(text) {
            let rows = try await transaction.query(
                "SELECT door.use_recovery_code(\(account.bound), \(code.hash), \(now))")
            return try rows.column(0, as: Bool.self) == [true]
        }
        guard let found = try await read(account, confirmed: true, in: transaction),
            let step = OneTimeCode.step(of: Factors.plain(text), seed: found.seed, at: now)
        else { return false }
        let rows = try await transaction.query("SELECT door.use_step(\(found.id.bound), \(step))")
        return try rows.column(0, as: Bool.self) == [true]
    }

    /// New recovery codes in place of all old ones. The account's owner is told.
    /// - Returns: the codes, which are shown once.
    package func renewCodes(
        of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> [RecoveryCode] {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.drawn() }
        _ = try await transaction.query(
            "SELECT door.make_recovery_codes(\(account.bound), \(codes.map(\.hash)), \(now))")
        return codes
    }

    /// Removes the second factor of an account with its recovery codes. All sessions end, and the owner is told.
    package func remove(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.remove_factor(\(account.bound), \(now))")
    }

    private func read(
        _ account: AccountID, confirmed: Bool, in transaction: Transaction
    ) async throws -> (id: FactorID, seed: FactorSeed)? {
        let rows = try await transaction.query(
            "SELECT factor_id, key_id, sealed FROM door.factor_of(\(account.bound), \(confirmed))")
        guard let row = rows.first else { return nil }
        let (uuid, name, bytes) = try row.decode(UUIDBytes.self, String.self, [UInt8].self)
        guard let key = KeyID(name) else { throw AccountFault.unreadable }
        let id = FactorID(uuid)
        let seed = try vault.open(
            Sealed(key: key, bytes: bytes), site: .door, purpose: .door, row: Factors.row(id, account))
        return (id, FactorSeed(seed))
    }

    enum FactorSubject {}
    typealias FactorID = RecordID<FactorSubject>

    /// A seed is bound to its own row and account: another's, put in its place, does not open.
    static func row(_ id: FactorID, _ account: AccountID) -> [UInt8] {
        account.bytes + id.bytes + Array("factor".utf8)
    }

    /// What was typed without the space that apps show in the middle.
    private static func plain(_ code: String) -> String { code.filter { $0 != " " } }
}
