"""The statements of a request as they went over the wire, made into a script for pgbench and a plan for a program."""

import json
import re

import values
from tools import Failure

# How many transactions a client of pgbench does for one thing before it takes the next.
TURNS = 64


class Sample:
    """A request that was listened to: its round trips, and what it was about."""

    def __init__(self, trips, site, episode=None, version=None):
        self.trips = trips
        self.site = site
        self.episode = episode
        self.version = version

    @property
    def shape(self):
        return [[statement.sql for statement in trip] for trip in self.trips]

    def places(self):
        for number, trip in enumerate(self.trips):
            for place, statement in enumerate(trip):
                for position, value in enumerate(statement.values):
                    yield (number, place, position), statement.types[position], value


class Plan:
    """The same statements in the same round trips for all samples, with the values of each.

    - Parameter volatile: for each place whose value must be another in each transaction, what works it out in SQL.
    """

    def __init__(self, clients, volatile=None):
        self.clients = clients
        self.first = clients[0][0]
        self.volatile = volatile or {}
        for samples in clients:
            for sample in samples:
                if sample.shape != self.first.shape:
                    raise Failure("two requests of one kind sent different statements")
        self.columns = [key for key, _, _ in self.first.places() if key not in self.volatile]
        self.types = {key: values.name(oid) for key, oid, _ in self.first.places()}

    @property
    def counts(self):
        """Statements and round trips of a request."""
        return sum(len(trip) for trip in self.first.trips), len(self.first.trips)

    def _texts(self, sample):
        found = {key: value for key, _, value in sample.places()}
        return [sample.site, sample.episode or ""] + [values.text(found[key]) for key in self.columns]

    def table(self, name):
        """A table with the values of all samples, for `psql`."""
        columns = ["site", "episode"] + [f"p{number}" for number in range(len(self.columns))]
        lines = ["CREATE SCHEMA IF NOT EXISTS heard; GRANT USAGE ON SCHEMA heard TO PUBLIC;"]
        lines += [f"CREATE TABLE {name} (client int, number int, {', '.join(f'{column} text' for column in columns)});"]
        for client, samples in enumerate(self.clients):
            for number, sample in enumerate(samples):
                cells = ", ".join("NULL" if text is None else quoted(text) for text in self._texts(sample))
                lines.append(f"INSERT INTO {name} VALUES ({client}, {number}, {cells});")
        lines.append(f"GRANT SELECT ON {name} TO PUBLIC; ALTER TABLE {name} ADD PRIMARY KEY (client, number);")
        return "\n".join(lines)

    def script(self, name):
        """The script for `pgbench -M prepared -D turn=0`."""
        columns = ["site", "episode"] + [f"p{number}" for number in range(len(self.columns))]
        lines = [
            f"\\if :turn % {TURNS} = 0",
            f"SELECT {', '.join(columns)} FROM {name} AS s WHERE client = :client_id AND number = (:turn / {TURNS}) %"
            f" (SELECT count(*) FROM {name} WHERE client = :client_id) \\gset", "\\endif", "\\set turn :turn + 1"]
        for number, trip in enumerate(self.first.trips):
            texts = [self._statement(number, place, statement) for place, statement in enumerate(trip)]
            lines += ["\\startpipeline", *texts, "\\endpipeline"] if len(texts) > 1 else texts
        return "\n".join(lines) + "\n"

    def _statement(self, number, place, statement):
        def parameter(match):
            key = (number, place, int(match.group(1)) - 1)
            if key in self.volatile:
                return self.volatile[key].replace("{site}", ":site::int4").replace("{episode}", ":episode::uuid")
            return f"nullif(:p{self.columns.index(key)}, '')::{self.types[key]}" if self._may_be_null(key) else (
                f":p{self.columns.index(key)}::{self.types[key]}")

        return " ".join(re.sub(r"\$(\d+)", parameter, statement.sql).split()) + ";"

    def _may_be_null(self, key):
        return any(
            value is None for samples in self.clients for sample in samples
            for place, _, value in sample.places() if place == key)

    def program(self):
        """The same for a program that sends one statement after the other."""
        trips = []
        for number, trip in enumerate(self.first.trips):
            trips.append([self._parts(number, place, statement) for place, statement in enumerate(trip)])
        return {
            "trips": trips,
            "samples": [[self._texts(sample) for sample in samples] for samples in self.clients],
        }

    def _parts(self, number, place, statement):
        taken = []

        def bound(column, kind):
            if column not in [each[0] for each in taken]:
                taken.append((column, kind))
            return f"${[each[0] for each in taken].index(column) + 1}::{kind}"

        def parameter(match):
            key = (number, place, int(match.group(1)) - 1)
            if key in self.volatile:
                text = self.volatile[key]
                text = text.replace("{site}", bound(0, "int4")) if "{site}" in text else text
                return text.replace("{episode}", bound(1, "uuid")) if "{episode}" in text else text
            return bound(2 + self.columns.index(key), self.types[key])

        sql = re.sub(r"\$(\d+)", parameter, statement.sql)
        return {"sql": sql, "columns": [each[0] for each in taken], "types": [each[1] for each in taken]}


HEAD = (
    "(SELECT {column} FROM record.stream"
    " WHERE site_id = {{site}} AND stream = 'episode' AND stream_id = {{episode}})")


def volatile(before, after):
    """What is another each time that the same is recorded of the same episode, and how the server works it out."""
    found = {}
    earlier = {key: value for key, _, value in before.places()}
    is_moved = False
    for key, oid, value in after.places():
        sql = after.trips[key[0]][key[1]].sql
        is_moved = is_moved or ("INSERT INTO record.episode" in sql)
        if value != earlier[key]:
            found[key] = expression(values.name(oid), value, after.version, earlier, is_moved)
    return found


def expression(kind, value, version, earlier, is_moved):
    if kind.endswith("[]"):
        return f"ARRAY[{expression(kind[:-2], value[0], version, earlier, is_moved)}]"
    if kind == "int8":
        behind = int(value) - version - (1 if is_moved else 0)
        if behind in (-1, 0, 1):
            return f"({HEAD.format(column='head_seq')} + {behind})"
        return "(random() * 1000000000000000000)::int8"
    if kind == "bytea":
        is_known = any(value in each for each in earlier.values() if isinstance(each, list))
        return HEAD.format(column="head_hash") if is_known else "sha256(gen_random_uuid()::text::bytea)"
    if kind == "jsonb":
        members = json.loads(value)
        name = next(name for name, each in members.items() if re.fullmatch(r"[0-9a-f-]{36}", str(each)))
        return "jsonb_set(" + quoted(value) + "::jsonb, '{" + name + "}', to_jsonb(gen_random_uuid()))"
    known = {"uuid": "gen_random_uuid()", "timestamptz": "clock_timestamp()"}
    if kind not in known:
        raise Failure(f"a {kind} is another in each request: {value}")
    return known[kind]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"
