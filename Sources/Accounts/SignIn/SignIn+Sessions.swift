package import CivilDate
internal import Intervention
internal import Postgres

extension SignIn {
    /// When a token or a session was used last is not waited for until it is on disk: after a crash of the server it may be
    /// a second older, and so a session ends a second earlier. Who asks is known all the same.
    static let markOfUse = SessionScope(["synchronous_commit": "off"])

    /// The session of a token, marked as used; nil for a token that opens nothing.
    package func session(of token: SessionToken, at now: Instant) async throws -> Session? {
        try await application.transaction(scope: SignIn.markOfUse) { try await sessions.use(token, at: now, in: $0) }
    }

    /// Another token for a full session whose account's grants changed; nil when the old one opens nothing any more.
    package func rotate(_ token: SessionToken, at now: Instant) async throws -> SessionToken? {
        try await application.transaction { try await sessions.rotate(token, at: now, in: $0) }
    }

    /// Signs out.
    package func signOut(_ token: SessionToken, at now: Instant) async throws {
        try await application.transaction { _ = try await sessions.end(token, at: now, in: $0) }
    }

    /// What somebody sees of their own account.
    package struct OwnAccount: Sendable {
        /// Their open sessions, the oldest first.
        package let sessions: [OpenSession]
        /// What they were not told yet.
        package let notices: [Notice]
        /// Whether a second factor is set up.
        package let hasFactor: Bool
    }

    /// What somebody sees of their own account. Notices stay until ``seeNotices(of:at:)``.
    package func ownAccount(of session: Session, at now: Instant) async throws -> OwnAccount {
        try await application.transaction { transaction in
            OwnAccount(
                sessions: try await sessions.list(of: session.account, at: now, in: transaction),
                notices: try await Notices.unseen(by: session.account, in: transaction),
                hasFactor: try await factors.isSetUp(session.account, in: transaction))
        }
    }

    /// The owner has seen what there was to be told.
    package func seeNotices(of session: Session, at now: Instant) async throws {
        try await application.transaction { try await Notices.see(session.account, at: now, in: $0) }
    }

    /// Ends one of somebody's own sessions by its id.
    /// - Returns: whether there was one.
    package func end(_ id: SessionID, ownedBy session: Session, at now: Instant) async throws -> Bool {
        try await application.transaction {
            try await sessions.end(id, of: session.account, at: now, in: $0)
        }
    }

    /// What a one-time link is for, without using it; nil for one that opens nothing.
    package func purpose(of link: LinkToken, at now: Instant) async throws -> LinkPurpose? {
        try await application.transaction { try await Links.look(at: link, at: now, in: $0)?.purpose }
    }
}
