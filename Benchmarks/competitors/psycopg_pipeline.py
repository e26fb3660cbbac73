"""psycopg 3: point reads in pipeline mode. Arguments: conninfo, accounts, depth, seconds. Prints: count seconds."""

import random
import sys
import time

import psycopg

conninfo, accounts, depth, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
statement = "SELECT abalance FROM pgbench_accounts WHERE aid = %s"


def read(connection, cursors):
    with connection.pipeline():
        for cursor in cursors:
            cursor.execute(statement, (random.randint(1, accounts),), prepare=True)
        return [cursor.fetchone()[0] for cursor in cursors]


assert psycopg.pq.__impl__ in ("c", "binary"), "the C implementation is needed"
with psycopg.connect(conninfo, autocommit=True) as connection:
    cursors = [connection.cursor(binary=True) for _ in range(depth)]
    read(connection, cursors)
    start = time.perf_counter()
    count = 0
    while time.perf_counter() - start < seconds:
        count += len(read(connection, cursors))
    print(count, time.perf_counter() - start)
