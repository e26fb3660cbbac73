"""psycopg 3: a large result streamed as it arrives, 1,000 rows at a time, in binary. Arguments: conninfo, rows. Prints: count seconds."""

import sys
import time

import psycopg

conninfo, wanted = sys.argv[1], int(sys.argv[2])
statement = "SELECT number, minutes, kind, day FROM bench_visit LIMIT %s"


def read(connection, rows):
    count = 0
    with connection.cursor(binary=True) as cursor:
        for number, minutes, kind, day in cursor.stream(statement, (rows,), binary=True, size=1000):
            count += 1
    return count


assert psycopg.pq.__impl__ in ("c", "binary"), "the C implementation is needed"
with psycopg.connect(conninfo, autocommit=True) as connection:
    read(connection, 1)
    start = time.perf_counter()
    count = read(connection, wanted)
    seconds = time.perf_counter() - start
assert count == wanted
print(count, seconds)
