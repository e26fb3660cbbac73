package import CivilDate
package import Postgres
internal import Vault

/// What an account's owner is told of: somebody changed what opens it.
package struct Notice: Hashable, Sendable {
    /// What happened.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case passwordSet = "password-set"
        case factorSet = "factor-set"
        case factorRemoved = "factor-removed"
        case recoveryCodeUsed = "recovery-code-used"
        case recoveryCodesMade = "recovery-codes-made"
        case addressChanged = "address-changed"
        case linkMade = "link-made"
        case tokenMade = "token-made"
        case disabled = "account-disabled"
        case enabled = "account-enabled"
    }

    /// What happened.
    package let kind: Kind
    /// When.
    package let at: Instant
}

/// The notices of accounts. They are written with the change itself, in the database.
package enum Notices {
    /// What an account's owner has not seen yet, the oldest first.
    package static func unseen(by account: AccountID, in transaction: Transaction) async throws -> [Notice] {
        let rows = try await transaction.query("SELECT kind, made_at FROM door.notices_of(\(account.bound))")
        return try rows.map { row in
            let (word, at) = try row.decode(String.self, Instant.self)
            guard let kind = Notice.Kind(rawValue: word) else { throw AccountFault.unreadable }
            return Notice(kind: kind, at: at)
        }
    }

    /// The owner saw what there was.
    package static func see(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.see_notices(\(account.bound), \(now))")
    }
}
