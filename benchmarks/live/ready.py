"""CPU per delivery, from taking a commit in to the last write, beside writing a frame that is at hand to each transport: what
following, folding, showing, encoding and choosing cost on top of what no server can do without. One after the other at one server.
"""

import statistics
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.broadcast import hellos
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
COMMITS = 60
WARM = 5


def pair(sockets: int = SOCKETS, commits: int = COMMITS) -> tuple[float, float]:
    with Process("ours") as server:
        return at(server, sockets, commits)


def at(server: Process, sockets: int, commits: int) -> tuple[float, float]:
    with Room(server.port, sockets, hellos(server)) as room:
        ours, peer = [], []
        for _ in range(commits + WARM):
            ours.append(_told(server, room, "cpu"))
            peer.append(_told(server, room, f"ready {room.length}"))
        return statistics.median(ours[WARM:]) / sockets, statistics.median(peer[WARM:]) / sockets


def _told(server: Process, room: Room, order: str) -> float:
    server.tell(order)
    room.until_told()
    cpu_s: float = server.told()
    return cpu_s


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"CPU per delivery to {SOCKETS:,} sockets",
            unit="",
            must=1.3,
            aim=1.1,
            lower_is_better=True,
            pair=pair,
        ),
        "writing one ready frame to each transport",
    )
