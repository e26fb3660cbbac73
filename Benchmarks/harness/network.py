"""A network that never was: made, rebuilt, verified."""

import re
import time

from sides import Line, Side
from tools import Failure

SITES = 24
MONTHS = 120


def simulated_network(home, arguments, tell):
    tell("g: simulating a network")
    families = 10_000 if arguments.quick else 300_000
    path = simulated_home(home)
    start = time.monotonic()
    run = home.tools.homeward_measured(
        "simulate", "--sites", str(SITES), "--families", str(families), "--months", str(MONTHS), "--seed", "1",
        "--home", path)
    seconds = time.monotonic() - start
    found = re.search(r"episodes (\d+), events (\d+)", run.output)
    if not found:
        raise Failure("simulate did not say what it made")
    episodes, events = int(found.group(1)), int(found.group(2))
    ours = Side("Homeward", None)
    ours.rates.append(events / seconds)
    # Ten minutes for 300,000 episodes of 60 events: the time for as many as there were here.
    limit = 600 * events / 18_000_000
    yield Line(
        f"Simulating {episodes:,} episodes, {events:,} events", "events/s", ours,
        target="10 min for 300,000 of 60 events", met=seconds <= limit,
        note=f"{seconds / 60:.1f} minutes, {run.peak_bytes >> 20} MiB at the peak")


def checked_network(home, arguments, tell):
    tell("h: rebuilding and verifying")
    if not hasattr(home, "simulated"):
        for line in simulated_network(home, arguments, tell):
            yield line
    path = home.simulated
    for word in ("verify", "rebuild"):
        run = home.tools.homeward_measured(word, "--home", path)
        if word == "verify":
            events = sum(int(number) for number in re.findall(r"events (\d+)", run.output))
        ours = Side("Homeward", None)
        ours.rates.append(events / run.seconds)
        what = "Verifying" if word == "verify" else "Rebuilding what is derived from"
        yield Line(f"{what} {events:,} events", "events/s", ours, note=f"{run.peak_bytes >> 20} MiB at the peak")
    yield from sealed_network(home, path)


def sealed_network(home, path):
    """Seals everything, and holds it against its seals (docs/security.md, S31)."""
    for words, what in ((["seal"], "Sealing"), (["verify", "--audit"], "Holding against their seals")):
        run = home.tools.homeward_measured(*words, "--home", path)
        rows = sum(int(number) for number in re.findall(r"rows (\d+)" if len(words) > 1 else r": (\d+) new", run.output))
        ours = Side("Homeward", None)
        ours.rates.append(rows / run.seconds)
        met = rows / run.seconds >= 50_000 if len(words) > 1 else None
        yield Line(
            f"{what} {rows:,} looks and events", "rows/s", ours, target="50,000 /s" if len(words) > 1 else None, met=met,
            note=f"{run.peak_bytes >> 20} MiB at the peak")


def simulated_home(home):
    """A home for simulations: nothing else may be simulated into."""
    home.simulated = home.make_home("simulated", "--simulated")
    return home.simulated
