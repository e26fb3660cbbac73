package import CivilDate
package import Intervention
package import Postgres
package import Vault

/// Opens records in an emergency, and tells which were.
package enum GlassBook {
    /// How short a reason is no reason, in characters besides spaces (our decision).
    package static let shortestReason = 10

    /// Opens a record. The look must be written in the same transaction, with the same instant or within a minute after it,
    /// or it does not commit.
    package static func open(
        _ episode: EpisodeID, for account: AccountID, code: AccountCode, because reason: SealedNarrative,
        from instant: Instant, until end: Instant, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) {
        try await transaction.execute(
            """
            INSERT INTO access.glass (
                site_id, account_id, actor, episode_id, opened_at, until_at, reason_id, reason_commitment)
            VALUES (
                \(site.number), \(account.bound), \(code.text), \(episode.bound), \(instant), \(end),
                \(reason.id.bound), \(reason.commitment))
            """)
    }

    /// Shuts what an account has open of an episode before its time.
    /// - Returns: Whether anything was open.
    package static func close(
        _ episode: EpisodeID, of account: AccountID, at moment: Instant, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) -> Bool {
        let tag = try await transaction.execute(
            """
            UPDATE access.glass SET closed_at = \(moment)
            WHERE site_id = \(site.number) AND account_id = \(account.bound) AND episode_id = \(episode.bound)
                AND closed_at IS NULL AND opened_at <= \(moment) AND \(moment) < until_at
            """)
        return tag.rows > 0
    }

    /// What was opened at a site since an instant, the oldest first.
    package static func opened(
        since instant: Instant, before end: Instant, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) -> [Glass] {
        let rows = try await transaction.query(
            """
            SELECT account_id, actor::text, episode_id, opened_at, coalesce(closed_at, until_at), reason_id,
                reason_commitment, reviewed_by::text
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
}
