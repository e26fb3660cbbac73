"""Point reads by key on one connection: one after the other, and in pipeline mode."""

import re

from sides import Line, Side, alternate
from tools import Failure, run

SCALE = 10
ACCOUNTS = 100_000 * SCALE
DEPTH = 100


def prepare(home):
    """pgbench's own tables, in memory before the first round."""
    database = home.database("bench")
    if home.psql(database, "SELECT to_regclass('pgbench_accounts')") == "":
        run([home.tools.find("pgbench"), "-i", "-q", "-s", str(SCALE), *connection(home, database)])
        home.psql(database, "SELECT sum(abalance) FROM pgbench_accounts", "CHECKPOINT")
    return database


def connection(home, database, user="homeward", socket=None):
    return ["-h", socket or home.socket, "-U", user, database]


def pgbench(home, database, *words, user="homeward", socket=None):
    """Runs pgbench and gives its transactions a second, without the time that connecting takes."""
    output = run([home.tools.find("pgbench"), "-n", *words, *connection(home, database, user, socket)]).output
    found = re.search(r"tps = ([0-9.]+) \(without initial connection time\)", output)
    if not found:
        raise Failure("pgbench printed no rate")
    return float(found.group(1))


def point_reads(home, arguments, tell):
    tell("a: point reads")
    database = prepare(home)
    seconds = 2 if arguments.quick else 6
    ours = Side("Homeward", lambda: home.tools.ours(
        "reads", conninfo=home.conninfo(database), accounts=ACCOUNTS, seconds=seconds))
    theirs = Side("pgbench -S -M prepared -c 1", lambda: pgbench(
        home, database, "-S", "-M", "prepared", "-c", "1", "-j", "1", "-T", str(seconds)))
    alternate(arguments.rounds, ours, theirs)
    yield Line("Point reads, one prepared statement after the other, one connection", "/s", ours, theirs, 0.9)


def pipelined_reads(home, arguments, tell):
    tell("b: point reads in pipeline mode")
    database = prepare(home)
    seconds = 2 if arguments.quick else 6
    ours = Side("Homeward", lambda: home.tools.ours(
        "pipeline", conninfo=home.conninfo(database), accounts=ACCOUNTS, depth=DEPTH, seconds=seconds))
    theirs = Side("psycopg 3 pipeline", lambda: home.tools.theirs(
        "psycopg_pipeline", home.conninfo(database), ACCOUNTS, DEPTH, seconds))
    alternate(arguments.rounds, ours, theirs)
    yield Line(f"The same in pipeline mode, {DEPTH} a round trip", "/s", ours, theirs, 1.5)
