"""A large result, streamed and decoded."""

from sides import Line, Side, alternate


def streamed_rows(home, arguments, tell):
    tell("c: streaming rows")
    database = home.database("bench")
    rows = 200_000 if arguments.quick else 1_000_000
    # Every side reads the whole table, warm.
    home.psql(
        database, "DROP TABLE IF EXISTS bench_visit",
        "CREATE TABLE bench_visit (number bigint NOT NULL, minutes integer NOT NULL, kind text NOT NULL,"
        " day date NOT NULL)",
        "INSERT INTO bench_visit SELECT n, n % 120, 'visit-' || n % 1000, DATE '2020-01-01' + (n % 2000)::integer"
        f" FROM generate_series(1, {rows}) AS n",
        "VACUUM ANALYZE bench_visit")
    conninfo = home.conninfo(database)
    ours = Side("Homeward", lambda: home.tools.ours("rows", conninfo=conninfo, rows=rows))
    others = [
        Side("psycopg 3 stream", lambda: home.tools.theirs("psycopg_stream", conninfo, rows)),
        Side("psycopg 3 server cursor", lambda: home.tools.theirs("psycopg_chunks", conninfo, rows)),
        Side("asyncpg cursor", lambda: home.tools.theirs("asyncpg_stream", conninfo, rows)),
    ]
    fastest = alternate(arguments.rounds, ours, *others)
    for other in others:
        what = f"Streaming {rows:,} rows of four columns, decoded"
        yield Line(what, "rows/s", ours, other, 1.5 if other is fastest else None,
                   note="the fastest of three" if other is fastest else "")
