"""FastAPI with asyncpg: the same statements as a request of ours, and an answer of the same bytes. Argument: a plan.

It thinks nothing: what an answer says was worked out beforehand, and is only written as JSON, or with a template.
"""

import contextlib
import datetime
import json
import os
import re
import socket
import sys

import asyncpg
import jinja2
import orjson
import uvicorn
from fastapi import FastAPI, Header, Response
from pydantic import BaseModel
from uvicorn.supervisors import Multiprocess

SCALARS = {
    "bool": lambda text: text == "true", "int2": int, "int4": int, "int8": int, "float8": float,
    "date": datetime.date.fromisoformat, "bytea": lambda text: bytes.fromhex(text[2:]),
    "timestamptz": lambda text: (
        datetime.datetime.max.replace(tzinfo=datetime.timezone.utc) if text == "infinity"
        else datetime.datetime.fromisoformat(text)),
}


def value(kind, text):
    if text is None:
        return None
    if not kind.endswith("[]"):
        return SCALARS.get(kind, str)(text)
    items = re.findall(r'"((?:[^"\\]|\\.)*)"|(NULL)', text)
    return [None if null else value(kind[:-2], re.sub(r"\\(.)", r"\1", item)) for item, null in items]


class Contact(BaseModel):
    on: datetime.date
    mode: str
    party: str
    minutes: int | None = None


def application(path):
    with open(path) as file:
        plan = json.load(file)
    statements = [statement for trip in plan["trips"] for statement in trip]
    bound = [
        [
            [
                (each["sql"], [value(kind, row[column]) for column, kind in zip(each["columns"], each["types"])])
                for each in statements
            ]
            for row in samples
        ]
        for samples in plan["samples"]
    ]
    environment = jinja2.Environment(autoescape=True)
    written = [[answer(environment, each) for each in samples] for samples in plan["answers"]]

    async def nothing(connection):
        pass

    @contextlib.asynccontextmanager
    async def pooled(application):
        async with asyncpg.create_pool(
            plan["conninfo"], min_size=plan["connections"], max_size=plan["connections"], statement_cache_size=1000,
            reset=nothing
        ) as pool:
            application.state.pool = pool
            yield

    application = FastAPI(openapi_url=None, lifespan=pooled)

    async def act(client, number):
        async with application.state.pool.acquire() as connection:
            for sql, taken in bound[client][number]:
                if taken or sql.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "(")):
                    await connection.fetch(sql, *taken)
                else:
                    await connection.execute(sql)
        return written[client][number]()

    @application.get("/run/{client}/{number}")
    async def show(
        client: int, number: int, authorization: str | None = Header(None), cookie: str | None = Header(None)
    ):
        return Response(await act(client, number), media_type=plan["type"])

    @application.post("/run/{client}/{number}", status_code=201)
    async def record(client: int, number: int, contact: Contact, authorization: str | None = Header(None)):
        return Response(await act(client, number), media_type=plan["type"], status_code=201)

    return application


def answer(environment, given):
    """What writes an answer: an object as JSON, or a template with its values."""
    if "template" not in given:
        return lambda: orjson.dumps(given["json"])
    template = environment.from_string(given["template"])
    return lambda: template.render(v=given["values"])


def create():
    return application(os.environ["HOMEWARD_BENCHMARK_PLAN"])


if __name__ == "__main__":
    os.environ["HOMEWARD_BENCHMARK_PLAN"] = sys.argv[1]
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    listener.set_inheritable(True)
    print(f"listens on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    configuration = uvicorn.Config(
        "fastapi_service:create", factory=True, workers=os.cpu_count(), access_log=False, log_level="error")
    Multiprocess(configuration, sockets=[listener]).run()
