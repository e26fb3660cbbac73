package import CivilDate
package import Intervention
package import Postgres
internal import Vault

/// Which families members of staff belong to: whoever else looks at them is told to the site's officer. The transaction has
/// the scope of the site.
package enum Relatives {
    /// An account and the family that it belongs to.
    package struct Tie: Hashable, Sendable {
        let account: AccountID
        let episode: EpisodeID
        let site: SiteID

        /// A tie.
        package init(account: AccountID, episode: EpisodeID, site: SiteID) {
            self.account = account
            self.episode = episode
            self.site = site
        }
    }

    /// Notes a tie.
    /// - Returns: whether it was not noted before.
    package static func note(
        _ tie: Tie, by author: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            INSERT INTO access.relative (site_id, account_id, episode_id, noted_by, noted_at)
            SELECT \(tie.site.number), \(tie.account.bound), \(tie.episode.bound), \(author.text), \(now)
            WHERE NOT EXISTS (
                SELECT FROM access.relative WHERE site_id = \(tie.site.number) AND account_id = \(tie.account.bound)
                    AND episode_id = \(tie.episode.bound) AND ended_at IS NULL)
            """)
        return tag.rows == 1
    }

    /// Ends a tie. It stays in the history.
    /// - Returns: whether there was one.
    package static func end(_ tie: Tie, at now: Instant, in transaction: Transaction) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            UPDATE access.relative SET ended_at = greatest(\(now), noted_at)
            WHERE site_id = \(tie.site.number) AND account_id = \(tie.account.bound)
                AND episode_id = \(tie.episode.bound) AND ended_at IS NULL
            """)
        return tag.rows > 0
    }
}
