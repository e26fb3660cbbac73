package import CivilDate
package import Intervention
package import Postgres
package import Vault

/// Keeps and checks passwords: hashed with scrypt, the hash sealed, one for each account.
package struct PasswordStore: Sendable {
    private let vault: Vault
    private let desk: HashingDesk
    private let cost: HashCost

    /// - Parameters:
    ///   - vault: what seals the hashes.
    ///   - desk: where they are computed; one for the whole programme.
    ///   - cost: what is asked of hashes made from now on.
    package init(vault: Vault, desk: HashingDesk, cost: HashCost = .standard) {
        self.vault = vault
        self.desk = desk
        self.cost = cost
    }

    /// A hash that is ready to be kept.
    package struct Prepared: Sendable {
        let account: AccountID
        let sealed: Sealed
    }

    /// What the check of a password gave.
    enum Check: Sendable {
        /// It is the account's. `better` is its hash under today's cost, when the one that is kept cost less.
        case right(AccountID, kept: Sealed, better: Prepared?)
        /// There is no such account, it is closed, it has no password, or the password is another.
        case wrong
    }

    /// Hashes a password for an account. It is done before the transaction that keeps it, which it would hold up.
    package func prepare(_ password: Password, of account: AccountID) async throws -> Prepared {
        let cost = cost
        let hash = try await desk.compute { try PasswordHash(of: password.bytes, cost: cost) }
        return Prepared(account: account, sealed: try seal(hash, of: account))
    }

    /// Keeps a password. All sessions of the account end, and its owner is told.
    package func set(_ prepared: Prepared, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query(
            """
            SELECT door.set_password(
                \(prepared.account.bound), \(prepared.sealed.key.text), \(prepared.sealed.bytes), \(now))
            """)
    }

    /// Keeps a password in the owner's place. The owner is told by whose hand.
    /// - Throws: ``ReplacementFault``, when the same hand replaced the second factor.
    package func set(
        _ prepared: Prepared, by hand: StaffCode, under rule: ReplacementRule, at now: Instant,
        in transaction: Transaction
    ) async throws {
        let refused =
            try await transaction.query(
                "SELECT door.replace_password(\(prepared.account.bound), \(hand.text), \(now), \(rule.since(now)))"
            ).column(0, as: String?.self).first ?? nil
        if let refused { throw ReplacementFault(refused, days: rule.days) }
        try await set(prepared, at: now, in: transaction)
    }

    /// What is kept of the account's password.
    func kept(of code: AccountCode, over connection: Connection) async throws -> (AccountID, Sealed)? {
        let rows = try await connection.query(
            "SELECT account_id, key_id, sealed FROM door.password_of(\(code.text))")
        guard let row = rows.first else { return nil }
        let (id, name, bytes) = try row.decode(UUIDBytes.self, String.self, [UInt8].self)
        guard let key = KeyID(name) else { throw AccountFault.unreadable }
        return (AccountID(id), Sealed(key: key, bytes: bytes))
    }

    /// Checks a password. Whether there is such an account or not, exactly one hash is computed for the answer.
    func check(_ password: Password, against kept: (AccountID, Sealed)?) async throws -> Check {
        guard let (account, sealed) = kept else {
            let cost = cost
            _ = try await desk.compute { try PasswordHash(of: password.bytes, cost: cost) }
            return .wrong
        }
        let bytes = try vault.open(sealed, site: .door, purpose: .door, row: PasswordStore.row(account))
        guard let hash = PasswordHash(phc: String(decoding: bytes, as: UTF8.self)) else {
            throw AccountFault.unreadable
        }
        guard try await desk.compute({ try hash.matches(password.bytes) }) else { return .wrong }
        let better = hash.cost.isLess(than: cost) ? try await prepare(password, of: account) : nil
        return .right(account, kept: sealed, better: better)
    }

    /// Keeps the same password under a higher cost, unless it was changed meanwhile.
    func rehash(_ better: Prepared, inPlaceOf kept: Sealed, in transaction: Transaction) async throws {
        _ = try await transaction.query(
            """
            SELECT door.rehash_password(
                \(better.account.bound), \(kept.bytes), \(better.sealed.key.text), \(better.sealed.bytes))
            """)
    }

    private func seal(_ hash: PasswordHash, of account: AccountID) throws -> Sealed {
        try vault.seal(hash.phc.utf8, site: .door, purpose: .door, row: PasswordStore.row(account))
    }

    /// Whether the password of an account was set within a day.
    package func isNew(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws -> Bool {
        try await transaction.query("SELECT door.password_is_new(\(account.bound), \(now))")
            .column(0, as: Bool.self) == [true]
    }

    static func row(_ account: AccountID) -> [UInt8] { account.bytes + Array("password".utf8) }
}
