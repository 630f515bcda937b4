"""A soak: a thousand sockets for ten minutes. What the server holds in memory at the end, beside after the first minute: of
sockets that are idle, and of a meeting that goes on while some leave and others come every second. Of the latter it keeps more by
the minute, as it should: the record grows, and so do, up to their limits, what is at hand for those who come back.
"""

import time
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from benchmarks.figure import Figure
from benchmarks.live.broadcast import hellos
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
SECONDS = 600
FIRST_S = 60


class Going(Struct, frozen=True):
    """What goes on meanwhile."""

    leave_each_s: int = 0
    """Sockets that others take the place of."""
    commit_each_s: int = 0
    """Seconds between two commits; 0: there are none."""


IDLE, MEETING = Going(), Going(leave_each_s=10, commit_each_s=5)


def grown(server: Process, sockets: int, seconds: int, first_s: int, going: Going) -> tuple[float, float]:
    """KiB at the end, and after the first of it."""
    with Room(server.port, sockets, hellos(server)) as room:
        begun, after_first = time.monotonic(), 0.0
        for second in range(seconds):
            if second == first_s:
                after_first = server.ask("rss")
            if going.commit_each_s and second % going.commit_each_s == 0:
                server.ask("commit")
            for _ in range(going.leave_each_s):
                room.change_one(server.port)
            room.read_until(begun + second + 1)
        assert server.ask("connections") == sockets, "the control: nobody was lost meanwhile"
        at_end: float = server.ask("rss")
        return at_end, after_first


def pair(going: Going) -> tuple[float, float]:
    with Process("ours") as server:
        return grown(server, SOCKETS, SECONDS, FIRST_S, going)


def figures() -> Iterator[tuple[Figure, str]]:
    for going, name, must in (
        (IDLE, f"memory after {SECONDS // 60} minutes of {SOCKETS:,} idle sockets", 1.02),
        (MEETING, "the same of sockets that come and go while a meeting goes on", 1.10),
    ):
        yield (
            Figure(name=name, unit="", must=must, aim=1.02, lower_is_better=True, pair=partial(pair, going)),
            "after the first minute",
        )
