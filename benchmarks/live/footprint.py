"""What a connection that waits weighs: signed in and following a meeting."""

from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.broadcast import hellos
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
WARM = 50
"""Joined and gone before the first reading, so that what is made once is not counted."""


def kib(server: Process, sockets: int) -> float:
    """Of the server, for each connection."""
    with Room(server.port, WARM, hellos(server)):
        pass
    while server.ask("connections"):
        pass
    before = server.ask("rss")
    with Room(server.port, sockets, hellos(server)):
        grown: float = server.ask("rss") - before
    return grown / sockets


def pair() -> tuple[float, float]:
    with Process("ours") as server:
        return kib(server, SOCKETS), 1.0


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name="memory of a connection that waits",
            unit="KiB",
            must=10.0,
            aim=8.0,
            lower_is_better=True,
            pair=pair,
        ),
        "nothing: as it is",
    )
