"""A home with a cluster of its own, made for the run and removed after it."""

import os
import random
import shutil
import tempfile

from tools import Failure, run


class Home:
    """A home that lasts as long as the run."""

    def __init__(self, tools):
        self.tools = tools
        self.folder = None
        self.clusters = []

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="homeward-benchmarks-")
        # The server may run under another account, which has to walk through.
        os.chmod(self.folder, 0o711)
        try:
            self.path = self.make_home("home")
            self.socket = self.socket_of(self.path)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        all_stopped = True
        for path in self.clusters:
            try:
                self.tools.homeward("cluster", "stop", "--home", path)
            except Failure as failure:
                self.tools.tell(f"The cluster of {path} could not be stopped: {failure}")
                all_stopped = False
        # A server that goes on running keeps its files.
        if all_stopped:
            shutil.rmtree(self.folder, ignore_errors=True)

    def make_home(self, name, *flags):
        """Another home in the run's folder, running and migrated."""
        path = os.path.join(self.folder, name)
        self.clusters.append(path)
        self.tools.homeward("cluster", "start", *flags, "--home", path)
        self.tools.homeward("migrate", "--home", path)
        return path

    def socket_of(self, path):
        """Where the server of a home listens: the fifth line of its own file."""
        with open(os.path.join(path, "cluster", "postmaster.pid")) as file:
            return file.read().splitlines()[4]

    def conninfo(self, database, socket=None):
        return f"host={socket or self.socket} dbname={database} user=homeward"

    def file(self, name):
        return os.path.join(self.folder, name)

    def psql(self, database, *statements, socket=None):
        """Runs statements as the administrator, here or at another home's server, and gives what came back, undecorated."""
        words = [
            self.tools.find("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", self.conninfo(database, socket)]
        for statement in statements:
            words += ["-c", statement]
        return run(words).output.strip()

    def database(self, name):
        """Makes a database beside Homeward's own, unless it is there."""
        found = self.psql("homeward", f"SELECT 1 FROM pg_database WHERE datname = '{name}'")
        if not found:
            self.psql("homeward", f"CREATE DATABASE {name}")
        return name

    def site(self, code, home=None):
        """Applies an invented site with a team for each model."""
        path = self.file(f"{code}.yaml")
        with open(path, "w") as file:
            file.write(
                f"code: {code}\nname: Site {code}\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
                "  - {code: a-mst, model: mst, startedOn: 2010-01-04}\n")
        self.tools.homeward("site", "apply", path, "--home", home or self.path)
        socket = self.socket_of(home) if home else None
        return int(self.psql("homeward", f"SELECT site_id FROM site.site WHERE code = '{code}'", socket=socket))

    def chance(self):
        """The same chance in every run."""
        return random.Random(20_261_121)
