"""Reports over the facts of a network, each beside statements that make its counts alone."""

from reads import pgbench
from sides import Line, Side, alternate

SITES = 30
INTERVIEWS = 5
FROM, UNTIL = "2015-01-01", "2025-01-01"

# What a year and a site of the network would have: facts made by arithmetic, so that every run has the same.
EPISODES = """
INSERT INTO reporting.episode_fact (
    site_id, fact_key, child_key, version, known_from, model_id, model_version, settings_version, team, decided_team,
    closed_team, referral_source, sex, ethnicity, deprivation_decile, age_months, referred_on, decision, decided_on,
    started_on, closed_on, closure_reason, closure_group, stay_days, interview_expected, at_home, in_school_or_work,
    no_new_arrests, further_answers, interviews, score_sum_billionths, threshold_billionths, threshold_operator,
    adherent, follow_ups, shape)
SELECT
    site, sha256(('episode ' || n)::bytea), sha256(('child ' || n)::bytea), 1, closed + interval '1 day', 'mst', 1, 1,
    'a-mst', 'a-mst', 'a-mst', (ARRAY['police', 'family', '3A', '6'])[1 + n % 4], (ARRAY['M', 'F'])[1 + n % 2],
    (ARRAY['WBRI', 'BCRB', 'APKN', 'MWBC'])[1 + n / 7 % 4], 1 + n % 10, 132 + n % 84, started - 20, 'accepted',
    started - 10, started, closed, reason, reason, closed - started, true,
    (ARRAY['yes', 'yes', 'yes', 'no', 'yes', 'yes', 'unknown'])[1 + n / 3 % 7],
    (ARRAY['yes', 'no', 'yes', 'yes', 'unknown'])[1 + n / 5 % 5], (ARRAY['yes', 'yes', 'no'])[1 + n / 11 % 3],
    jsonb_build_object(
        'carer_skills', (ARRAY['yes', 'no'])[1 + n % 2], 'school_success', (ARRAY['yes', 'no'])[1 + n % 3 / 2]),
    {each},
    {each} * (500000000 + n % 500 * 1000000)::bigint, 610000000, '>', n % 500 > 110,
    CASE WHEN n % 3 = 0 THEN '{{}}'::jsonb ELSE '{{"6": "collected", "6/at_home": "yes"}}'::jsonb END, 4
FROM (
    SELECT
        n, 1 + n % {sites} AS site, day AS started, day + 70 + n % 90 AS closed,
        (ARRAY['completed', 'completed', 'completed', 'completed', 'completed', 'lack_of_engagement', 'placed',
            'completed'])[1 + n / 13 % 8] AS reason
    FROM generate_series(1, {episodes}) AS n
    CROSS JOIN LATERAL (SELECT date '{start}' + (n::bigint * 7919 % 3490)::integer AS day) AS begun
) AS made"""
HELD = """
INSERT INTO reporting.interview_fact (
    site_id, episode_key, fact_key, version, known_from, held_on, team, therapist, score_billionths, shape)
SELECT
    site_id, fact_key, sha256(fact_key || int4send(i)), 1, started_on + 7 + 14 * i + interval '1 day',
    started_on + 7 + 14 * i, 'a-mst', 't-' || age_months % 4, score_sum_billionths / {each}, 1
FROM reporting.episode_fact CROSS JOIN generate_series(1, {each}) AS i"""
SPELLS = """
INSERT INTO reporting.care_spell_fact (
    site_id, child_key, fact_key, version, known_from, measure, term, looked_after, out_of_home, custody, started_on,
    ended_on, shape)
SELECT
    site_id, child_key, sha256(child_key || 's'::bytea), 1, closed_on + interval '1 day',
    CASE WHEN age_months % 2 = 0 THEN 'placement' ELSE 'provision' END,
    CASE WHEN age_months % 2 = 0 THEN 'childrens_home' ELSE 'child_in_need' END, age_months % 4 = 1,
    age_months % 2 = 0, false,
    started_on + 30 - age_months % 3 * 200, started_on + 90 - age_months % 3 * 200, 2
FROM reporting.episode_fact WHERE age_months % 5 < 2"""

CURRENT = f"known_to = 'infinity' AND closed_on >= '{FROM}' AND closed_on < '{UNTIL}'"
INSTRUMENTAL = (
    "carer_skills", "family_relations", "support_network", "school_success", "prosocial_peers", "changes_sustained")
# What a clerk with SQL would count for the same report, of one model and as it is known now: the counts that the report
# prints, without what makes figures of them, and without what a report is asked besides (team, authority, time of
# knowledge, facts of another shape).
COUNTS = {
    "indicators": f"""
        SELECT closure_group, count(*), count(*) FILTER (WHERE at_home = 'yes'), count(*) FILTER (WHERE at_home = 'no'),
            count(*) FILTER (WHERE in_school_or_work = 'yes'), count(*) FILTER (WHERE in_school_or_work = 'no'),
            count(*) FILTER (WHERE no_new_arrests = 'yes'), count(*) FILTER (WHERE no_new_arrests = 'no'),
            count(*) FILTER (WHERE adherent), count(*) FILTER (WHERE interview_expected),
            count(*) FILTER (WHERE interview_expected AND interviews > 0), sum(stay_days), sum(score_sum_billionths),
            sum((closed_on - started_on - 7) / 28 + 1), {", ".join(
                f"count(*) FILTER (WHERE further_answers ->> '{outcome}' = '{answer}')"
                for outcome in INSTRUMENTAL for answer in ("yes", "no"))}
        FROM reporting.episode_fact WHERE {CURRENT} GROUP BY 1;
        SELECT decision, count(*) FROM reporting.episode_fact
        WHERE known_to = 'infinity' AND decided_on >= '{FROM}' AND decided_on < '{UNTIL}' GROUP BY 1;
        SELECT count(*)
        FROM (
            SELECT DISTINCT e.site_id, e.fact_key, (i.held_on - e.started_on - 7) / 28
            FROM reporting.episode_fact AS e
            JOIN reporting.interview_fact AS i ON i.site_id = e.site_id AND i.episode_key = e.fact_key
            WHERE e.known_to = 'infinity' AND i.known_to = 'infinity' AND i.held_on >= '{FROM}'
                AND i.held_on < '{UNTIL}'
        ) AS held""",
    "referrals": f"""
        SELECT decision, decline_reason, onward_service, referral_source, started_on IS NOT NULL, count(*)
        FROM reporting.episode_fact
        WHERE known_to = 'infinity' AND (referred_on >= '{FROM}' AND referred_on < '{UNTIL}'
            OR decided_on >= '{FROM}' AND decided_on < '{UNTIL}') GROUP BY 1, 2, 3, 4, 5;
        SELECT e.age_months / 12, e.decided_on - e.referred_on, e.started_on - e.decided_on,
            e.started_on - e.referred_on, e.referred_on - s.first_on, count(*)
        FROM reporting.episode_fact AS e
        LEFT JOIN (
            SELECT site_id, child_key, min(started_on) AS first_on FROM reporting.care_spell_fact
            WHERE known_to = 'infinity' AND measure = 'provision' GROUP BY 1, 2
        ) AS s USING (site_id, child_key)
        WHERE e.known_to = 'infinity' AND e.referred_on >= '{FROM}' AND e.referred_on < '{UNTIL}'
        GROUP BY GROUPING SETS ((1), (2), (3), (4), (5))""",
    "comparison": f"""
        SELECT e.site_id, e.age_months / 24, coalesce(p.first_on < e.referred_on, false), e.referral_source, count(*),
            count(*) FILTER (WHERE e.at_home = 'yes'), count(*) FILTER (WHERE e.at_home = 'no')
        FROM reporting.episode_fact AS e
        LEFT JOIN (
            SELECT site_id, child_key, min(started_on) AS first_on FROM reporting.care_spell_fact
            WHERE known_to = 'infinity' AND out_of_home GROUP BY 1, 2
        ) AS p USING (site_id, child_key)
        WHERE {CURRENT} GROUP BY 1, 2, 3, 4""",
    "trend": f"""
        SELECT date_trunc('quarter', closed_on), count(*), count(*) FILTER (WHERE at_home = 'yes'),
            count(*) FILTER (WHERE at_home = 'no'), count(*) FILTER (WHERE closure_group = 'not_counted')
        FROM reporting.episode_fact WHERE {CURRENT} GROUP BY 1""",
    "time-to-placement": f"""
        SELECT least(placed, ended) AS day, placed <= ended, count(*)
        FROM (
            SELECT e.closed_on - e.started_on AS ended, (
                SELECT min(s.started_on) - e.started_on FROM reporting.care_spell_fact AS s
                WHERE s.site_id = e.site_id AND s.child_key = e.child_key AND s.out_of_home
                    AND s.started_on >= e.started_on AND s.known_to = 'infinity') AS placed
            FROM reporting.episode_fact AS e
            WHERE known_to = 'infinity' AND started_on >= '{FROM}' AND started_on < '{UNTIL}'
        ) AS spans
        GROUP BY 1, 2""",
    "follow-up": f"""
        SELECT count(*), {", ".join(
            f"count(*) FILTER (WHERE follow_ups ->> '{month}/{outcome}' = '{answer}')"
            for month in (6, 12, 18) for outcome in ("at_home", "in_school_or_work", "no_new_arrests")
            for answer in ("yes", "no"))}
        FROM reporting.episode_fact WHERE {CURRENT} AND closure_group <> 'not_counted'""",
    "reach": f"""
        SELECT age_months / 24, sex, ethnicity, deprivation_decile, responsible_authority, referral_source,
            count(*) FILTER (WHERE referred_on >= '{FROM}' AND referred_on < '{UNTIL}'),
            count(*) FILTER (WHERE started_on >= '{FROM}' AND started_on < '{UNTIL}')
        FROM reporting.episode_fact
        WHERE known_to = 'infinity' AND (referred_on >= '{FROM}' AND referred_on < '{UNTIL}'
            OR started_on >= '{FROM}' AND started_on < '{UNTIL}')
        GROUP BY GROUPING SETS ((1), (2), (3), (4), (5), (6))""",
    "pre-post": f"""
        WITH first AS (
            SELECT DISTINCT ON (site_id, child_key) site_id, child_key, started_on, closed_on
            FROM reporting.episode_fact WHERE {CURRENT} AND started_on IS NOT NULL
            ORDER BY site_id, child_key, closed_on, started_on
        )
        SELECT s.term, count(DISTINCT (e.site_id, e.child_key)),
            count(DISTINCT (e.site_id, e.child_key)) FILTER (
                WHERE s.started_on < e.started_on AND (s.ended_on IS NULL OR s.ended_on > e.started_on - 365)),
            count(DISTINCT (e.site_id, e.child_key)) FILTER (
                WHERE s.started_on < e.closed_on + 365 AND (s.ended_on IS NULL OR s.ended_on > e.closed_on))
        FROM first AS e
        LEFT JOIN reporting.care_spell_fact AS s
            ON s.site_id = e.site_id AND s.child_key = e.child_key AND s.known_to = 'infinity'
        GROUP BY ROLLUP (1)""",
    "care-days": f"""
        SELECT count(*), count(*) FILTER (WHERE spells IS NULL), sum(looked_after), sum(out_of_home), sum(custody)
        FROM (
            SELECT DISTINCT site_id, child_key FROM reporting.episode_fact
            WHERE known_to = 'infinity' AND decision = 'accepted' AND decided_on < '{UNTIL}'
        ) AS e
        LEFT JOIN (
            SELECT site_id, child_key, count(*) AS spells, sum(days) FILTER (WHERE looked_after) AS looked_after,
                sum(days) FILTER (WHERE out_of_home) AS out_of_home, sum(days) FILTER (WHERE custody) AS custody
            FROM (
                SELECT *, greatest(0, least(ended_on, '{UNTIL}') - greatest(started_on, '{FROM}')) AS days
                FROM reporting.care_spell_fact WHERE known_to = 'infinity'
            ) AS clipped
            GROUP BY 1, 2
        ) AS s USING (site_id, child_key)""",
    "outcomes-contract": f"""
        SELECT count(*), count(*) FILTER (WHERE s.child_key IS NULL), sum(until - e.started_on),
            sum(greatest(0, least(s.ended_on, until) - greatest(s.started_on, e.started_on)))
        FROM (
            SELECT site_id, child_key, min(started_on) AS started_on,
                least((min(started_on) + interval '30 months')::date, '{UNTIL}') AS until
            FROM reporting.episode_fact
            WHERE known_to = 'infinity' AND started_on >= '{FROM}' AND started_on < '{UNTIL}' GROUP BY 1, 2
        ) AS e
        LEFT JOIN reporting.care_spell_fact AS s
            ON s.site_id = e.site_id AND s.child_key = e.child_key AND s.known_to = 'infinity' AND s.looked_after""",
    "quality": f"""
        SELECT count(*), count(*) FILTER (WHERE age_months IS NULL), count(*) FILTER (WHERE coalesce(sex, 'U') = 'U'),
            count(*) FILTER (WHERE ethnicity IS NULL), count(*) FILTER (WHERE responsible_authority IS NULL),
            count(*) FILTER (WHERE deprivation_decile IS NULL), count(*) FILTER (WHERE referral_source IS NULL),
            count(*) FILTER (WHERE decision = 'pending'),
            count(*) FILTER (WHERE decision = 'pending' AND referred_on + 28 < current_date)
        FROM reporting.episode_fact
        WHERE known_to = 'infinity' AND referred_on >= '{FROM}' AND referred_on < '{UNTIL}';
        SELECT count(*), count(*) FILTER (WHERE decided_day_estimated), count(*) FILTER (WHERE decision = 'declined'),
            count(*) FILTER (WHERE decision = 'declined' AND onward_service IS NULL)
        FROM reporting.episode_fact
        WHERE known_to = 'infinity' AND decided_on >= '{FROM}' AND decided_on < '{UNTIL}';
        SELECT count(*), count(*) FILTER (WHERE closure_group <> 'not_counted'),
            count(*) FILTER (WHERE closure_group <> 'not_counted' AND coalesce(at_home, 'unknown') = 'unknown'),
            count(*) FILTER (
                WHERE closure_group <> 'not_counted' AND coalesce(in_school_or_work, 'unknown') = 'unknown'),
            count(*) FILTER (WHERE closure_group <> 'not_counted' AND coalesce(no_new_arrests, 'unknown') = 'unknown'),
            count(*) FILTER (WHERE interview_expected), count(*) FILTER (WHERE interview_expected AND interviews = 0),
            count(*) FILTER (WHERE known_from::date > closed_on + 7), count(*) FILTER (WHERE started_on IS NULL),
            count(*) FILTER (
                WHERE closure_group <> 'not_counted' AND follow_ups ->> '6' IS DISTINCT FROM 'collected'),
            count(*) FILTER (WHERE s.child_key IS NULL)
        FROM reporting.episode_fact AS e
        LEFT JOIN (
            SELECT DISTINCT site_id, child_key FROM reporting.care_spell_fact WHERE known_to = 'infinity'
        ) AS s USING (site_id, child_key)
        WHERE {CURRENT}""",
}


def timed_reports(home, arguments, tell):
    tell("k: reports")
    episodes = 30_000 if arguments.quick else 300_000
    path = home.make_home("reports")
    socket = home.socket_of(path)
    for number in range(1, SITES + 1):
        home.site(f"site-{number:02}", path)
    fill(home, socket, episodes)
    seconds = 3 if arguments.quick else 10
    for report in COUNTS:
        yield timed_report(home, path, report, episodes, seconds, arguments.rounds)


def timed_report(home, path, report, episodes, seconds, rounds):
    """One report beside its counts alone, in turn, with the most memory that ours took."""
    file = home.file(f"{report}.sql")
    with open(file, "w") as out:
        out.write(" ".join(COUNTS[report].split()) + ";\n")
    peaks = []

    def ask():
        rate, peak = home.tools.ours_measured(
            "reports", home=path, report=report, since=FROM, through="2024-12-31", seconds=seconds)
        peaks.append(peak)
        return rate

    ours = Side("Homeward", ask)
    theirs = Side("its counts alone", lambda: pgbench(
        home, "homeward", "-M", "simple", "-c", "1", "-j", "1", "-T", str(seconds), "-f", file,
        socket=home.socket_of(path)))
    alternate(rounds, ours, theirs)
    return Line(
        f"Report {report} of {episodes:,} closed episodes at {SITES} sites", "/s", ours, theirs, 1 / 1.3,
        note=f"{1 / min(ours.rates):.2f} s at most, 1 s is the aim; {max(peaks) / 2**20:.0f} MiB at the peak")


def fill(home, socket, episodes):
    values = {"sites": SITES, "episodes": episodes, "each": INTERVIEWS, "start": FROM}
    statements = [statement.format(**values) for statement in (EPISODES, HELD, SPELLS)]
    home.psql("homeward", *statements, "VACUUM ANALYZE", socket=socket)
