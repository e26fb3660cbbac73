import CivilDate
import Intervention
import Postgres
import Sites
import Vault

/// The rows of `duty.retention` as they are to be.
struct RetentionTable {
    private var children: [UUIDBytes] = []
    private var keys: [Digest256] = []
    private var classes: [String] = []
    private var days: [CivilDate?] = []
    private var due: [Bool] = []

    /// How many there are.
    var count: Int { children.count }

    /// Adds the row of a child.
    mutating func add(_ child: ChildID, _ key: Digest256, _ verdict: RetentionVerdict, isDue: Bool) {
        children.append(child.bound)
        keys.append(key)
        classes.append(verdict.rule.rawValue)
        days.append(verdict.keepThrough)
        due.append(isDue)
    }

    /// Writes the rows that are not there as they are to be, and removes those of children who are not on record.
    /// - Returns: how many were written.
    func write(of site: SiteID, in transaction: Transaction) async throws -> Int {
        try await transaction.execute(
            """
            DELETE FROM duty.retention AS r WHERE r.site_id = \(site.number)
                AND NOT EXISTS (SELECT FROM unnest(\(keys)) AS u (child_key) WHERE u.child_key = r.child_key)
            """
        )
        return try await transaction.execute(
            """
            INSERT INTO duty.retention AS r (site_id, child_key, class, keep_through, is_proposed, child_id)
            SELECT \(site.number), u.child_key, u.class, coalesce(u.keep_through, 'infinity'), u.is_due, u.child_id
            FROM unnest(\(keys), \(classes), \(days), \(due), \(children))
                AS u (child_key, class, keep_through, is_due, child_id)
            ON CONFLICT (site_id, child_key) DO UPDATE
            SET class = excluded.class, keep_through = excluded.keep_through, is_proposed = excluded.is_proposed,
                child_id = excluded.child_id
            WHERE (r.class, r.keep_through, r.is_proposed, r.child_id)
                IS DISTINCT FROM (excluded.class, excluded.keep_through, excluded.is_proposed, excluded.child_id)
            """
        ).rows
    }
}
