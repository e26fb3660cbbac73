import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// The episodes of a site that may owe or be owed something on a day: accepted, and open or closed not too long ago.
    /// They come by id, a few at a time.
    /// - Parameters:
    ///   - closedSince: the first day of closing that still counts.
    ///   - after: the last id of the answer before; nil for the first.
    ///   - count: at most so many.
    ///   - team: only those that this team has or had; nil for all.
    package func episodesInPlay(
        closedSince: CivilDate, after last: EpisodeID?, atMost count: Int, of team: TeamID? = nil,
        site: SiteID, _ transaction: Transaction
    ) async throws -> [StreamState<EpisodeStream>] {
        let teams = [team].compactMap { $0?.bound }
        let rows = try await transaction.query(
            """
            SELECT episode_id FROM record.episode AS e
            WHERE site_id = \(site.number) AND decision = 'accepted'
                AND (closed_on IS NULL OR closed_on >= \(closedSince))
                AND episode_id > \((last ?? EpisodeID(high: 0, low: 0)).bound)
                AND (cardinality(\(teams)) = 0 OR EXISTS (
                    SELECT FROM record.assignment AS a
                    WHERE a.site_id = e.site_id AND a.episode_id = e.episode_id AND a.team_id = ANY(\(teams))
                ))
            ORDER BY episode_id LIMIT \(Int64(count))
            """
        )
        let ids = try rows.column(0, as: UUIDBytes.self).map { EpisodeID($0) }
        let states = try await load(ids, in: EpisodeStream.self, site: site, transaction)
        return ids.compactMap { states[$0] }
    }
}
