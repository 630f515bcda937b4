"""CPU per delivery to a room of sockets: a point recorded in a meeting until its frame is written to everyone, beside
FastAPI's `send_text` of a text of the same length to the same number (made once, no compression)."""

import asyncio
from collections.abc import Iterator

from benchmarks.crowd import Member, Server, join, leave, server
from benchmarks.figure import Figure
from stories.lillebaelt_2024_04_09 import STORY

SOCKETS = 500
MESSAGES = 40


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"CPU per delivery to {SOCKETS} sockets",
            unit="",
            must=0.85,
            aim=0.67,
            lower_is_better=True,
            pair=lambda: (_cpu("ours"), _cpu("fastapi")),
        ),
        "FastAPI send_text, no compression",
    )


def _cpu(which: str) -> float:
    """CPU seconds of the server for one message delivered to one socket."""
    with server(which) as running:
        return asyncio.run(_deliver(running, which))


async def _deliver(running: Server, which: str) -> float:
    hellos: tuple[dict[str, object], ...] = ()
    if which == "ours":
        hellos = ({"op": "hello", "token": running.token}, {"op": "sub", "id": 1, "topic": STORY.meeting})
    members = await join(running.port, SOCKETS, hellos)
    await asyncio.to_thread(running.ask, "send 2")
    before = _received(members)
    cpu_s = await asyncio.to_thread(running.ask, f"send {MESSAGES}")
    delivered = _received(members) - before
    if min(delivered) == 0:
        raise RuntimeError("somebody was not delivered to")
    await leave(members)
    return cpu_s / MESSAGES / SOCKETS


def _received(members: list[Member]) -> "Counts":
    return Counts(member.received for member in members)


class Counts(list[int]):
    """Bytes received, a member each."""

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(now - before for now, before in zip(self, other, strict=True))
