"""A soak: a thousand sockets for ten minutes, of which some leave and others come every second, while a meeting goes on. What the
server holds in memory at the end, beside after the first minute.
"""

import time
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.broadcast import hellos
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
SECONDS = 600
FIRST_S = 60
LEAVE_EACH_S = 10
COMMIT_EACH_S = 5


def grown(server: Process, sockets: int, seconds: int, first_s: int) -> tuple[float, float]:
    """KiB at the end, and after the first of it."""
    with Room(server.port, sockets, hellos(server)) as room:
        begun, after_first = time.monotonic(), 0.0
        for second in range(seconds):
            if second == first_s:
                after_first = server.ask("rss")
            if second % COMMIT_EACH_S == 0:
                server.ask("commit")
            for _ in range(LEAVE_EACH_S):
                room.change_one(server.port)
            room.read_until(begun + second + 1)
        assert server.ask("connections") == sockets, "the control: nobody was lost meanwhile"
        at_end: float = server.ask("rss")
        return at_end, after_first


def pair() -> tuple[float, float]:
    with Process("ours") as server:
        return grown(server, SOCKETS, SECONDS, FIRST_S)


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"memory after {SECONDS // 60} minutes of {SOCKETS:,} sockets that come and go",
            unit="",
            must=1.02,
            aim=1.02,
            lower_is_better=True,
            pair=pair,
        ),
        "after the first minute",
    )
