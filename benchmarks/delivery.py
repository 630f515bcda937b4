"""CPU of the event loop per delivery to a room of sockets: points recorded in a meeting, taken in, folded, shown, encoded and
written to everyone, beside FastAPI's `send_text` of a text as long to as many (made once, no compression). What the writer's
thread takes to decide is not delivery and has figures of its own."""

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
            pair=_pair,
        ),
        "FastAPI send_text, no compression",
    )


def _pair() -> tuple[float, float]:
    cpu_s, length = _cpu("ours", "")
    return cpu_s, _cpu("fastapi", f" {length}")[0]


def _cpu(which: str, of_length: str) -> tuple[float, int]:
    """CPU seconds of the server for one message delivered to one socket, and the bytes of it."""
    with server(which) as running:
        return asyncio.run(_deliver(running, which, of_length))


async def _deliver(running: Server, which: str, of_length: str) -> tuple[float, int]:
    hellos: tuple[dict[str, object], ...] = ()
    if which == "ours":
        hellos = ({"op": "hello", "token": running.token}, {"op": "sub", "id": 1, "topic": STORY.meeting})
    members = await join(running.port, SOCKETS, hellos)
    await asyncio.to_thread(running.ask, f"send 2{of_length}")
    before = _received(members)
    cpu_s = await asyncio.to_thread(running.ask, f"send {MESSAGES}{of_length}")
    await _all_there(members, before)
    delivered = _received(members) - before
    await leave(members)
    return cpu_s / MESSAGES / SOCKETS, min(delivered) // MESSAGES


async def _all_there(members: list[Member], before: "Counts") -> None:
    """Everyone was sent the same; wait until everyone has read it."""
    async with asyncio.timeout(30):
        while len(set(_received(members) - before)) != 1 or min(_received(members) - before) == 0:
            await asyncio.sleep(0.01)


def _received(members: list[Member]) -> "Counts":
    return Counts(member.received for member in members)


class Counts(list[int]):
    """Bytes received, a member each."""

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(now - before for now, before in zip(self, other, strict=True))
