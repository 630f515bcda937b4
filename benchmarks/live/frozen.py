"""What one client that does not read costs the others: their p90 with it, beside a twin of the server without."""

from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.broadcast import Run, hellos, in_turn
from benchmarks.live.process import Process
from benchmarks.live.room import Room

SOCKETS = 1_000
COMMITS = 150
FROZEN_READ_BYTES = 4_096
FILLED_BY = 500
"""So many long remarks fill every buffer between the hub and a reader that does not read."""


def runs(ours: Process, sockets: int, twin: tuple[Process, Room, str], commits: int) -> tuple[Run, Run]:
    """With a frozen one, and of the twin without; they take turns."""
    with Room(ours.port, sockets - 1, hellos(ours)) as room:
        frozen = room.freeze(ours.port, FROZEN_READ_BYTES)
        _fill(ours, room)
        run, before = in_turn([(ours, room, "commit"), twin], commits)
        assert ours.ask("parked") == 1, "the control: it is parked all the while"
        frozen.close()
        return run, before


def pair() -> tuple[float, float]:
    with Process("ours") as ours, Process("ours") as twin, Room(twin.port, SOCKETS - 1, hellos(twin)) as others:
        run, before = runs(ours, SOCKETS, (twin, others, "commit"), COMMITS)
        return run.p90, before.p90


def _fill(server: Process, room: Room) -> None:
    for _ in range(FILLED_BY):
        if server.ask("parked"):
            return
        server.tell("commits 1 long")
        room.until_told()
        server.told()
    raise AssertionError("it takes all that it is sent")


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"one frozen client of {SOCKETS:,}: p90 of the others",
            unit="",
            must=1.3,
            aim=1.1,
            lower_is_better=True,
            pair=pair,
        ),
        "a twin without it",
    )
