package import CivilDate
package import Intervention
package import Postgres
internal import Vault

/// Who must not see an episode, whatever role they have. The transaction has the scope of the site.
package enum Bars {
    /// An account and the episode that it is kept from.
    package struct Bar: Hashable, Sendable {
        let account: AccountID
        let episode: EpisodeID
        let site: SiteID

        /// A bar.
        package init(account: AccountID, episode: EpisodeID, site: SiteID) {
            self.account = account
            self.episode = episode
            self.site = site
        }
    }

    /// Bars an account.
    /// - Returns: whether it was not barred before.
    package static func put(
        _ bar: Bar, by author: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            INSERT INTO access.bar (site_id, account_id, episode_id, barred_by, barred_at)
            SELECT \(bar.site.number), \(bar.account.bound), \(bar.episode.bound), \(author.text), \(now)
            WHERE NOT EXISTS (
                SELECT FROM access.bar WHERE account_id = \(bar.account.bound)
                    AND episode_id = \(bar.episode.bound) AND lifted_at IS NULL)
            """)
        return tag.rows == 1
    }

    /// Lifts a bar. It stays in the history.
    /// - Returns: whether there was one.
    package static func lift(
        _ bar: Bar, by author: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            UPDATE access.bar SET lifted_by = \(author.text), lifted_at = greatest(\(now), barred_at)
            WHERE account_id = \(bar.account.bound) AND episode_id = \(bar.episode.bound)
                AND lifted_at IS NULL
            """)
        return tag.rows > 0
    }

    /// The episodes, of those that are reached, that a member of staff must not see: those that an account of theirs is
    /// kept from, and the same child's others.
    package static func episodes(
        closedTo staff: StaffCode, at site: SiteID, in transaction: Transaction
    ) async throws -> Set<EpisodeID> {
        let rows = try await transaction.query(
            """
            SELECT DISTINCT e.episode_id
            FROM access.bar AS b
            JOIN record.episode AS known ON known.site_id = b.site_id AND known.episode_id = b.episode_id
            JOIN record.episode AS e ON e.site_id = known.site_id AND e.child_id = known.child_id
            CROSS JOIN LATERAL door.grants_of(b.account_id) AS g
            WHERE b.site_id = \(site.number) AND b.lifted_at IS NULL AND g.site_id = b.site_id
                AND g.staff = \(staff.text)
            """)
        return Set(try rows.column(0, as: UUIDBytes.self).map { EpisodeID($0) })
    }
}
