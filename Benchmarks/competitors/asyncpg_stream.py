"""asyncpg: a large result through a cursor, 10,000 rows a fetch. Arguments: conninfo, rows. Prints: count seconds."""

import asyncio
import sys
import time

import asyncpg

conninfo, wanted = sys.argv[1], int(sys.argv[2])
parts = dict(part.split("=", 1) for part in conninfo.split())
statement = "SELECT number, minutes, kind, day FROM bench_visit LIMIT $1"


async def read(connection, rows):
    count = 0
    async with connection.transaction(readonly=True):
        cursor = await connection.cursor(statement, rows)
        while records := await cursor.fetch(10_000):
            for number, minutes, kind, day in records:
                count += 1
    return count


async def main():
    connection = await asyncpg.connect(host=parts["host"], database=parts["dbname"], user=parts["user"])
    await read(connection, 1)
    start = time.perf_counter()
    count = await read(connection, wanted)
    seconds = time.perf_counter() - start
    await connection.close()
    assert count == wanted
    print(count, seconds)


asyncio.run(main())
