"""Listens in between a program and PostgreSQL: which statements travel with which values, in which round trips."""

import os
import select
import shutil
import socket
import struct
import tempfile
import threading

from values import read


class Statement:
    """One statement as it went over the wire, with the types that it declared and the values it had."""

    def __init__(self, sql, types, values):
        self.sql = sql
        self.types = types
        self.values = values


class Trip:
    """What travelled together over one connection."""

    def __init__(self, connection, statements):
        self.connection = connection
        self.statements = statements


class Wire:
    """A socket in the style of PostgreSQL's that passes everything on, and notes what the programs ask."""

    def __init__(self, server):
        self.server = os.path.join(server, ".s.PGSQL.5432")
        self.folder = tempfile.mkdtemp(prefix="homeward-wire-")
        self.trips = []
        self.lock = threading.Lock()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(self.folder, ".s.PGSQL.5432"))
        self.listener.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def take(self):
        """The round trips since the last time."""
        with self.lock:
            taken, self.trips = self.trips, []
        return taken

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            threading.Thread(target=self._pass, args=(client, server), daemon=True).start()

    def _pass(self, client, server):
        reader = Reader(self)
        with client, server:
            while True:
                ready, _, _ = select.select([client, server], [], [])
                for one in ready:
                    part = one.recv(1 << 16)
                    if not part:
                        return
                    if one is client:
                        reader.feed(part)
                        server.sendall(part)
                    else:
                        client.sendall(part)

    def note(self, trip):
        with self.lock:
            self.trips.append(trip)


class Reader:
    """Reads what one client sends."""

    def __init__(self, wire):
        self.wire = wire
        self.buffer = b""
        self.began = False
        self.prepared = {}
        self.trip = []

    def feed(self, part):
        self.buffer += part
        while True:
            head = 1 if self.began else 0
            if len(self.buffer) < head + 4:
                return
            length = struct.unpack_from("!i", self.buffer, head)[0]
            if len(self.buffer) < head + length:
                return
            message = self.buffer[head + 4:head + length]
            kind = self.buffer[:1] if self.began else b""
            self.buffer = self.buffer[head + length:]
            self.began = True
            self._read(kind, message)

    def _read(self, kind, message):
        if kind == b"P":
            name, sql, rest = message.split(b"\0", 2)
            count = struct.unpack_from("!h", rest)[0]
            self.prepared[name] = (sql.decode(), list(struct.unpack_from(f"!{count}I", rest, 2)))
        elif kind == b"B":
            self._bind(message)
        elif kind == b"Q":
            self.wire.note(Trip(self, [Statement(message.rstrip(b"\0").decode(), [], [])]))
        elif kind == b"S" and self.trip:
            self.wire.note(Trip(self, self.trip))
            self.trip = []

    def _bind(self, message):
        _, name, rest = message.split(b"\0", 2)
        sql, types = self.prepared[name]
        count = struct.unpack_from("!h", rest)[0]
        formats = struct.unpack_from(f"!{count}h", rest, 2)
        place = 2 + 2 * count
        number = struct.unpack_from("!h", rest, place)[0]
        place += 2
        values = []
        for position in range(number):
            length = struct.unpack_from("!i", rest, place)[0]
            place += 4
            data = None if length < 0 else rest[place:place + length]
            place += max(length, 0)
            is_binary = (formats[position] if len(formats) > 1 else formats[0] if formats else 0) == 1
            values.append(read(types[position], data, is_binary))
        self.trip.append(Statement(sql, types, values))
