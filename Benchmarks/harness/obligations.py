"""What is owed in episodes, and what somebody should look at, on a day."""

import time

from sides import Line, Side, alternate

STATEMENT = """
SELECT count(*), count(*) FILTER (WHERE standing = 'open') FROM (
    SELECT CASE
        WHEN met_on IS NOT NULL THEN 'met' WHEN was_refused THEN 'refused' WHEN day < due THEN 'upcoming'
        WHEN day < due + 28 THEN 'open' ELSE 'missed' END AS standing
    FROM bench_duty_episode AS episode
    CROSS JOIN (SELECT DATE '2026-06-30' AS day) AS asked
    CROSS JOIN LATERAL generate_series(0, greatest(0, (day - started_on - 7 + 28) / 28)) AS slot
    CROSS JOIN LATERAL (SELECT started_on + 7 + 28 * slot AS due) AS slots
    CROSS JOIN LATERAL (
        SELECT min(held_on) FILTER (WHERE is_valid) AS met_on, coalesce(bool_or(is_refused), false) AS was_refused
        FROM bench_duty_interview AS interview
        WHERE interview.episode = episode.episode AND held_on <= day
            AND held_on >= CASE WHEN slot = 0 THEN started_on ELSE due END AND held_on < due + 28
    ) AS held
) AS slots"""


def evaluated_obligations(home, arguments, tell):
    tell("i: obligations")
    evaluations = 100_000 if arguments.quick else 1_000_000
    few, many = (1_000, 10_000) if arguments.quick else (1_000, 100_000)
    database = home.database("bench")
    prepare(home, database, many)
    small = Side("Homeward", lambda: home.tools.ours("obligations", episodes=few, evaluations=evaluations))
    large = Side("Homeward", lambda: home.tools.ours("obligations", episodes=many, evaluations=evaluations))
    theirs = Side("one SQL statement, the interviews alone", lambda: asked(home, database, many))
    alternate(arguments.rounds, large, small, theirs)
    yield Line(
        f"Obligations and alerts of an episode, five models, {evaluations:,} evaluations over {many:,} episodes", "/s",
        large, theirs, note=f"{1_000_000 / large.median:.1f} µs each")
    yield Line(
        f"The same over {few:,} episodes", "/s", small, target="as quick as over more",
        note=f"{1_000_000 / small.median:.1f} µs each; {small.median / large.median:.2f} times the rate over {many:,}")


def prepare(home, database, episodes):
    """As many episodes, each with an interview a month."""
    home.psql(
        database, "DROP TABLE IF EXISTS bench_duty_episode, bench_duty_interview",
        "CREATE TABLE bench_duty_episode (episode integer PRIMARY KEY, started_on date NOT NULL)",
        "CREATE TABLE bench_duty_interview (episode integer NOT NULL, held_on date NOT NULL, is_valid boolean NOT NULL,"
        " is_refused boolean NOT NULL)",
        "INSERT INTO bench_duty_episode SELECT n, DATE '2026-06-30' - (30 + n % 200)"
        f" FROM generate_series(1, {episodes}) AS n",
        "INSERT INTO bench_duty_interview SELECT episode, started_on + 9 + 28 * slot, slot % 5 <> 0, slot % 5 = 0"
        " FROM bench_duty_episode, generate_series(0, 4) AS slot WHERE started_on + 9 + 28 * slot <= DATE '2026-06-30'",
        "CREATE INDEX ON bench_duty_interview (episode, held_on)", "VACUUM ANALYZE bench_duty_episode",
        "VACUUM ANALYZE bench_duty_interview")


def asked(home, database, episodes):
    start = time.monotonic()
    home.psql(database, STATEMENT)
    return episodes / (time.monotonic() - start)
