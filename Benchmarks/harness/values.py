"""Values of PostgreSQL as they travel in binary: read into texts as the server writes them, and arrays into lists."""

import datetime
import struct
import uuid

# By pg_type.oid: the name, and for an array the oid of what it holds.
TYPES = {
    16: "bool", 17: "bytea", 20: "int8", 21: "int2", 23: "int4", 25: "text", 114: "json", 701: "float8",
    1043: "text", 1082: "date", 1184: "timestamptz", 1700: "numeric", 2950: "uuid", 3802: "jsonb",
}
ARRAYS = {
    1000: 16, 1001: 17, 1005: 21, 1007: 23, 1009: 25, 1016: 20, 199: 114, 1022: 701, 1015: 1043, 1182: 1082, 1185: 1184,
    2951: 2950, 3807: 3802,
}
EPOCH = datetime.date(2000, 1, 1)
MOMENT = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)


def name(oid):
    """A type as SQL calls it."""
    return TYPES[ARRAYS[oid]] + "[]" if oid in ARRAYS else TYPES[oid]


def read(oid, data, is_binary):
    """A value; None for NULL."""
    if data is None:
        return None
    if not is_binary:
        return data.decode()
    return array(data) if oid in ARRAYS else SCALARS[TYPES[oid]](data)


def array(data):
    dimensions, _, oid = struct.unpack_from("!iiI", data)
    if dimensions == 0:
        return []
    count = struct.unpack_from("!i", data, 12)[0]
    place, values = 20, []
    for _ in range(count):
        length = struct.unpack_from("!i", data, place)[0]
        place += 4
        values.append(None if length < 0 else SCALARS[TYPES[oid]](data[place:place + length]))
        place += max(length, 0)
    return values


def day(data):
    return (EPOCH + datetime.timedelta(days=struct.unpack("!i", data)[0])).isoformat()


def moment(data):
    number = struct.unpack("!q", data)[0]
    if number == (1 << 63) - 1:
        return "infinity"
    return (MOMENT + datetime.timedelta(microseconds=number)).isoformat()


SCALARS = {
    "bool": lambda data: "true" if data == b"\1" else "false",
    "bytea": lambda data: "\\x" + data.hex(),
    "int8": lambda data: str(struct.unpack("!q", data)[0]),
    "int2": lambda data: str(struct.unpack("!h", data)[0]),
    "int4": lambda data: str(struct.unpack("!i", data)[0]),
    "float8": lambda data: repr(struct.unpack("!d", data)[0]),
    "text": lambda data: data.decode(),
    "json": lambda data: data.decode(),
    "jsonb": lambda data: data[1:].decode(),
    "date": day,
    "timestamptz": moment,
    "uuid": lambda data: str(uuid.UUID(bytes=data)),
}


def text(value):
    """A value as the server reads it from a text."""
    if not isinstance(value, list):
        return value

    def item(value):
        if value is None:
            return "NULL"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    return "{" + ",".join(item(each) for each in value) + "}"
