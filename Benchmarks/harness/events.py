"""Events appended in bulk."""

import re

from sides import Line, Side, alternate
from tools import Failure, run


def appended_events(home, arguments, tell):
    tell("d: appending events")
    site = home.site("appends")
    episodes, contacts = (400, 46) if arguments.quick else (4000, 46)
    file = home.file("events.copy")

    def append():
        return home.tools.ours(
            "append", home=home.path, site="appends", episodes=episodes, contacts=contacts, connections=1)

    # The same rows as one of our rounds writes, in the order in which it writes them.
    append()
    home.psql(
        "homeward", f"\\copy (SELECT * FROM record.event WHERE site_id = {site}) TO '{file}'",
        "CREATE TABLE public.bare_event (LIKE record.event)")
    count = int(home.psql("homeward", f"SELECT count(*) FROM record.event WHERE site_id = {site}"))
    ours = Side("Homeward", append)
    theirs = Side("psql \\copy into a bare table", lambda: copy(home, file, count))
    alternate(arguments.rounds, ours, theirs)
    home.psql("homeward", "DROP TABLE public.bare_event")
    yield Line(f"Appending {count:,} events under row-level security, constraints checked", "events/s", ours, theirs, 0.4)


def copy(home, file, count):
    home.psql("homeward", "TRUNCATE public.bare_event")
    return copied(home, f"\\copy public.bare_event FROM '{file}'", count)


def copied(home, command, count, socket=None):
    """Runs one \\copy of so many rows and gives the rows a second."""
    output = run([
        home.tools.find("psql"), "-X", "-v", "ON_ERROR_STOP=1", home.conninfo("homeward", socket), "-c", "\\timing on",
        "-c", command]).output
    found = re.search(r"COPY (\d+)\s+Time: ([0-9.]+) ms", output)
    if not found or int(found.group(1)) != count:
        raise Failure("psql did not copy the rows")
    return count / (float(found.group(2)) / 1000)
