package import CivilDate
package import Intervention
package import Postgres
internal import Vault

/// What a one-time link is for.
package enum LinkPurpose: String, CaseIterable, Hashable, Sendable {
    /// Choosing a password, for a new account or a forgotten one. The second factor stays as it is.
    case setUp = "set-up"
    /// Removing a second factor that was lost with its recovery codes. It opens nothing: whoever used it signs in with the
    /// password and sets up another factor.
    case newFactor = "new-factor"
    /// Signing in to an invented network on one's own machine.
    case signIn = "sign-in"
}

/// Links that open an account once, within a day at most.
package enum Links {
    /// The longest that a link holds: 24 hours, in seconds.
    package static let longest: Int64 = 24 * 60 * 60

    /// What a link opens.
    package struct Opening: Hashable, Sendable {
        /// The account.
        package let account: AccountID
        /// What for.
        package let purpose: LinkPurpose
    }

    /// Makes a link, in place of earlier ones of the same account, whatever they were for. The account's owner is told.
    /// - Parameters:
    ///   - seconds: how long it holds, cut down to 24 hours.
    ///   - hand: who makes it; nil for the programme, in invented networks alone.
    ///   - rule: within which time nobody replaces both the password and the second factor.
    /// - Throws: ``ReplacementFault``, when it would let one hand replace both.
    package static func make(
        _ purpose: LinkPurpose, for account: AccountID, seconds: Int64 = longest, by hand: StaffCode? = nil,
        under rule: ReplacementRule = ReplacementRule(), at now: Instant, in transaction: Transaction
    ) async throws -> LinkToken {
        let token = LinkToken.drawn()
        let refused =
            try await transaction.query(
                """
                SELECT door.make_link(
                    \(LinkID.random().bound), \(account.bound), \(token.hash), \(purpose.rawValue), \(now),
                    \(now.adding(seconds: min(max(seconds, 1), longest))), \(nullable: hand?.text), \(rule.since(now)))
                """
            ).column(0, as: String?.self).first ?? nil
        if let refused { throw ReplacementFault(refused, days: rule.days) }
        return token
    }

    /// What a link would open, for the page that asks whether to go on. Asking does not use it.
    package static func look(
        at token: LinkToken, at now: Instant, in transaction: Transaction
    ) async throws -> Opening? {
        try opening(
            await transaction.query("SELECT account_id, purpose FROM door.link_of(\(token.hash), \(now))"))
    }

    /// Uses a link: nobody opens anything with it again. Nil for one that was used, replaced, is too old or never was.
    package static func use(
        _ token: LinkToken, at now: Instant, in transaction: Transaction
    ) async throws -> Opening? {
        try opening(
            await transaction.query("SELECT account_id, purpose FROM door.use_link(\(token.hash), \(now))"))
    }

    private static func opening(_ rows: Rows) throws -> Opening? {
        guard let row = rows.first else { return nil }
        let (id, word) = try row.decode(UUIDBytes.self, String.self)
        guard let purpose = LinkPurpose(rawValue: word) else { throw AccountFault.unreadable }
        return Opening(account: AccountID(id), purpose: purpose)
    }

    private enum LinkSubject {}
    private typealias LinkID = RecordID<LinkSubject>
}
