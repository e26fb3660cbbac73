package import CivilDate
package import Intervention
package import Postgres

/// Looks that the night found worth a look by whoever answers for privacy.
package struct AccessAlert: Hashable, Sendable {
    /// `sensitive-address`, `relative`, `without-relationship` or `many-episodes`.
    package let kind: String
    /// The day of the looks at the site.
    package let day: CivilDate
    /// How many looks, or of `many-episodes` how many episodes, it stands for.
    package let number: Int
    /// The first look of the day that it is about.
    package let look: LookEntry

    /// Alerts of a site, in the order of their days.
    /// - Parameter from: from this day at the site on; nil for all.
    package static func read(
        from: CivilDate?, at site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) -> [AccessAlert] {
        let rows = try await transaction.query(
            """
            SELECT l.arrival, l.at, l.actor::text, l.way, l.cover_for::text, l.action::text, l.relation, l.target,
                l.target_id::text, coalesce(e.ref::text, c.ref::text), l.outcome, l.rows, l.reference::text,
                a.kind, a.day, a.number
            FROM access.alert AS a JOIN access.look AS l ON l.site_id = a.site_id AND l.arrival = a.arrival
            LEFT JOIN record.episode AS e
                ON l.target = 'episode' AND e.site_id = l.site_id AND e.episode_id = l.target_id
            LEFT JOIN record.child AS c
                ON l.target IN ('child', 'person') AND c.site_id = l.site_id AND c.child_id = l.target_id
            WHERE a.site_id = \(site.number) AND (\(nullable: from)::date IS NULL OR a.day >= \(nullable: from)::date)
            ORDER BY a.day, a.arrival, a.kind
            """)
        var alerts: [AccessAlert] = []
        for row in rows { alerts.append(try AccessAlert(row)) }
        return alerts
    }

    private init(_ row: Row) throws(PostgresFault) {
        look = try LookEntry(row)
        (kind, day) = (try row.decode(13), try row.decode(14))
        number = Int(try row.decode(15, as: Int32.self))
    }
}
