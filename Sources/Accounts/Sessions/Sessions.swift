package import CivilDate
internal import Intervention
package import Postgres
internal import Vault

/// Sessions of browsers, kept in the database: a token of 256 random bits whose SHA-256 alone is kept, that is exchanged
/// at every change of what it opens.
package struct Sessions: Sendable {
    /// How long they hold.
    package let limits: SessionLimits

    /// Sessions under these limits.
    package init(limits: SessionLimits = SessionLimits()) {
        self.limits = limits
    }

    /// Begins a session.
    /// - Parameter isSteppedUp: whether the second factor was given just now.
    /// - Throws: ``AccountFault/closed``.
    package func begin(
        _ account: AccountID, stage: SessionStage, isSteppedUp: Bool = false, at now: Instant,
        in transaction: Transaction
    ) async throws -> SessionToken {
        let token = SessionToken.drawn()
        let rows = try await transaction.query(
            """
            SELECT door.begin_session(
                \(SessionID.random().bound), \(account.bound), \(token.hash), \(stage.rawValue), \(now),
                \(isSteppedUp))
            """)
        guard try rows.column(0, as: Bool.self) == [true] else { throw AccountFault.closed }
        return token
    }

    /// The session of a token, marked as used; nil for a token that opens nothing: unknown, exchanged, ended, idle for too
    /// long, too old, or of a closed account. Nobody is told which.
    package func use(_ token: SessionToken, at now: Instant, in transaction: Transaction) async throws -> Session? {
        let rows = try await transaction.query(
            """
            SELECT s.session_id, s.account_id, s.code, s.stage, s.begun_at, s.used_at, s.stepped_up_at, s.is_stale,
                g.grant_id, g.role, g.site_id, g.team_id, g.staff, g.from_day, g.through_day, g.cover_for
            FROM door.use_session(
                \(token.hash), \(now), \(now.adding(seconds: -limits.idle)), \(now.adding(seconds: -limits.whole))
            ) AS s
            LEFT JOIN LATERAL door.grants_of(s.account_id) AS g ON true ORDER BY g.from_day, g.grant_id
            """)
        guard let row = rows.first else { return nil }
        let (id, account, text, word) = try row.decode(UUIDBytes.self, UUIDBytes.self, String.self, String.self)
        guard let code = AccountCode(text), let stage = SessionStage(rawValue: word) else {
            throw AccountFault.unreadable
        }
        let begun = try row.decode("begun_at", as: Instant.self)
        let used = try row.decode("used_at", as: Instant.self)
        let whole = stage == .full ? limits.whole : min(limits.whole, SessionLimits.unfinished)
        let ends = begun.adding(seconds: whole)
        guard now < ends else { return nil }
        let owner = AccountID(account)
        return Session(
            id: SessionID(id), account: owner, code: code, stage: stage, begunAt: begun, usedAt: used,
            idleAt: used.adding(seconds: limits.idle), endsAt: ends,
            steppedUpAt: try row.decode("stepped_up_at", as: Instant?.self),
            isStale: try row.decode("is_stale", as: Bool.self),
            grants: stage == .full ? try Grants.read(rows, of: owner) : [])
    }

    /// Exchanges the token of a session: from now on only the new one opens it.
    /// - Parameter stage: what it opens from now on; nil for a full session whose grants changed.
    /// - Returns: nil when the token opens nothing.
    package func rotate(
        _ token: SessionToken, to stage: SessionStage = .full, isSteppedUp: Bool = false, at now: Instant,
        in transaction: Transaction
    ) async throws -> SessionToken? {
        let next = SessionToken.drawn()
        let rows = try await transaction.query(
            "SELECT door.rotate_session(\(token.hash), \(next.hash), \(now), \(stage.rawValue), \(isSteppedUp))")
        return try rows.column(0, as: Bool.self) == [true] ? next : nil
    }

    /// Signs out: ends the session of a token.
    /// - Returns: whether there was one.
    @discardableResult
    package func end(_ token: SessionToken, at now: Instant, in transaction: Transaction) async throws -> Bool {
        let rows = try await transaction.query("SELECT door.end_session(\(token.hash), \(now))")
        return try rows.column(0, as: Bool.self) == [true]
    }

    /// Ends one session of an account by its id.
    /// - Returns: whether the account has such a session open.
    @discardableResult
    package func end(
        _ id: SessionID, of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        let rows = try await transaction.query(
            "SELECT door.end_session_of(\(account.bound), \(id.bound), \(now))")
        return try rows.column(0, as: Bool.self) == [true]
    }

    /// Ends all sessions of an account.
    /// - Returns: how many there were.
    @discardableResult
    package func endAll(of account: AccountID, at now: Instant, in transaction: Transaction) async throws -> Int {
        let rows = try await transaction.query("SELECT door.end_sessions(\(account.bound), \(now))")
        return try rows.column(0, as: Int.self).first ?? 0
    }

    /// The open sessions of an account, the oldest first.
    package func list(
        of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> [OpenSession] {
        let rows = try await transaction.query(
            """
            SELECT session_id, stage, begun_at, used_at
            FROM door.sessions_of(
                \(account.bound), \(now.adding(seconds: -limits.idle)), \(now.adding(seconds: -limits.whole)))
            """)
        return try rows.map { row in
            let (id, word, begun, used) = try row.decode(
                UUIDBytes.self, String.self, Instant.self, Instant.self)
            guard let stage = SessionStage(rawValue: word) else { throw AccountFault.unreadable }
            return OpenSession(id: SessionID(id), stage: stage, begunAt: begun, usedAt: used)
        }
    }
}
