"""Programs that the runner runs, and how it makes them."""

import os
import platform
import shutil
import subprocess
import time


class Failure(Exception):
    """Something could not be measured; the text says what to look at."""


class Run:
    """A program that has ended: what it printed, how long it took, how much memory it had at its peak."""

    def __init__(self, output, seconds, peak_bytes):
        self.output = output
        self.seconds = seconds
        self.peak_bytes = peak_bytes


def run(words, environment=None, folder=None):
    """Runs a program to its end and gives what it printed on standard output."""
    start = time.monotonic()
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})})
    try:
        output, complaint = process.communicate()
    except BaseException:
        process.kill()
        process.wait()
        raise
    seconds = time.monotonic() - start
    if process.returncode != 0:
        said = complaint.decode(errors="replace").strip() or output.decode(errors="replace").strip()
        raise Failure(f"`{' '.join(map(str, words[:4]))} ...` ended with {process.returncode}: {said[-2000:]}")
    return Run(output.decode(), seconds, None)


def run_measured(words, environment=None):
    """Like run, and tells the peak of resident memory; what the program says goes nowhere."""
    start = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=nowhere,
            env={**os.environ, **(environment or {})})
        try:
            output = process.stdout.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        except BaseException:
            process.kill()
            raise
    seconds = time.monotonic() - start
    if process.returncode != 0:
        raise Failure(f"`{' '.join(words[:4])} ...` ended with {process.returncode}: {output[-2000:]}")
    return Run(output, seconds, usage.ru_maxrss * 1024)


class Tools:
    """The release build, PostgreSQL's programs and the competitors in an environment of their own."""

    def __init__(self, tell):
        self.tell = tell
        self.environment = ".build/benchmarks/python"
        self.requirements = "Benchmarks/requirements.txt"
        self.build = ".build/release"

    @property
    def python(self):
        return os.path.join(self.environment, "bin", "python")

    def prepare(self):
        for program in ("psql", "pgbench"):
            self.find(program)
        self._install()
        for product in ("HomewardBenchmarks", "homeward"):
            self.tell(f"Building {product} for release")
            run(["scripts/swift", "build", "-c", "release", "--product", product])

    def find(self, program):
        """A program of PostgreSQL's, in the path or where Debian keeps it."""
        found = shutil.which(program)
        if found:
            return found
        top = "/usr/lib/postgresql"
        releases = sorted(os.listdir(top), key=lambda name: int(name), reverse=True) if os.path.isdir(top) else []
        for release in releases:
            path = os.path.join(top, release, "bin", program)
            if os.access(path, os.X_OK):
                return path
        raise Failure(f"{program} is missing: install the package postgresql")

    def program(self, name):
        """A program of Debian's that something is measured with."""
        found = shutil.which(name)
        if not found:
            raise Failure(f"{name} is missing: install the package {name}")
        return found

    def _install(self):
        stamp = os.path.join(self.environment, "requirements.txt")
        if os.path.exists(stamp) and open(stamp).read() == open(self.requirements).read():
            return
        self.tell("Installing the competitors")
        shutil.rmtree(self.environment, ignore_errors=True)
        run(["python3", "-m", "venv", self.environment])
        run([self.python, "-m", "pip", "install", "--quiet", "--requirement", self.requirements])
        shutil.copy(self.requirements, stamp)

    def homeward(self, *words):
        return run([f"{self.build}/homeward", *words])

    def homeward_measured(self, *words, environment=None):
        return run_measured([f"{self.build}/homeward", *words], environment)

    def ours(self, work, **values):
        """Runs a part of ours and gives how much it did a second."""
        return rate(run(self._words_of_ours(work, values)).output)

    def ours_measured(self, work, **values):
        """The same, with the peak of resident memory in bytes."""
        found = run_measured(self._words_of_ours(work, values))
        return rate(found.output), found.peak_bytes

    def _words_of_ours(self, work, values):
        words = [f"{name.replace('_', '-')}={value}" for name, value in values.items()]
        return [f"{self.build}/HomewardBenchmarks", work, *words]

    def theirs(self, script, *words):
        """Runs a competitor in Python and gives how much it did a second."""
        return rate(run([self.python, f"Benchmarks/competitors/{script}.py", *map(str, words)]).output)

    def machine(self):
        """What the figures were taken on."""
        model = platform.machine()
        if os.path.exists("/proc/cpuinfo"):
            names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
            model = names[0] if names else model
        server = run([self.find("pgbench"), "--version"]).output.split()
        python = run([self.python, "--version"]).output.strip()
        requirements = [line.strip() for line in open(self.requirements) if not line.startswith("#")]
        return (f"{os.cpu_count()} cores ({model}), PostgreSQL {server[2]} with fsync on, over its Unix socket; "
                f"{python}, {', '.join(requirements)}.")


def rate(output):
    """`count seconds` as a rate."""
    count, seconds = output.split()
    if float(seconds) <= 0:
        raise Failure("the clock stood still")
    return int(count) / float(seconds)
