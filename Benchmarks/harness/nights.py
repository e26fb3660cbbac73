"""A night of a network: what is owed, what somebody should look at, digests and upkeep."""

import time

from sides import Line, Side
from tools import run

SITES = 30

# What a clerk with SQL would ask for the morning's list of interviews, summaries and follow-ups, under the usual
# parameters: a first interview due after 7 days and one every 28 after it, a summary every 7 days, follow-ups at 6, 12 and
# 18 months with a window of 14 days before and 42 after.
STATEMENT = """
SELECT count(*), count(*) FILTER (WHERE NOT is_met AND due <= day) FROM (
    SELECT episode.episode_id, day, due, EXISTS (
        SELECT FROM record.interview AS held
        WHERE held.site_id = episode.site_id AND held.episode_id = episode.episode_id AND held.valid
            AND held.occurred_on BETWEEN CASE WHEN slot = 0 THEN episode.started_on ELSE due END AND due + 27) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL generate_series(0, greatest(0, (day - episode.started_on - 7 + 28) / 28)) AS slot
    CROSS JOIN LATERAL (SELECT episode.started_on + 7 + 28 * slot AS due) AS slots
    WHERE episode.started_on IS NOT NULL AND episode.closed_on IS NULL
    UNION ALL
    SELECT episode.episode_id, day, due, EXISTS (
        SELECT FROM record.model_fact AS written
        WHERE written.site_id = episode.site_id AND written.episode_id = episode.episode_id
            AND written.kind = 'weekly-summary' AND written.from_day BETWEEN due - 6 AND due) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL generate_series(1, greatest(1, (day - episode.started_on) / 7 + 1)) AS slot
    CROSS JOIN LATERAL (SELECT episode.started_on + 7 * slot AS due) AS slots
    WHERE episode.started_on IS NOT NULL AND episode.closed_on IS NULL
    UNION ALL
    SELECT episode.episode_id, day, due, EXISTS (
        SELECT FROM record.follow_up AS held
        WHERE held.site_id = episode.site_id AND held.episode_id = episode.episode_id AND held.month = slot) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL unnest(ARRAY[6, 12, 18]) AS slot
    CROSS JOIN LATERAL (SELECT (episode.closed_on + make_interval(months => slot))::date AS due) AS slots
    WHERE episode.closed_on >= day - 760
) AS owed"""


def nights(home, arguments, tell):
    tell("j: nights")
    # About one family in three that a network began with in the last half year is open at its end.
    for open_episodes in (300, 3_000) if arguments.quick else (3_000, 300_000):
        path = home.make_home(f"nights-{open_episodes}", "--simulated")
        home.tools.homeward(
            "simulate", "--sites", str(SITES), "--families", str(3 * open_episodes), "--months", "6", "--seed", "1",
            "--home", path)
        socket = home.socket_of(path)
        count = int(ask(home, socket, "SELECT count(*) FROM record.episode"
                        " WHERE started_on IS NOT NULL AND closed_on IS NULL"))
        ask(home, socket, "ANALYZE")
        night = home.tools.homeward_measured("nightly", "--no-send", "--home", path)
        rows = int(ask(home, socket, "SELECT sum(rows_changed) FROM job.occurrence"))
        owed = int(ask(home, socket, "SELECT count(*) FROM duty.obligation"))
        seconds_of = job_seconds(home, socket)
        # The same night once more, as anybody may run it at any time.
        plain = home.tools.homeward_measured("nightly", "--no-send", "--home", path)
        # And all its work once more, as though nobody had done it: everything is there already.
        ask(home, socket, "UPDATE job.occurrence SET state = 'planned', known_at = NULL, tries = 0, ended_at = NULL")
        again = home.tools.homeward_measured("nightly", "--no-send", "--home", path)
        ours, theirs = Side("Homeward", None), Side("one SQL statement, the slots alone", None)
        ours.rates.append(count / seconds_of)
        for _ in range(arguments.rounds):
            start = time.monotonic()
            ask(home, socket, STATEMENT)
            theirs.rates.append(count / (time.monotonic() - start))
        yield Line(
            f"What is owed of {count:,} open episodes at {SITES} sites, derived and written in a night", "episodes/s",
            ours, theirs, 0.25, note=f"{seconds_of:.1f} s; {owed:,} rows")
        whole = Side("Homeward", None)
        whole.rates.append(count / night.seconds)
        yield Line(
            f"The whole night of {count:,} open episodes, eight jobs", "episodes/s", whole,
            note=f"{night.seconds:.1f} s, {rows:,} rows, {night.peak_bytes >> 20} MiB at the peak")
        second = Side("Homeward", None)
        second.rates.append(count / plain.seconds)
        yield Line(
            "The same night once more", "episodes/s", second, target="a tenth",
            met=plain.seconds <= night.seconds / 10,
            note=f"{plain.seconds:.1f} s, {plain.seconds / night.seconds:.2f} of the first")
        forced = Side("Homeward", None)
        forced.rates.append(count / again.seconds)
        yield Line(
            "All jobs of the same night made to run once more", "episodes/s", forced,
            note=f"{again.seconds:.1f} s, {again.seconds / night.seconds:.2f} of the first")


def job_seconds(home, socket):
    """How long the obligations took, all sites one after the other."""
    return float(ask(
        home, socket,
        "SELECT extract(epoch FROM sum(ended_at - started_at)) FROM job.occurrence WHERE job = 'obligations'"))


def ask(home, socket, statement):
    words = [home.tools.find("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1",
             f"host={socket} dbname=homeward user=homeward", "-c", statement]
    return run(words).output.strip()
