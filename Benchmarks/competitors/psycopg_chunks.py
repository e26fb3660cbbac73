"""psycopg 3: a large result through a cursor in the server, in binary, 10,000 rows a fetch. Arguments: conninfo, rows.
Prints: count seconds."""

import sys
import time

import psycopg

conninfo, wanted = sys.argv[1], int(sys.argv[2])
statement = "SELECT number, minutes, kind, day FROM bench_visit LIMIT %s"


def read(connection, rows):
    count = 0
    with connection.transaction(), connection.cursor("chunks", binary=True) as cursor:
        cursor.itersize = 10_000
        cursor.execute(statement, (rows,), binary=True)
        for number, minutes, kind, day in cursor:
            count += 1
    return count


assert psycopg.pq.__impl__ in ("c", "binary"), "the C implementation is needed"
with psycopg.connect(conninfo) as connection:
    read(connection, 1)
    start = time.perf_counter()
    count = read(connection, wanted)
    seconds = time.perf_counter() - start
assert count == wanted
print(count, seconds)
