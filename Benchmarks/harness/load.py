"""wrk, which asks over connections that stay open."""

import os
import re
import time

from tools import Failure, run


class Rates:
    """What came of rounds: the rates go to the side, the 99th percentiles stay here."""

    def __init__(self):
        self.late = []

    def note(self):
        return f"99th percentile {sorted(self.late)[len(self.late) // 2]:.0f} ms" if self.late else ""


def ask(tools, address, file, connections, seconds, rates=None):
    """Asks what a file says for some time, and gives the answers a second. None may be a refusal."""
    output = run([
        tools.program("wrk"), "-t", str(connections), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s",
        "-s", "Benchmarks/load/requests.lua", address, "--", file, f"{os.getpid()}-{time.monotonic_ns()}"]).output
    found = re.search(r"found (\d+) ([0-9.]+) ([0-9.]+) (\d+)", output)
    if not found:
        raise Failure(f"wrk printed no rate: {output[-500:]}")
    if int(found.group(4)) > 0:
        raise Failure(f"{found.group(4)} of {found.group(1)} requests were refused or lost")
    if rates is not None:
        rates.late.append(float(found.group(3)))
    return int(found.group(1)) / float(found.group(2))


def write(path, requests):
    """A file for `requests.lua`: client, method, path, header with value, tag and body."""
    with open(path, "w") as file:
        for request in requests:
            file.write("\t".join(map(str, request)) + "\n")
    return path
