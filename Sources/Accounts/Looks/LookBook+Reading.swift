package import Intervention
package import Postgres

extension LookBook {
    /// Looks at a site, in the order in which they arrived.
    /// - Parameter limit: So many at most.
    package static func read(
        _ filter: LookFilter, at site: SiteID, limit: Int, in transaction: Transaction
    ) async throws(PostgresFault) -> [LookEntry] {
        let rows = try await transaction.query(
            """
            SELECT l.arrival, l.at, l.actor::text, l.way, l.cover_for::text, l.action::text, l.relation, l.target,
                l.target_id::text, l.outcome, l.rows, l.reference::text
            FROM access.look AS l
            WHERE l.site_id = \(site.number) AND l.arrival > \(filter.after.number)
                AND (\(nullable: filter.account?.text)::text IS NULL
                    OR l.actor = \(nullable: filter.account?.text)::text)
                AND (\(nullable: filter.target?.word)::text IS NULL OR l.target = \(nullable: filter.target?.word)::text
                    AND l.target_id IS NOT DISTINCT FROM \(nullable: filter.target?.uuid)::uuid)
                AND (\(nullable: filter.action?.rawValue)::text IS NULL
                    OR l.action = \(nullable: filter.action?.rawValue)::text)
                AND (\(nullable: filter.from)::timestamptz IS NULL OR l.at >= \(nullable: filter.from)::timestamptz)
                AND (\(nullable: filter.until)::timestamptz IS NULL OR l.at < \(nullable: filter.until)::timestamptz)
                AND (NOT \(filter.onlyBreakGlass) OR l.relation = 'break-glass' OR l.action = 'access.break-glass')
            ORDER BY l.arrival LIMIT \(limit)
            """)
        var entries: [LookEntry] = []
        entries.reserveCapacity(rows.count)
        for row in rows { entries.append(try LookEntry(row)) }
        return entries
    }
}
