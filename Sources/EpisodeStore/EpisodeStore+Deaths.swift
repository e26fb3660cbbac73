import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// The deaths of children of a site, as far as they are on record.
    /// - Parameters:
    ///   - children: only of these; nil for all.
    ///   - instant: nil for all that is known; otherwise what was known then.
    package func deaths(
        of children: [ChildID]? = nil, site: SiteID, knownAt instant: Instant? = nil, _ transaction: Transaction
    ) async throws -> [ChildID: CivilDate] {
        let ids = children?.map(\.bound)
        // What grew after the instant is read as it was then.
        let rows = try await transaction.query(
            """
            SELECT c.child_id, c.died_on, coalesce(s.last_recorded_at > \(nullable: instant), false)
            FROM record.child AS c
            JOIN record.stream AS s ON s.site_id = c.site_id AND s.stream = 'child' AND s.stream_id = c.child_id
            WHERE c.site_id = \(site.number) AND (c.died_on IS NOT NULL OR s.last_recorded_at > \(nullable: instant))
                AND (\(nullable: ids)::uuid[] IS NULL OR c.child_id = ANY(\(nullable: ids)))
            """
        )
        var deaths: [ChildID: CivilDate] = [:]
        var grown: [ChildID] = []
        for row in rows {
            let (id, day, hasGrown) = try row.decode(UUIDBytes.self, CivilDate?.self, Bool.self)
            if hasGrown { grown.append(ChildID(id)) } else { deaths[ChildID(id)] = day }
        }
        for state in try await load(grown, in: ChildStream.self, site: site, knownAt: instant, transaction).values {
            deaths[state.id] = state.history.facts?.death?.on
        }
        return deaths
    }
}
