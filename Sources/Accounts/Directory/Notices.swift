package import CivilDate
package import Intervention
package import Postgres
internal import Vault

/// What an account's owner is told of: somebody changed what opens it.
package struct Notice: Hashable, Sendable {
    /// What happened.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case passwordSet = "password-set"
        case passwordReplaced = "password-replaced"
        case factorSet = "factor-set"
        case factorRemoved = "factor-removed"
        case factorReplaced = "factor-replaced"
        case recoveryCodeUsed = "recovery-code-used"
        case recoveryCodesMade = "recovery-codes-made"
        case addressChanged = "address-changed"
        case linkMade = "link-made"
        case tokenMade = "token-made"
        case disabled = "account-disabled"
        case enabled = "account-enabled"
        case providerLinked = "provider-linked"
    }

    /// What happened.
    package let kind: Kind
    /// When.
    package let at: Instant
    /// By whose hand, where somebody else did it; nil for what the owner did.
    package let by: StaffCode?
}

/// The notices of accounts. They are written with the change itself, in the database.
package enum Notices {
    /// What an account's owner has not seen yet, the oldest first.
    package static func unseen(by account: AccountID, in transaction: Transaction) async throws -> [Notice] {
        let rows = try await transaction.query("SELECT kind, made_at, made_by FROM door.notices_of(\(account.bound))")
        return try rows.map { row in
            let (word, at, hand) = try row.decode(String.self, Instant.self, String?.self)
            guard let kind = Notice.Kind(rawValue: word) else { throw AccountFault.unreadable }
            return Notice(kind: kind, at: at, by: hand.flatMap { StaffCode($0) })
        }
    }

    /// The owner saw what there was.
    package static func see(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.see_notices(\(account.bound), \(now))")
    }
}
