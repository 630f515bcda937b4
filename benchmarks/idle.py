"""Memory of a server per idle socket: signed in and following a meeting with us; accepted and waiting with FastAPI as it comes."""

import asyncio
from collections.abc import Iterator

from benchmarks.crowd import Server, join, leave, server
from benchmarks.figure import Figure
from stories.lillebaelt_2024_04_09 import STORY

SOCKETS = 1_000
WARM = 50
"""Joined and gone before the first reading, so that what is made once is not counted."""


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name="memory per idle socket",
            unit="",
            must=0.30,
            aim=0.12,
            lower_is_better=True,
            pair=lambda: (_kib("ours"), _kib("fastapi-deflate")),
        ),
        "FastAPI's default",
    )


def _kib(which: str) -> float:
    with server(which) as running:
        return asyncio.run(_grow(running, which))


async def _grow(running: Server, which: str) -> float:
    hellos: tuple[dict[str, object], ...] = ()
    if which == "ours":
        hellos = ({"op": "hello", "token": running.token}, {"op": "sub", "id": 1, "topic": STORY.meeting})
    await leave(await join(running.port, WARM, hellos))
    before = await asyncio.to_thread(running.ask, "rss")
    members = await join(running.port, SOCKETS, hellos)
    after = await asyncio.to_thread(running.ask, "rss")
    await leave(members)
    return (after - before) / SOCKETS
