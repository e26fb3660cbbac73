package import CivilDate
internal import Intervention
package import Postgres
internal import Vault

/// Tokens of the API: each for some actions, for some time, of one account. What an account may not do, its token may
/// not either.
package enum Tokens {
    /// The longest that a token holds, in days.
    package static let longestDays = 365

    /// Makes a token. The account's owner is told.
    /// - Parameters:
    ///   - label: what its owner calls it: a code, no name.
    ///   - actions: all that it may do; none of those that need the second factor anew, which no program can give.
    ///   - days: for how long, 1 to 365.
    /// - Returns: the token, which is shown once.
    /// - Throws: ``TokenFault``.
    package static func make(
        _ label: AccountCode, for account: AccountID, actions: Set<Action>, days: Int, at now: Instant,
        in transaction: Transaction
    ) async throws -> InterfaceToken {
        guard !actions.isEmpty else { throw TokenFault.noActions }
        guard (1...longestDays).contains(days) else { throw TokenFault.tooLong }
        let barred = actions.filter { Policy.traits(of: $0).needsStepUp || $0 == .manageOwnAccount }
        if let first = barred.sorted(by: { $0.rawValue < $1.rawValue }).first { throw TokenFault.notForPrograms(first) }
        let token = InterfaceToken.drawn()
        _ = try await transaction.query(
            """
            SELECT door.make_token(
                \(SessionID.random().bound), \(account.bound), \(label.text), \(token.prefix),
                \(token.secret.hash), \(actions.map(\.rawValue).sorted()), \(now),
                \(now.adding(seconds: Int64(days) * ThrottleRule.day)))
            """)
        return token
    }

    /// The account as it asks with a token, within the token's actions; nil for a token that is unknown, expired, taken
    /// back, or of a closed account. Nobody is told which.
    package static func use(
        _ token: InterfaceToken, at now: Instant, in transaction: Transaction
    ) async throws -> Asker.Seat? {
        let rows = try await transaction.query(
            """
            SELECT t.account_id, t.code, t.actions,
                g.grant_id, g.role, g.site_id, g.team_id, g.staff, g.from_day, g.through_day, g.cover_for
            FROM door.use_token(\(token.secret.hash), \(now)) AS t
            LEFT JOIN LATERAL door.grants_of(t.account_id) AS g ON true ORDER BY g.from_day, g.grant_id
            """)
        guard let row = rows.first else { return nil }
        let (uuid, text, words) = try row.decode(UUIDBytes.self, String.self, [String].self)
        guard let code = AccountCode(text) else { throw AccountFault.unreadable }
        let account = AccountID(uuid)
        return Asker.Seat(
            account: account, code: code, grants: try Grants.read(rows, of: account), way: .token,
            only: Set(words.compactMap(Action.init(rawValue:))))
    }

    /// The tokens of an account, the oldest first.
    package static func list(of account: AccountID, in transaction: Transaction) async throws -> [TokenFacts] {
        let rows = try await transaction.query(
            """
            SELECT label, prefix, actions, made_at, expires_at, used_at, revoked_at
            FROM door.tokens_of(\(account.bound))
            """)
        return try rows.map { row in
            let (label, prefix, words) = try row.decode(String.self, String.self, [String].self)
            return TokenFacts(
                label: label, prefix: prefix, actions: Set(words.compactMap(Action.init(rawValue:))),
                madeAt: try row.decode("made_at", as: Instant.self),
                expiresAt: try row.decode("expires_at", as: Instant.self),
                usedAt: try row.decode("used_at", as: Instant?.self),
                revokedAt: try row.decode("revoked_at", as: Instant?.self))
        }
    }

    /// Takes a token back, by its prefix.
    /// - Returns: whether the account has such a token that was not taken back.
    package static func revoke(
        _ prefix: String, of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        guard let prefix = AccountCode(prefix) else { return false }
        let rows = try await transaction.query(
            "SELECT door.revoke_token(\(account.bound), \(prefix.text), \(now))")
        return try rows.column(0, as: Bool.self) == [true]
    }
}

/// Why a token cannot be made.
package enum TokenFault: Error, Hashable, Sendable {
    /// It would open nothing.
    case noActions
    /// It would hold for less than a day or more than a year.
    case tooLong
    /// The action needs somebody who gives the second factor, or is about the account itself.
    case notForPrograms(Action)
}

extension TokenFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .noActions: "a token needs at least one action, such as site.show"
        case .tooLong: "a token holds for 1 to \(Tokens.longestDays) days"
        case .notForPrograms(let action):
            "\(action.rawValue) is done by people who sign in, not by programs with a token"
        }
    }
}
