"""A commit in one process, seen at a socket of another: through Redis, PostgreSQL and the other's own folding.

Beside one round trip to the same PostgreSQL, since no news of another process can travel faster than that.
"""

import asyncio
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import uvloop

from benchmarks.commands import DIGEST
from benchmarks.figure import Figure
from domain.assurance import Assurance
from domain.party import PartyKind, Register
from eventstore.given import Committed, Given
from klynge.core import Core
from klynge.init import ADMINISTRATOR
from tests.faults.lines import Line
from tests.nodes import Nodes
from tests.postgres import Postgres, postgres
from tests.valkey import valkey

COMMITS = 60
ROUND_TRIPS = 300
TOPIC = "dk/people"


def figures() -> Iterator[tuple[Figure, str]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="klynge-bench-")))
        server = stack.enter_context(postgres(durable=True))
        redis = stack.enter_context(valkey(folder))
        house = Nodes(server, folder, count=1, redis=redis.address)
        uvloop.run(house.init("bench"))
        uvloop.run(house.start())
        stack.callback(house.kill)
        yield (
            Figure(
                name="commit in one process → row frame at a socket of another, p50, with Redis",
                unit="×",
                must=60.0,
                aim=20.0,
                lower_is_better=True,
                pair=_pair(house, server, redis.address),
            ),
            "one round trip to PostgreSQL",
        )


def _pair(house: Nodes, server: Postgres, redis: str) -> Callable[[], tuple[float, float]]:
    return lambda: (uvloop.run(_seen_after_s(house, redis)), _round_trip_s(server))


async def _seen_after_s(house: Nodes, redis: str) -> float:
    """From the commit here to the frame from there; the median."""
    core = Core(house.settings_with(redis))
    core.start()
    committed_at = 0.0

    writer, told = core.desk.writer, core.desk.writer._committed

    def note(committed: Committed) -> None:
        """In the writer's thread, right after the commit."""
        nonlocal committed_at
        committed_at = time.perf_counter()
        told(committed)

    writer._committed = note
    line = Line(house.url, house.token(), TOPIC)
    following = asyncio.create_task(line.follow())
    took = []
    for _ in range(COMMITS):
        name = uuid.uuid4().hex
        given = Given(
            person=ADMINISTRATOR,
            assurance=Assurance.SUBSTANTIAL,
            stream=f"dk/party/{name}",
            command=Register(name="Kommune", party_kind=PartyKind.MUNICIPALITY),
            key=name,
            digest=DIGEST,
        )
        answer = await core.desk.give(given)
        await line.until(answer.position)
        took.append(line.told_at - committed_at)
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
    await core.close()
    return statistics.median(took)


def _round_trip_s(server: Postgres) -> float:
    took = []
    with psycopg.connect(server.address(), autocommit=True) as connection:
        for _ in range(ROUND_TRIPS):
            begun = time.perf_counter()
            connection.execute("SELECT 1", prepare=True).fetchone()
            took.append(time.perf_counter() - begun)
    return statistics.median(took)
