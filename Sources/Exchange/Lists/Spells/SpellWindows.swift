import CivilDate
import Intervention
import Postgres

/// The time that spells may reach into, by child.
struct SpellWindows {
    private let site: SiteID
    private var windows: [ChildID: SpellWindow] = [:]

    /// No child is known yet.
    init(of site: SiteID) {
        self.site = site
    }

    /// The time of a child; nil when it has no episode.
    subscript(child: ChildID) -> SpellWindow? { windows[child] }

    /// Loads the times of some children, instead of those that were loaded before.
    mutating func load(_ children: [ChildID], in transaction: Transaction) async throws {
        windows = [:]
        // A declined referral is over on the day of the decision; one that is pending is open.
        let rows = try await transaction.query(
            """
            SELECT child_id, min(referred_on),
                CASE WHEN bool_and(closed_on IS NOT NULL OR decision = 'declined')
                    THEN max(coalesce(closed_on, decided_on)) END
            FROM record.episode
            WHERE site_id = \(site.number)
                AND child_id = ANY(\(children.map { UUIDBytes(high: $0.high, low: $0.low) }))
            GROUP BY child_id
            """
        )
        for row in rows {
            let (id, referredOn, closedOn) = try row.decode(UUIDBytes.self, CivilDate.self, CivilDate?.self)
            windows[ChildID(high: id.high, low: id.low)] = SpellWindow(referredOn: referredOn, closedOn: closedOn)
        }
    }
}
