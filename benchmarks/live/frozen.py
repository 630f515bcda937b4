"""What one client that does not read costs the others: their p90 with it, beside before it came."""

from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.broadcast import Run, hellos, measured
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
COMMITS = 150
FROZEN_READ_BYTES = 4_096
FILLED_BY = 500
"""So many long remarks fill every buffer between the hub and a reader that does not read."""


def runs(server: Process, sockets: int, commits: int) -> tuple[Run, Run]:
    """With the frozen one, and before."""
    with Room(server.port, sockets - 1, hellos(server)) as room:
        before = measured(server, room, "commit", commits)
        frozen = room.freeze(server.port, FROZEN_READ_BYTES)
        _fill(server, room)
        run = measured(server, room, "commit", commits)
        assert server.ask("parked") == 1, "the control: it is parked all the while"
        frozen.close()
        return run, before


def _fill(server: Process, room: Room) -> None:
    for _ in range(FILLED_BY):
        if server.ask("parked"):
            return
        server.tell("commits 1 long")
        room.until_told()
        server.told()
    raise AssertionError("it takes all that it is sent")


def figures() -> Iterator[tuple[Figure, str]]:
    def pair() -> tuple[float, float]:
        with Process("ours") as server:
            run, before = runs(server, SOCKETS, COMMITS)
        return run.p90, before.p90

    yield (
        Figure(
            name=f"one frozen client of {SOCKETS:,}: p90 of the others",
            unit="",
            must=1.3,
            aim=1.1,
            lower_is_better=True,
            pair=pair,
        ),
        "before it froze",
    )
