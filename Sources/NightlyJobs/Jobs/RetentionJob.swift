import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Works out anew by which rule each child's record is kept and how long, and proposes what is past its day. It disposes of
/// nothing: two people decide.
package struct RetentionJob: NightlyJob {
    /// The years of the rules.
    package let policy: RetentionPolicy

    /// The job under a policy.
    package init(_ policy: RetentionPolicy = RetentionPolicy()) { self.policy = policy }

    package var name: JobName { "retention" }
    package var summary: String { "works out how long each child's record is kept, and proposes what is past its day" }
    /// What holds on the newest day holds whatever held in between.
    package var catchUp: CatchUp { .newest }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        var tally = Tally()
        let before =
            try await site.transaction.query(
                "SELECT count(*) FROM duty.retention WHERE site_id = \(site.site.id.number) AND is_proposed"
            ).column(0, as: Int.self).first ?? 0
        let id = site.site.id.number
        let known = site.knownAt
        // The latest birthday that an age in months allows: a record is kept a month too long rather than a day too short.
        let written = try await site.transaction.execute(
            """
            WITH episode AS (
                SELECT child_key, greatest(max(closed_on), max(referred_on)) AS ended_on,
                    max((referred_on - make_interval(months => age_months))::date) AS born_on,
                    bool_or(decision <> 'declined' AND closed_on IS NULL) AS is_open
                FROM reporting.episode_fact
                WHERE site_id = \(id) AND known_from <= \(known) AND \(known) < known_to AND child_key IS NOT NULL
                GROUP BY child_key
            ), child AS (
                SELECT e.*, EXISTS (
                    SELECT FROM reporting.care_spell_fact AS c
                    WHERE c.site_id = \(id) AND c.child_key = e.child_key AND c.looked_after
                        AND c.known_from <= \(known) AND \(known) < c.known_to) AS is_looked_after
                FROM episode AS e
            ), ruled AS (
                SELECT child_key,
                    CASE WHEN is_looked_after THEN 'looked-after' ELSE 'not-known-looked-after' END AS class,
                    CASE
                        WHEN is_open THEN 'infinity'::date
                        WHEN is_looked_after AND born_on IS NULL THEN 'infinity'::date
                        ELSE greatest(
                            CASE WHEN is_looked_after
                                THEN (born_on + make_interval(years => \(Int32(policy.lookedAfterBirthday))))::date END,
                            (ended_on + make_interval(years => \(Int32(policy.yearsAfterClosing))))::date)
                    END AS keep_through
                FROM child
            ), gone AS (
                DELETE FROM duty.retention AS r
                WHERE r.site_id = \(id) AND NOT EXISTS (SELECT FROM ruled WHERE ruled.child_key = r.child_key)
            )
            INSERT INTO duty.retention AS r (site_id, child_key, class, keep_through, is_proposed)
            SELECT \(id), child_key, class, keep_through, keep_through < \(day) FROM ruled
            ON CONFLICT (site_id, child_key) DO UPDATE
            SET class = excluded.class, keep_through = excluded.keep_through, is_proposed = excluded.is_proposed
            WHERE (r.class, r.keep_through, r.is_proposed)
                IS DISTINCT FROM (excluded.class, excluded.keep_through, excluded.is_proposed)
            """
        ).rows
        let counts = try await site.transaction.query(
            "SELECT count(*), count(*) FILTER (WHERE is_proposed) FROM duty.retention WHERE site_id = \(id)")
        guard let row = counts.first else { return tally }
        let (children, proposed) = try row.decode(Int.self, Int.self)
        tally.read = children
        tally.count("classed", written)
        if site.isShowing {
            tally.lines = [
                "\(written) of \(children) records are classed anew",
                "\(proposed) are past their day; \(before) were before",
            ]
        }
        return tally
    }
}

/// How many years records are kept. The longest of the rules that may apply wins: what is not known to be without a child
/// protection plan is kept as though there had been one.
package struct RetentionPolicy: Hashable, Sendable {
    /// The birthday through which a looked-after child's record is kept, 75 to 100 (Care Planning Regulations 2010, r. 50).
    package let lookedAfterBirthday: Int
    /// Years after the last closing for all others, 26 to 100: 35 is what councils keep after a child protection plan, and
    /// is longer than the rules for health records of children.
    package let yearsAfterClosing: Int

    /// A policy with the usual years.
    package init() {
        lookedAfterBirthday = 75
        yearsAfterClosing = 35
    }

    /// A policy, or nil for years outside their bounds.
    package init?(lookedAfterBirthday: Int, yearsAfterClosing: Int) {
        guard (75...100).contains(lookedAfterBirthday), (26...100).contains(yearsAfterClosing) else { return nil }
        self.lookedAfterBirthday = lookedAfterBirthday
        self.yearsAfterClosing = yearsAfterClosing
    }
}
