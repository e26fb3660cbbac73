"""A night of a network: what is owed, what somebody should look at, digests and upkeep."""

import datetime
import time
import zoneinfo

from sides import Line, Side

# How many sites have how many open episodes between them. A site of 10,000 open episodes has more staff than the file of a
# site has room for, so the large network has more sites.
QUICK = ((30, 300), (30, 3_000))
WHOLE = ((30, 3_000), (150, 300_000))

# What a clerk with SQL would ask for the morning's list of interviews, summaries and follow-ups, under the usual
# parameters: a first interview due after 7 days and one every 28 after it, a summary every 7 days, follow-ups at 6, 12 and
# 18 months with a window of 14 days before and 42 after.
SLOTS = """
    SELECT episode.site_id, episode.episode_id, 'interview' AS kind, slot, day, due, EXISTS (
        SELECT FROM record.interview AS held
        WHERE held.site_id = episode.site_id AND held.episode_id = episode.episode_id AND held.valid
            AND held.occurred_on BETWEEN CASE WHEN slot = 0 THEN episode.started_on ELSE due END AND due + 27) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL generate_series(0, greatest(0, (day - episode.started_on - 7 + 28) / 28)) AS slot
    CROSS JOIN LATERAL (SELECT episode.started_on + 7 + 28 * slot AS due) AS slots
    WHERE episode.started_on IS NOT NULL AND episode.closed_on IS NULL
    UNION ALL
    SELECT episode.site_id, episode.episode_id, 'weekly-summary', slot, day, due, EXISTS (
        SELECT FROM record.model_fact AS written
        WHERE written.site_id = episode.site_id AND written.episode_id = episode.episode_id
            AND written.kind = 'weekly-summary' AND written.from_day BETWEEN due - 6 AND due) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL generate_series(1, greatest(1, (day - episode.started_on) / 7 + 1)) AS slot
    CROSS JOIN LATERAL (SELECT episode.started_on + 7 * slot AS due) AS slots
    WHERE episode.started_on IS NOT NULL AND episode.closed_on IS NULL
    UNION ALL
    SELECT episode.site_id, episode.episode_id, 'follow-up', slot, day, due, EXISTS (
        SELECT FROM record.follow_up AS held
        WHERE held.site_id = episode.site_id AND held.episode_id = episode.episode_id AND held.month = slot) AS is_met
    FROM record.episode AS episode
    CROSS JOIN (SELECT CURRENT_DATE AS day) AS asked
    CROSS JOIN LATERAL unnest(ARRAY[6, 12, 18]) AS slot
    CROSS JOIN LATERAL (SELECT (episode.closed_on + make_interval(months => slot))::date AS due) AS slots
    WHERE episode.closed_on >= day - 760
"""
COUNTED = f"SELECT count(*), count(*) FILTER (WHERE NOT is_met AND due <= day) FROM ({SLOTS}) AS owed"
# The same, kept as a night has to keep it: what is not met, each under its key.
TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    site_id integer, episode_id uuid, kind text, slot integer, day date, due date,
    PRIMARY KEY (site_id, episode_id, kind, slot));
TRUNCATE kept"""
KEPT = f"INSERT INTO kept SELECT site_id, episode_id, kind, slot, day, due FROM ({SLOTS}) AS owed WHERE NOT is_met"


def nights(home, arguments, tell):
    tell("j: nights")
    # About one family in three that a network began with in the last half year is open at its end.
    for sites, open_episodes in QUICK if arguments.quick else WHOLE:
        path = home.make_home(f"nights-{open_episodes}", "--simulated")
        home.tools.homeward(
            "simulate", "--sites", str(sites), "--families", str(3 * open_episodes), "--months", "6", "--seed", "1",
            "--home", path)
        yield from one(home, home.socket_of(path), path, sites, arguments)


def one(home, socket, path, sites, arguments):
    count = int(ask(home, socket, "SELECT count(*) FROM record.episode"
                    " WHERE started_on IS NOT NULL AND closed_on IS NULL"))
    ask(home, socket, "ANALYZE")
    # What is owed was never derived at these sites: yesterday is their first night, tonight the one after it. Each site
    # after the other, so that the seconds add up.
    tonight = newest_night()
    yesterday = tonight - datetime.timedelta(days=1)
    for site in ask(home, socket, "SELECT code FROM site.site ORDER BY code").splitlines():
        for job in ("obligations", "alerts"):
            home.tools.homeward("jobs", "run", job, "--site", site, "--date", f"{yesterday}", "--home", path, "--quiet")
    first, _, owed = job_sums(home, socket, yesterday)
    ask(home, socket, "ANALYZE")
    # Tonight, whole, as every night is.
    night = home.tools.homeward_measured(
        "nightly", "--no-send", "--home", path, environment={"HOMEWARD_NIGHTLY_WIDTH": "1"})
    second, read, _ = job_sums(home, socket, tonight)
    rows = int(ask(home, socket, f"SELECT sum(rows_changed) FROM job.occurrence WHERE local_date = '{tonight}'"))
    # The same night once more, as anybody may run it at any time.
    plain = home.tools.homeward_measured("nightly", "--no-send", "--home", path)
    # And all its work once more, as though nobody had done it: everything is there already.
    ask(home, socket, "UPDATE job.occurrence SET state = 'planned', known_at = NULL, tries = 0, ended_at = NULL"
        f" WHERE local_date = '{tonight}'")
    again = home.tools.homeward_measured("nightly", "--no-send", "--home", path)

    counted = timed(home, socket, arguments, count, "one SQL statement, the slots counted", COUNTED)
    kept = timed(home, socket, arguments, count, "one SQL statement, the slots kept", KEPT, before=TABLE)
    for name, seconds, note in (
        ("in the first night of all", first, f"{first:.1f} s; {owed:,} rows"),
        ("in the night after", second, f"{second:.1f} s; {read:,} looked at"),
    ):
        for theirs in (counted, kept):
            yield Line(
                f"What is owed of {count:,} open episodes at {sites} sites, {name}", "episodes/s",
                side(count / seconds), theirs, 0.25, note=note)
    yield Line(
        f"The whole night of {count:,} open episodes, all jobs, one site after the other", "episodes/s",
        side(count / night.seconds), note=f"{night.seconds:.1f} s, {rows:,} rows, {night.peak_bytes >> 20} MiB at the peak")
    yield Line(
        "The same night once more", "episodes/s", side(count / plain.seconds), target="a tenth",
        met=plain.seconds <= night.seconds / 10,
        note=f"{plain.seconds:.1f} s, {plain.seconds / night.seconds:.2f} of the first")
    yield Line(
        "All jobs of the same night made to run once more, two sites at once", "episodes/s", side(count / again.seconds),
        note=f"{again.seconds:.1f} s, {again.seconds / night.seconds:.2f} of the first; "
        f"{again.peak_bytes >> 20} MiB at the peak")


def newest_night():
    """The date of the last night that has begun: nights begin at 02:30 by London's clocks, which all the sites go by."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/London"))
    return (now - datetime.timedelta(hours=2, minutes=30)).date()


def side(rate):
    ours = Side("Homeward", None)
    ours.rates.append(rate)
    return ours


def timed(home, socket, arguments, count, name, statement, before=None):
    theirs = Side(name, None)
    for _ in range(arguments.rounds):
        if before:
            ask(home, socket, before)
        start = time.monotonic()
        ask(home, socket, statement)
        theirs.rates.append(count / (time.monotonic() - start))
    return theirs


def job_sums(home, socket, date):
    """How many seconds the obligations of a date took at all sites, what they looked at, and what is owed after them."""
    seconds, read, owed = ask(
        home, socket,
        "SELECT extract(epoch FROM sum(ended_at - started_at)), sum(rows_read), (SELECT count(*) FROM duty.obligation)"
        f" FROM job.occurrence WHERE job = 'obligations' AND local_date = '{date}'::date").split("|")
    return float(seconds), int(read), int(owed)


def ask(home, socket, statement):
    return home.psql("homeward", statement, socket=socket)
