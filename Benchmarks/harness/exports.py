"""Episodes taken away over the API in one go."""

import time
import urllib.request

from events import copied
from network import MONTHS
from service import Service
from sides import Line, Side, alternate
from tools import Failure

PART = 1 << 16

# The columns of `GET /export/episodes`.
EPISODES = """
    SELECT e.episode_id, e.ref, e.model_id, t.code, e.therapist, e.phase, e.decision, e.referred_on, e.decided_on,
        e.started_on, e.closed_on, e.closure_reason, e.last_seq
    FROM record.episode AS e LEFT JOIN site.team AS t USING (site_id, team_id) ORDER BY e.episode_id
"""


def exported_episodes(home, arguments, tell):
    tell("m: exporting episodes")
    families = 7_500 if arguments.quick else 77_000
    path = home.make_home("exported", "--simulated")
    socket = home.socket_of(path)
    home.tools.homeward(
        "simulate", "--sites", "1", "--families", str(families), "--months", str(MONTHS), "--seed", "1", "--home", path)
    home.psql("homeward", "VACUUM ANALYZE", socket=socket)
    site = home.psql("homeward", "SELECT code FROM site.site", socket=socket)
    count = int(home.psql("homeward", "SELECT count(*) FROM record.episode", socket=socket))
    home.tools.homeward("account", "create", "bench", "--site", site, "--role", "site-manager", "--home", path)
    said = home.tools.homeward(
        "account", "token", "create", "bench", "--site", site, "--label", "bench", "--action", "episode.show", "--days",
        "2", "--home", path).output
    token = next(word for word in said.split() if word.startswith("hw_"))
    theirs = Side("psql \\copy of the same columns", lambda: copied(
        home, f"\\copy ({' '.join(EPISODES.split())}) TO '{home.file('episodes.csv')}' CSV HEADER", count, socket))
    with Service.ours(home.tools, path) as service:
        for form in ("csv", "ndjson"):
            ask(service, token, site, form, 1)
            before = service.peak_mebibytes
            ours = Side("Homeward", lambda: ask(service, token, site, form, count))
            theirs.rates.clear()
            alternate(arguments.rounds, ours, theirs)
            yield Line(
                f"Exporting {count:,} episodes as {form}", "episodes/s", ours, theirs, 0.5,
                note=f"{service.peak_mebibytes} MiB at the peak, {before} after the first")


def ask(service, token, site, form, count):
    """Takes everything away once, as fast as it comes, and gives how many lines came a second."""
    request = urllib.request.Request(
        f"{service.address}/api/v1/export/episodes?site={site}&format={form}",
        headers={"Authorization": f"Bearer {token}"})
    start = time.monotonic()
    tail = b""
    with urllib.request.urlopen(request) as answer:
        while part := answer.read(PART):
            tail = (tail + part)[-200:]
    seconds = time.monotonic() - start
    end = tail.decode().strip().splitlines()[-1]
    if count > 1 and str(count) not in end:
        raise Failure(f"the export ended with {end}, not with {count}")
    return count / seconds
