package import CivilDate
package import Intervention

/// What a session's id stands for; it only marks a type.
package enum SessionSubject: Sendable {}

/// The id of a session: what its owner ends it by. It opens nothing.
package typealias SessionID = RecordID<SessionSubject>

/// A session as it was found when its token was used.
package struct Session: Hashable, Sendable {
    /// Its id.
    package let id: SessionID
    /// Whose it is.
    package let account: AccountID
    /// The account's code.
    package let code: AccountCode
    /// How far it has come. Anything but ``SessionStage/full`` opens no record.
    package let stage: SessionStage
    /// When it began.
    package let begunAt: Instant
    /// When it was used last, which is now.
    package let usedAt: Instant
    /// When it ends unless it is used again.
    package let idleAt: Instant
    /// When it ends whatever is done.
    package let endsAt: Instant
    /// When the second factor was given last in it; nil when it was not.
    package let steppedUpAt: Instant?
    /// Whether the account's grants changed since it got its token: ``Sessions/rotate(_:at:in:)`` gives it a new one.
    package let isStale: Bool
    /// What the account is granted; empty while the session is not full.
    package let grants: [Grant]

    /// The account as it asks; nil while the session is not full.
    package var seat: Asker.Seat? {
        guard stage == .full else { return nil }
        return Asker.Seat(account: account, code: code, grants: grants, way: .session, factorAt: steppedUpAt)
    }

    /// Whether the second factor was given within the last ten minutes.
    package func isSteppedUp(at now: Instant) -> Bool {
        SessionLimits.isSteppedUp(since: steppedUpAt, at: now)
    }

    /// When a page says that the session will end unless something is done.
    package var warnsAt: Instant { min(idleAt, endsAt).adding(seconds: -SessionLimits.warning) }
}

/// A session as its owner sees it in the list of their own.
package struct OpenSession: Hashable, Sendable {
    /// Its id.
    package let id: SessionID
    /// How far it has come.
    package let stage: SessionStage
    /// When it began.
    package let begunAt: Instant
    /// When it was used last.
    package let usedAt: Instant
}
