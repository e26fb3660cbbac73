"""Measures Homeward beside its competitors, in one run on one machine, and prints the ratios."""

import argparse
import os
import signal
import sys
import textwrap

import commands
import disclosure
import events
import exports
import network
import nights
import obligations
import reads
import register
import reports
import rows
import web
from home import Home
from table import Table
from tools import Failure, Tools

WORKS = {
    "a": reads.point_reads,
    "b": reads.pipelined_reads,
    "c": rows.streamed_rows,
    "d": events.appended_events,
    "e": commands.recorded_contacts,
    "f": register.imported_registers,
    "g": network.simulated_network,
    "h": network.checked_network,
    "i": obligations.evaluated_obligations,
    "j": nights.nights,
    "k": reports.timed_reports,
    "m": exports.exported_episodes,
    "l": disclosure.protected_editions,
    "n": web.interface,
    "o": web.pages,
}

EXPLANATION = """
  a  point reads, one after the other            beside pgbench -S -M prepared -c 1
  b  the same in pipeline mode                   beside psycopg 3's pipeline
  c  streaming rows of four columns              beside psycopg 3 (C) and asyncpg
  d  appending events under row-level security   beside psql's \\copy into a bare table
  e  commands through the store, 8 connections   beside pgbench -f with the same statements
  f  importing a register: rows a second, peak memory
  g  simulating a network
  h  rebuilding and verifying the network of g
  i  obligations and alerts of episodes          beside one SQL statement for the interviews alone
  j  nights of 30 sites                          beside one SQL statement for the slots alone
  k  reports of 300,000 closed episodes          beside one SQL statement for each one's counts alone
  m  exporting 100,000 episodes over the API     beside psql's \\copy of the same columns
  l  protecting the small figures of an edition  and attacking them, within a minute
  n  the API, 32 connections                     beside pgbench -f and FastAPI with the same statements
  o  the pages, 32 connections                   beside the same

examples:
  Benchmarks/run                          everything; about half an hour
  Benchmarks/run --quick --only a,c       a first look at two of them
  Benchmarks/run --markdown > table.md    the table for the README

The runner builds for release, makes a cluster of its own with the settings of production (fsync is on), and removes it
at the end. The status is 0 whatever the ratios are: these are no tests. It is 1 when something could not be measured.
"""


def read_arguments():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run", description=__doc__, epilog=textwrap.dedent(EXPLANATION),
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="a,c", help="only these")
    parser.add_argument("--quick", action="store_true", help="shorter rounds and smaller data; the figures are rough")
    parser.add_argument("--markdown", action="store_true", help="the table as Markdown on standard output")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each pair; 5 unless told")
    arguments = parser.parse_args()
    arguments.letters = arguments.only.replace(",", "") if arguments.only else "".join(WORKS)
    unknown = [letter for letter in arguments.letters if letter not in WORKS]
    if unknown:
        parser.error(f"--only {arguments.only}: there is no {', '.join(unknown)}; choose from {','.join(WORKS)}")
    if arguments.rounds < 1:
        parser.error("--rounds: at least 1")
    return arguments


def tell(text):
    print(text, file=sys.stderr, flush=True)


def main():
    arguments = read_arguments()
    # Ended from outside, the runner still stops the servers that it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    table = Table()
    failed = False
    try:
        tools = Tools(tell)
        tools.prepare()
        with Home(tools) as home:
            for letter in arguments.letters:
                try:
                    for line in WORKS[letter](home, arguments, tell):
                        table.add(letter, line)
                        tell(table.text_of_last())
                except Failure as failure:
                    failed = True
                    tell(f"{letter}: could not be measured: {failure}")
    except Failure as failure:
        tell(f"Nothing could be measured: {failure}")
        return 1
    except KeyboardInterrupt:
        tell("Stopped; what was started is stopped as well.")
        return 1
    print(table.markdown(tools.machine()) if arguments.markdown else table.text(tools.machine()))
    return 1 if failed else 0


if __name__ == "__main__":
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    sys.exit(main())
