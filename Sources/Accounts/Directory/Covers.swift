package import CivilDate
package import Intervention
package import Postgres
internal import Vault

/// Who stands in for whom at a site. The transaction has the scope of the site.
package enum Covers {
    /// Somebody who stands in for another between two days.
    package struct Cover: Hashable, Sendable {
        /// Who stands in: the code that they work under, or that of their account.
        package let by: StaffCode
        /// For whom.
        package let standsInFor: StaffCode
        /// The first day.
        package let from: CivilDate
        /// The last day.
        package let through: CivilDate

        /// Whether it holds on a day.
        package func holds(on day: CivilDate) -> Bool { from <= day && day <= through }
    }

    /// Those who stand in for somebody on any of some days, by first day. Closed accounts stand in for nobody.
    package static func between(
        _ from: CivilDate, _ through: CivilDate, at site: SiteID, in transaction: Transaction
    ) async throws -> [Cover] {
        let rows = try await transaction.query(
            """
            SELECT DISTINCT coalesce(g.staff, f.code), g.cover_for, g.from_day, g.through_day
            FROM door.accounts_of_site(\(site.number)) AS a
            CROSS JOIN LATERAL door.account_facts(a.account_id) AS f
            CROSS JOIN LATERAL door.grants_of(a.account_id) AS g
            WHERE f.disabled_at IS NULL AND g.site_id = \(site.number) AND g.cover_for IS NOT NULL
                AND g.from_day <= \(through) AND g.through_day >= \(from)
            ORDER BY 3, 4, 1, 2
            """)
        return try rows.compactMap { row in
            let (by, whom, from, through) = try row.decode(String.self, String.self, CivilDate.self, CivilDate.self)
            guard let by = StaffCode(by), let whom = StaffCode(whom) else { return nil }
            return Cover(by: by, standsInFor: whom, from: from, through: through)
        }
    }
}
