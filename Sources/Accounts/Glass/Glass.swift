package import CivilDate
package import Intervention
package import Postgres
package import Vault

/// A record that somebody opened in an emergency.
package struct Glass: Hashable, Sendable {
    /// Who.
    package let account: AccountID
    /// Their code.
    package let actor: String
    /// Which episode.
    package let episode: EpisodeID
    /// Since when.
    package let openedAt: Instant
    /// Until when.
    package let until: Instant
    /// Why, sealed.
    package let reason: SealedNarrative
    /// Who looked into it afterwards; nil while nobody has.
    package let reviewedBy: String?
}

/// Opens records in an emergency, and tells which were.
package enum GlassBook {
    /// For how many whole hours a record is opened when nothing else is said (our decision; `clinical.md` 7.2 asks
    /// for a time limit and names none).
    package static let usualHours = 4
    /// The longest, in whole hours: until somebody with a relation to the family is at work again (our decision).
    package static let mostHours = 24
    /// How short a reason is no reason, in characters (our decision).
    package static let shortestReason = 10

    /// Opens a record. The look must be written in the same transaction, with the same instant, or it does not commit.
    package static func open(
        _ episode: EpisodeID, for account: AccountID, code: AccountCode, because reason: SealedNarrative,
        from instant: Instant, hours: Int, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) {
        let until = instant.adding(microseconds: Int64(hours) * microsecondsPerHour)
        try await transaction.execute(
            """
            INSERT INTO access.glass (
                site_id, account_id, actor, episode_id, opened_at, until_at, reason_id, reason_commitment)
            VALUES (
                \(site.number), \(account.bound), \(code.text), \(episode.bound), \(instant), \(until),
                \(reason.id.bound),                \(reason.commitment))
            """)
    }

    /// What was opened at a site since an instant, the oldest first.
    package static func opened(
        since instant: Instant, before end: Instant, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) -> [Glass] {
        let rows = try await transaction.query(
            """
            SELECT account_id, actor::text, episode_id, opened_at, until_at, reason_id, reason_commitment,
                reviewed_by::text
            FROM access.glass
            WHERE site_id = \(site.number) AND opened_at >= \(instant) AND opened_at < \(end)
            ORDER BY opened_at, account_id, episode_id
            """)
        var glasses: [Glass] = []
        for row in rows {
            glasses.append(
                Glass(
                    account: AccountID(try row.decode(0, as: UUIDBytes.self)), actor: try row.decode(1),
                    episode: EpisodeID(try row.decode(2, as: UUIDBytes.self)), openedAt: try row.decode(3),
                    until: try row.decode(4),
                    reason: SealedNarrative(
                        id: NarrativeID(try row.decode(5, as: UUIDBytes.self)), commitment: try row.decode(6)
                    ),
                    reviewedBy: try row.decode(7)))
        }
        return glasses
    }

    /// Notes that somebody else looked into it.
    /// - Returns: Whether there was one that nobody had looked into, opened by somebody else.
    package static func review(
        _ episode: EpisodeID, openedBy actor: AccountCode, by reviewer: String, at instant: Instant, site: SiteID,
        in transaction: Transaction
    ) async throws(PostgresFault) -> Bool {
        let tag = try await transaction.execute(
            """
            UPDATE access.glass SET reviewed_by = \(reviewer), reviewed_at = \(instant)
            WHERE site_id = \(site.number) AND episode_id = \(episode.bound) AND actor = \(actor.text)
                AND reviewed_by IS NULL AND actor <> \(reviewer)
            """)
        return tag.rows > 0
    }

    private static let microsecondsPerHour: Int64 = 3_600_000_000
}
