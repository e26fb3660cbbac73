import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Goes over the looks of the day before and notes those that whoever answers for privacy should look into: at a family
/// that a colleague belongs to, at somebody with a sensitive address, at records without a relation to the family, and
/// at many families in one day.
package struct AccessReviewJob: NightlyJob {
    /// How many families one account looks at in a day before it is noted: more than a therapist's caseload and their
    /// team's together (five therapists with four to six families each, `clinical.md` 2), 10 to 1000; our decision.
    package let mostEpisodes: Int

    /// The job, or nil for settings outside their bounds.
    package init?(mostEpisodes: Int = 40) {
        guard (10...1000).contains(mostEpisodes) else { return nil }
        self.mostEpisodes = mostEpisodes
    }

    /// The job with its usual settings.
    package static let usual: AccessReviewJob = {
        guard let job = AccessReviewJob() else { preconditionFailure("the usual settings lie within their bounds") }
        return job
    }()

    package var name: JobName { "access-review" }
    package var summary: String { "notes looks of the day before that somebody should look into" }
    package var catchUp: CatchUp { .all(atMostDays: 35) }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        let clock = SiteClock(site.site.timeZone)
        let before = day.adding(days: -1)
        let rows = try await site.transaction.query(
            finding(
                at: site.site.id, on: before, from: clock.instant(of: before, second: 0),
                until: clock.instant(of: day, second: 0)))
        var tally = Tally(read: 1)
        for row in rows {
            let (kind, actor, number) = try row.decode(String.self, String.self, Int32.self)
            tally.count(kind)
            if site.isShowing { tally.lines.append("\(kind): \(actor), \(number)") }
        }
        return tally
    }

    /// A look at a child or another person is one at each episode that they take part in.
    private func finding(at site: SiteID, on day: CivilDate, from start: Instant, until end: Instant) -> Statement {
        """
        WITH look AS (
            SELECT l.* FROM access.look AS l
            WHERE l.site_id = \(site.number) AND l.at >= \(start) AND l.at < \(end) AND l.account_id IS NOT NULL
                AND l.target IN ('episode', 'child', 'person')
        ), family AS (
            SELECT l.*, e.episode_id FROM look AS l JOIN record.episode AS e ON e.site_id = l.site_id
                AND (e.episode_id = l.target_id OR e.child_id = l.target_id OR EXISTS (
                    SELECT FROM record.participant AS p
                    WHERE p.site_id = e.site_id AND p.episode_id = e.episode_id AND p.participant_id = l.target_id))
        ), found (kind, arrival, number) AS (
            SELECT 'relative', f.arrival, 1 FROM family AS f
            WHERE f.relation <> 'own-episode' AND EXISTS (
                SELECT FROM access.relative AS r
                WHERE r.site_id = f.site_id AND r.episode_id = f.episode_id AND r.noted_at <= f.at
                    AND (r.ended_at IS NULL OR f.at < r.ended_at))
            UNION
            SELECT 'without-relationship', min(f.arrival), count(*) FROM family AS f
            WHERE f.outcome = 'allowed' AND (
                f.relation = 'break-glass' OR f.action = 'access.break-glass'
                OR f.relation = 'own-site' AND f.action IN ('episode.show', 'person.show'))
            GROUP BY f.account_id, f.episode_id
            UNION
            SELECT 'sensitive-address', min(l.arrival), count(*) FROM look AS l
            WHERE (l.outcome = 'refused' OR l.relation NOT IN ('own-episode', 'own-team', 'on-call')) AND EXISTS (
                SELECT FROM identity.address AS a
                WHERE a.site_id = l.site_id AND a.person_id = l.target_id AND a.sensitive)
            GROUP BY l.account_id, l.target_id
            UNION
            SELECT 'many-episodes', min(f.arrival), count(DISTINCT f.episode_id) FROM family AS f
            GROUP BY f.account_id HAVING count(DISTINCT f.episode_id) > \(Int32(mostEpisodes))
        ), noted AS (
            INSERT INTO access.alert (site_id, kind, arrival, day, number)
            SELECT \(site.number), kind, arrival, \(day), number::integer FROM found
            ON CONFLICT (site_id, kind, arrival) DO NOTHING
            RETURNING kind, arrival, number
        )
        SELECT n.kind, l.actor::text, n.number FROM noted AS n JOIN look AS l ON l.arrival = n.arrival
        ORDER BY n.arrival, n.kind
        """
    }
}
