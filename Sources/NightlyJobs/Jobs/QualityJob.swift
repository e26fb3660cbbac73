import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Makes the night's data-quality scorecard: of what was referred, decided or closed in the last twelve months, how much
/// breaks each rule of the pack.
package struct QualityJob: NightlyJob {
    /// Days a referral may wait for its decision before it counts, 1 to 365; our decision.
    package let decisionDays: Int
    /// Days after a closing by which it is to be on record, 1 to 365; our decision.
    package let lateDays: Int

    /// The job, or nil for settings outside their bounds.
    package init?(decisionDays: Int = 28, lateDays: Int = 14) {
        guard (1...365).contains(decisionDays), (1...365).contains(lateDays) else { return nil }
        self.decisionDays = decisionDays
        self.lateDays = lateDays
    }

    /// The job with its usual settings.
    package static let usual: QualityJob = {
        guard let job = QualityJob() else { preconditionFailure("the usual settings lie within their bounds") }
        return job
    }()

    /// The edition of the rules; a rule that is changed makes a new one.
    static let pack = "2026"

    package var name: JobName { "quality" }
    package var summary: String { "counts missing and late data of the last twelve months, rule by rule" }
    package var catchUp: CatchUp { .all(atMostDays: 35) }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        let id = site.site.id.number
        let known = site.knownAt
        let first = day.adding(months: -12).adding(days: 1)
        let rows = try await site.transaction.query(
            """
            WITH fact AS (
                SELECT * FROM reporting.episode_fact
                WHERE site_id = \(id) AND known_from <= \(known) AND \(known) < known_to
            ), closing AS (
                SELECT f.*, (
                    SELECT min(v.known_from) FROM reporting.episode_fact AS v
                    WHERE v.site_id = f.site_id AND v.fact_key = f.fact_key AND v.closed_on IS NOT NULL) AS closing_known
                FROM fact AS f WHERE f.closed_on BETWEEN \(first) AND \(day)
            ), counted (rule, checked, faulty) AS (
                SELECT r.rule, count(*), count(*) FILTER (WHERE r.broken) FROM fact AS f
                CROSS JOIN LATERAL (VALUES
                    ('source-missing', f.referral_source IS NULL), ('age-missing', f.age_months IS NULL),
                    ('sex-missing', f.sex IS NULL), ('ethnicity-missing', f.ethnicity IS NULL),
                    ('authority-missing', f.responsible_authority IS NULL)) AS r (rule, broken)
                WHERE f.referred_on BETWEEN \(first) AND \(day)
                GROUP BY r.rule
                UNION ALL
                SELECT 'decision-late', count(*), count(*) FILTER (
                    WHERE coalesce(f.decided_on, \(day)) - f.referred_on > \(Int32(decisionDays)))
                FROM fact AS f WHERE f.referred_on BETWEEN \(first) AND \(day)
                UNION ALL
                SELECT r.rule, count(*), count(*) FILTER (WHERE r.broken) FROM closing AS c
                CROSS JOIN LATERAL (VALUES
                    ('outcome-unknown', coalesce(c.at_home, 'unknown') = 'unknown'
                        OR coalesce(c.in_school_or_work, 'unknown') = 'unknown'
                        OR coalesce(c.no_new_arrests, 'unknown') = 'unknown'),
                    ('interview-missing', coalesce(c.interview_expected, false) AND c.interviews = 0),
                    ('decision-estimated', c.decided_day_estimated),
                    ('closing-late', (extract(epoch FROM c.closing_known) / 86400)::bigint
                        - (c.closed_on - DATE '1970-01-01') > \(Int64(lateDays)))) AS r (rule, broken)
                GROUP BY r.rule
            )
            INSERT INTO duty.quality AS q (site_id, on_day, rule, pack, checked, faulty)
            SELECT \(id), \(day), rule, \(QualityJob.pack), checked, faulty FROM counted WHERE checked > 0
            ON CONFLICT (site_id, on_day, rule) DO UPDATE
            SET pack = excluded.pack, checked = excluded.checked, faulty = excluded.faulty
            WHERE (q.pack, q.checked, q.faulty) IS DISTINCT FROM (excluded.pack, excluded.checked, excluded.faulty)
            RETURNING rule, checked, faulty
            """)
        var tally = Tally(read: 1)
        tally.count("rules", rows.count)
        if site.isShowing {
            tally.lines = try rows.map { row in
                let (rule, checked, faulty) = try row.decode(String.self, Int.self, Int.self)
                return "\(rule): \(faulty) of \(checked)"
            }.sorted()
        }
        return tally
    }
}
