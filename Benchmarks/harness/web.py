"""The API and the pages on a simulated network, beside the same statements without all the rest."""

import datetime
import json
import os
import re
import time
import urllib.request

import load
from pages import templates
from reads import connection
from service import Service
from sides import Line, Side, alternate
from statements import Plan, Sample, volatile
from tools import Failure, run
from wire import Wire

CONNECTIONS = 32
POOL = 16
SITES, FAMILIES, MONTHS = 24, 3000, 36
# How many seconds of pgbench are not counted.
NEW = 3
# How many families each client asks about.
EACH = 4

TEAMS = f"""
    SELECT s.code, t.code, s.site_id, string_agg(e.ref || ' ' || e.episode_id, ',' ORDER BY e.ref)
    FROM record.episode AS e JOIN site.team AS t USING (site_id, team_id) JOIN site.site AS s USING (site_id)
    WHERE e.decision = 'accepted' AND e.started_on < current_date - 7 AND e.closed_on IS NULL
    GROUP BY s.code, t.code, s.site_id ORDER BY count(*) DESC, s.code, t.code LIMIT {CONNECTIONS}
"""


class Client:
    """Somebody who asks: a supervisor with a team's open families."""

    def __init__(self, line, door):
        self.site, self.team, number, families = line.split("|")
        self.number = int(number)
        self.families = [family.split(" ") for family in families.split(",")]
        token, session = door.split(" ")
        self.token = ("Authorization", f"Bearer {token}")
        self.session = ("Cookie", f"homeward-plain={session}")


class Network:
    """An invented network with 32 who ask, and copies of it for the competitors."""

    def __init__(self, home):
        self.home = home
        self.path = home.make_home("web", "--simulated")
        self.socket = home.socket_of(self.path)
        home.tools.homeward(
            "simulate", "--sites", str(SITES), "--families", str(FAMILIES), "--months", str(MONTHS), "--seed", "1",
            "--home", self.path)
        self.psql("VACUUM ANALYZE")
        lines = self.psql(TEAMS).splitlines()
        teams = ",".join(":".join(line.split("|")[:2]) for line in lines)
        doors = run([f"{home.tools.build}/HomewardBenchmarks", "doors", f"home={self.path}", f"teams={teams}"])
        self.clients = [Client(*pair) for pair in zip(lines, doors.output.splitlines())]
        if len(self.clients) < CONNECTIONS:
            raise Failure(f"the network has {len(self.clients)} teams with open families, not {CONNECTIONS}")
        self.copies = 0

    def psql(self, *statements, database="homeward"):
        return self.home.psql(database, *statements, socket=self.socket)

    def copy(self):
        """Another database with the same in it, for somebody who writes otherwise than we do."""
        self.copies += 1
        name = f"copy_{self.copies}"
        self.psql(f"CREATE DATABASE {name} TEMPLATE homeward", database="postgres")
        self.psql("VACUUM ANALYZE", database=name)
        return name

    @staticmethod
    def of(home):
        if not hasattr(home, "web"):
            home.web = Network(home)
        return home.web


class Work:
    """One kind of request."""

    def __init__(self, name, path, what, type, target, is_session=False, body=None, is_of_family=True):
        self.name, self.path, self.what, self.type, self.target = name, path, what, type, target
        self.is_session, self.body, self.is_of_family = is_session, body, is_of_family

    def addresses(self, client):
        families = client.families[:EACH] if self.is_of_family else client.families[:1]
        for ref, episode in families:
            yield self.path.format(site=client.site, ref=ref), episode

    def header(self, client):
        return client.session if self.is_session else client.token


def contact():
    """A contact of today, as a client writes it down."""
    day = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return json.dumps({"on": day, "mode": "home-visit", "party": "family", "minutes": 60})


def interface(home, arguments, tell):
    tell("n: the API")
    yield from measured(home, arguments, tell, [
        Work("episode", "/api/v1/sites/{site}/episodes/{ref}", "One episode as JSON", "application/json", 0.5),
        Work(
            "caseload", "/api/v1/sites/{site}/episodes?state=open", "A caseload as JSON", "application/json", 0.5,
            is_of_family=False),
        Work(
            "contact", "/api/v1/sites/{site}/episodes/{ref}/contacts", "Recording a contact", "application/json", 0.5,
            body=contact()),
    ])


def pages(home, arguments, tell):
    tell("o: the pages")
    yield from measured(home, arguments, tell, [
        Work("family", "/episode?site={site}&ref={ref}", "The page of a family", "text/html", 0.4, is_session=True),
        Work(
            "team", "/team?site={site}", "The page of a caseload", "text/html", 0.4, is_session=True,
            is_of_family=False),
    ])


def measured(home, arguments, tell, works):
    network = Network.of(home)
    for work in works:
        database = network.copy() if not network.copies or work.body else "copy_1"
        heard = Listening(network, work).run()
        yield from compare(network, work, heard, database, arguments, tell)


class Listening:
    """Asks each thing once over a service that is listened to, and keeps what it sent and what it answered."""

    def __init__(self, network, work):
        self.network, self.work = network, work
        self.clients, self.answers, self.volatile = [], [], None

    def run(self):
        network, tools = self.network, self.network.home.tools
        with Wire(network.socket) as wire:
            database = f"host={wire.folder} dbname=homeward user=homeward"
            with Service.ours(tools, network.path, database=database, pool_connections=1) as service:
                self.wire, self.service = wire, service
                # The first of all reads what later ones know.
                for client in network.clients:
                    path, episode = next(iter(self.work.addresses(client)))
                    self._once(client, path, episode, self._version(episode))
                for client in network.clients:
                    heard = [self._ask(client, *address) for address in self.work.addresses(client)]
                    self.clients.append([sample for sample, _ in heard])
                    self.answers.append([answer for _, answer in heard])
        self.plan = Plan(self.clients, self.volatile)
        return self

    def _version(self, episode):
        """The version of an episode that a write must have seen; nothing for what only reads."""
        if not self.work.body:
            return None
        return int(self.network.psql(f"SELECT last_seq FROM record.episode WHERE episode_id = '{episode}'"))

    def _ask(self, client, path, episode):
        version = self._version(episode)
        before = self._once(client, path, episode, version)
        if not self.work.body or self.volatile:
            return before
        after = self._once(client, path, episode, version + 1)
        self.volatile = volatile(before[0], after[0])
        return after

    def _once(self, client, path, episode, version):
        self.wire.take()
        name, value = self.work.header(client)
        headers = {name: value, "Content-Type": "application/json"}
        if version:
            headers |= {"If-Match": f'"{version}"', "Idempotency-Key": f"heard-{episode}-{version}"}
        request = urllib.request.Request(
            self.service.address + path, headers=headers, data=self.work.body and self.work.body.encode())
        with urllib.request.urlopen(request) as answer:
            text = answer.read().decode()
        trips = self.wire.take()
        own = next(trip.connection for trip in trips if any("door.use_" in each.sql for each in trip.statements))
        said = [trip.statements for trip in trips if trip.connection is own]
        return Sample(said, str(client.number), episode, version), text


def compare(network, work, heard, database, arguments, tell):
    home, tools = network.home, network.home.tools
    seconds = 3 if arguments.quick else 10
    statements, trips = heard.plan.counts
    table = f"heard.{work.name}"
    with open(home.file("heard.sql"), "w") as file:
        file.write(heard.plan.table(table))
    network.psql(f"\\i {home.file('heard.sql')}", database=database)
    script = home.file(f"{work.name}.sql")
    with open(script, "w") as file:
        file.write(heard.plan.script(table))
    other = network.copy() if work.body else database
    theirs = Side("pgbench -f, same statements", lambda: steady(network, database, script, seconds))
    late = {"ours": load.Rates(), "python": load.Rates(), "bare": load.Rates()}
    other_file = theirs_file(home, network, work, heard)
    plan = plan_file(home, network, work, heard, other)
    words = [f"{tools.build}/HomewardBenchmarks", "bare", f"type={work.type}", f"body={heard.answers[0][0]}"]
    # What listens is started before the first round and stays, so that rounds of all follow each other.
    with Service.ours(tools, network.path, pool_connections=POOL) as service, python(tools, plan) as fastapi, \
            Service(words) as bare:
        def side(name, what, address, file):
            return Side(what, lambda: load.ask(tools, address, file(), CONNECTIONS, seconds, late[name]))

        ours = side("ours", "Homeward", service.address, lambda: ours_file(home, network, work))
        fast = side("python", "FastAPI, asyncpg, same statements", fastapi.address, lambda: other_file)
        plain = side("bare", "bare Hummingbird, same bytes", bare.address, lambda: plain_file(home))
        # The first requests of all prepare statements.
        load.ask(tools, fastapi.address, other_file, CONNECTIONS, 2)
        load.ask(tools, service.address, ours_file(home, network, work), CONNECTIONS, 2)
        alternate(arguments.rounds, ours, theirs, fast, plain)
        peak = service.peak_mebibytes
    note = f"{statements} statements in {trips} round trips, {late['ours'].note()}, {peak} MiB at the peak"
    yield Line(f"{work.what}, {CONNECTIONS} connections", "/s", ours, theirs, work.target, note=note)
    yield Line("the same", "/s", ours, fast, 1.5, note=f"theirs {late['python'].note()}")
    yield Line("the same", "/s", ours, plain, note=f"theirs {late['bare'].note()}")


def steady(network, database, script, seconds):
    """The transactions a second of pgbench, without its first seconds: its connections are new in each round, and those of
    the others are not."""
    words = [
        network.home.tools.find("pgbench"), "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "2", "-P", "1", "-T",
        str(seconds + NEW), "-D", "turn=0", "-f", script,
        *connection(network.home, database, "homeward_application", network.socket)]
    # It tells its progress where it complains.
    output = run(["sh", "-c", 'exec "$@" 2>&1', "sh", *words]).output
    rates = [float(rate) for rate in re.findall(r"progress: [0-9.]+ s, ([0-9.]+) tps", output)][NEW:]
    if not rates:
        raise Failure(f"pgbench printed no rate: {output[-500:]}")
    return sum(rates) / len(rates)


def python(tools, plan):
    words = [tools.python, "-B", "Benchmarks/competitors/fastapi_service.py", plan]
    return Service(words, {"PYTHONPATH": "Benchmarks/competitors"})


def plan_file(home, network, work, heard, database):
    path = home.file(f"{work.name}-plan.json")
    answers = templates(heard.answers) if work.type == "text/html" else [
        [{"json": json.loads(text)} for text in texts] for texts in heard.answers]
    conninfo = f"postgresql://homeward_application@/{database}?host={network.socket}"
    with open(path, "w") as file:
        json.dump({
            **heard.plan.program(), "answers": answers, "type": work.type, "conninfo": conninfo,
            "connections": POOL // os.cpu_count()}, file)
    return path


def settled_versions(network):
    """The versions of the episodes, once what was on its way when the last round ended has arrived."""
    before = None
    while True:
        found = network.psql("SELECT episode_id, last_seq FROM record.episode ORDER BY episode_id")
        if found == before:
            return dict(line.split("|") for line in found.splitlines())
        before = found
        time.sleep(1)


def ours_file(home, network, work):
    versions = settled_versions(network) if work.body else {}
    requests = []
    for number, client in enumerate(network.clients):
        for path, episode in work.addresses(client):
            method = "POST" if work.body else "GET"
            tag = f'"{versions.get(episode, "")}"'
            requests.append((number, method, path, *work.header(client), tag, work.body or ""))
    return load.write(home.file(f"{work.name}-ours"), requests)


def theirs_file(home, network, work, heard):
    method = "POST" if work.body else "GET"
    return load.write(home.file(f"{work.name}-theirs"), [
        (client, method, f"/run/{client}/{number}", *work.header(network.clients[client]), "", work.body or "")
        for client, samples in enumerate(heard.clients) for number in range(len(samples))])


def plain_file(home):
    return load.write(home.file("plain"), [
        (number, "GET", "/bare", "X-Client", "bench", "", "") for number in range(CONNECTIONS)])
