"""The writer on PostgreSQL with every commit on disk: alone, beside the library and the limit; two at once; and seen elsewhere.

The server is a real one, on this machine, with its own settings of durability.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import uvloop

from benchmarks.commands import (
    BATCH,
    COMMANDS,
    DIGEST,
    SECRETARY,
    STREAMS,
    Clients,
    Things,
    commands,
    furnish,
    saved_per_s,
)
from benchmarks.figure import Figure
from benchmarks.saturating import PROCESSES
from domain.log import Clock
from eventstore.desk import Desk
from klynge.init import init
from klynge.settings import Settings, read_settings
from tests.postgres import APPLICATION, OWNER, Postgres, postgres

SATURATED_S = 3.0
ROOT = Path(__file__).resolve().parent.parent


def figures() -> Iterator[tuple[Figure, str]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="klynge-bench-")))
        server = stack.enter_context(postgres(durable=True))
        yield (
            Figure(
                name="commands/s through the writer, PostgreSQL, 16 in flight, no sealed field",
                unit="×",
                must=5.0,
                aim=8.0,
                lower_is_better=False,
                pair=_pair(server, folder, 16, _library),
            ),
            "Application.save, 16 threads",
        )
        yield (
            Figure(
                name="commands/s through the writer, PostgreSQL, 256 in flight, no sealed field",
                unit="%",
                must=0.20,
                aim=0.45,
                lower_is_better=False,
                pair=_pair(server, folder, 256, _raw),
            ),
            "raw batched inserts of event and receipt",
        )
        yield (
            Figure(
                name="commands/s of two saturating processes together, PostgreSQL",
                unit="",
                must=0.4,
                aim=0.8,
                lower_is_better=False,
                pair=lambda: (_saturated(server, folder, PROCESSES), _saturated(server, folder, 1)),
            ),
            "one such process",
        )


class Place:
    """Databases of their own, opened and furnished."""

    def __init__(self, server: Postgres, folder: Path) -> None:
        log, keys = server.database(), server.database()
        self._server = server
        self.environment = self._as(APPLICATION, log, keys, folder / f"{log}.master")
        uvloop.run(init(read_settings(self._as(OWNER, log, keys, folder / f"{log}.master")), "bench", Clock.REAL))
        self.settings: Settings = read_settings(self.environment)
        uvloop.run(self._furnish())

    def _as(self, role: str, log: str, keys: str, master: Path) -> dict[str, str]:
        return {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": self._server.address(log, role),
            "KLYNGE_KEYS": self._server.address(keys, role),
            "KLYNGE_MASTER_KEY": str(master),
        }

    async def _furnish(self) -> None:
        kept_log = self.settings.store.open_log()
        desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
        await furnish(desk)
        await asyncio.to_thread(desk.close)
        kept_log.close()


def _pair(
    server: Postgres, folder: Path, in_flight: int, peer: Callable[[Postgres, int], float]
) -> Callable[[], tuple[float, float]]:
    def pair() -> tuple[float, float]:
        place = Place(server, folder)
        kept_log = place.settings.store.open_log()
        rate = Clients(kept_log, commands(False)).rate(in_flight)
        state_bytes = len(kept_log.recorder.select_notifications(kept_log.head, 1)[0].state)
        kept_log.close()
        return rate, peer(server, state_bytes)

    return pair


def _library(server: Postgres, _: int) -> float:
    """The library's application on PostgreSQL as it comes, with a connection for each thread."""
    application = Things(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": server.database(),
            "POSTGRES_HOST": "127.0.0.1",
            "POSTGRES_PORT": str(server.port),
            "POSTGRES_USER": OWNER,
            "POSTGRES_PASSWORD": "none",
            "POSTGRES_POOL_SIZE": str(STREAMS),
        }
    )
    return saved_per_s(application)


RAW = (
    "CREATE TABLE events (position bigint PRIMARY KEY, stream text, version bigint, tag text, state bytea, recorded_at bigint,"
    " UNIQUE (stream, version))",
    "CREATE TABLE receipts (actor text, key text, digest bytea, first bigint, last bigint, refusal bytea,"
    " PRIMARY KEY (actor, key))",
)


RAW_INSERT = """
WITH given AS (
  SELECT * FROM unnest(%b::bigint[], %b::text[], %b::bigint[], %b::text[], %b::bytea[], %b::bigint[], %b::text[], %b::text[],
    %b::bytea[]) AS given(position, stream, version, tag, state, recorded_at, actor, key, digest)
), inserted AS (
  INSERT INTO events SELECT position, stream, version, tag, state, recorded_at FROM given
)
INSERT INTO receipts SELECT actor, key, digest, position, position, NULL FROM given
"""


def _raw(server: Postgres, state_bytes: int) -> float:
    """Events and receipts of the same shape, a statement for each batch as ours has, nothing decided."""
    state = os.urandom(state_bytes)
    columns: list[list[Any]] = [
        list(range(1, COMMANDS + 1)),
        [f"bench/initiative/i{index % STREAMS}" for index in range(COMMANDS)],
        [index // STREAMS + 1 for index in range(COMMANDS)],
        ["tag"] * COMMANDS,
        [state] * COMMANDS,
        list(range(COMMANDS)),
        [SECRETARY] * COMMANDS,
        [str(uuid.uuid4()) for _ in range(COMMANDS)],
        [DIGEST] * COMMANDS,
    ]
    with psycopg.connect(server.address(server.database(), OWNER), autocommit=True) as connection:
        for statement in RAW:
            connection.execute(statement)
        begun = time.perf_counter()
        for start in range(0, COMMANDS, BATCH):
            connection.execute(RAW_INSERT, [column[start : start + BATCH] for column in columns], prepare=True)
        return COMMANDS / (time.perf_counter() - begun)


def _saturated(server: Postgres, folder: Path, processes: int) -> float:
    """Commands answered a second, by so many processes together."""
    place = Place(server, folder)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.saturating", str(number), str(SATURATED_S)],
            cwd=ROOT,
            env=os.environ | place.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "open\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    return sum(int(each.communicate()[0]) for each in running) / SATURATED_S
