package import Intervention
package import Postgres

extension LookBook {
    /// Looks at a site, in the order in which they arrived.
    /// - Parameter limit: So many at most.
    package static func read(
        _ filter: LookFilter, at site: SiteID, limit: Int, in transaction: Transaction
    ) async throws(PostgresFault) -> [LookEntry] {
        let targets = filter.targets ?? []
        let rows = try await transaction.query(
            """
            SELECT l.arrival, l.at, l.actor::text, l.way, l.cover_for::text, l.action::text, l.relation, l.target,
                l.target_id::text, coalesce(e.ref::text, c.ref::text, t.code::text), l.outcome, l.rows,
                l.reference::text
            FROM access.look AS l
            LEFT JOIN record.episode AS e
                ON l.target = 'episode' AND e.site_id = l.site_id AND e.episode_id = l.target_id
            LEFT JOIN record.child AS c
                ON l.target IN ('child', 'person') AND c.site_id = l.site_id AND c.child_id = l.target_id
            LEFT JOIN site.team AS t ON l.target = 'team' AND t.site_id = l.site_id AND t.team_id = l.target_id
            WHERE l.site_id = \(site.number) AND l.arrival > \(filter.after.number)
                AND (\(nullable: filter.account?.text)::text IS NULL
                    OR l.actor = \(nullable: filter.account?.text)::text)
                AND (\(filter.targets == nil) OR (l.target, l.target_id) IN (
                    SELECT u.target, u.id FROM unnest(\(targets.map(\.word)), \(targets.map(\.uuid))) AS u (target, id)))
                AND (\(nullable: filter.action?.rawValue)::text IS NULL
                    OR l.action = \(nullable: filter.action?.rawValue)::text)
                AND (\(nullable: filter.outcome?.rawValue)::text IS NULL
                    OR l.outcome = \(nullable: filter.outcome?.rawValue)::text)
                AND (\(nullable: filter.from)::timestamptz IS NULL OR l.at >= \(nullable: filter.from)::timestamptz)
                AND (\(nullable: filter.until)::timestamptz IS NULL OR l.at < \(nullable: filter.until)::timestamptz)
                AND (NOT \(filter.onlyBreakGlass) OR l.relation = 'break-glass' OR l.action = 'access.break-glass')
            ORDER BY l.arrival LIMIT \(limit)
            """)
        return try entries(rows)
    }

    /// Looks at figures of the network, which belong to no site, in the order in which they arrived. Of the filter, targets
    /// and broken glass do not matter: there are none.
    /// - Parameter limit: So many at most.
    package static func read(
        ofNetwork filter: LookFilter, limit: Int, in transaction: Transaction
    ) async throws(PostgresFault) -> [LookEntry] {
        let rows = try await transaction.query(
            """
            SELECT l.arrival, l.at, l.actor::text, l.way, NULL::text, l.action::text, 'network', 'network', NULL::text,
                NULL::text, l.outcome, l.rows, l.reference::text
            FROM door.network_looks(
                \(filter.after.number), \(nullable: filter.account?.text), \(nullable: filter.action?.rawValue),
                \(nullable: filter.outcome?.rawValue), \(nullable: filter.from), \(nullable: filter.until), \(limit)
            ) AS l
            ORDER BY l.arrival
            """)
        return try entries(rows)
    }

    private static func entries(_ rows: Rows) throws(PostgresFault) -> [LookEntry] {
        var entries: [LookEntry] = []
        entries.reserveCapacity(rows.count)
        for row in rows { entries.append(try LookEntry(row)) }
        return entries
    }
}
