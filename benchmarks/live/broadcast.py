"""From a commit to the last of a thousand sockets; beside FastAPI, and beside Nchan, both after the very same commit."""

import gc
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from msgspec import Struct

from benchmarks.figure import Figure, NotRun
from benchmarks.live import nginx
from benchmarks.live.process import Process
from benchmarks.live.room import Room
from benchmarks.live.together import Together
from stories.lillebaelt_2024_04_09 import STORY

SOCKETS = 1_000
COMMITS = 300
TURN = 10
"""Commits of one before the other has its turn."""


class Run(Struct, frozen=True):
    """Milliseconds from the commit to the last, one a commit."""

    took_ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.took_ms)

    @property
    def p90(self) -> float:
        return statistics.quantiles(self.took_ms, n=10)[-1]


class Runs(Struct, frozen=True):
    """One after the other on the same machine. `nchan`: None where it is not to be had."""

    ours: Run
    fastapi: Run
    nchan: Run | None


def figures(*, may_install: bool = True) -> Iterator[tuple[Figure | NotRun, str]]:
    if may_install:
        nginx.install()
    with_nchan = nginx.there()
    together = Together(lambda: runs(with_nchan=with_nchan))
    yield _figure(together, "FastAPI send_text to each, no compression, the same commit", 0.8, 0.6, P50)
    yield _figure(together, "FastAPI send_text to each, no compression, the same commit", 0.8, 0.6, P90)
    for percentile in (P50, P90):
        figure, beside = _figure(
            together, "Nchan in nginx, the same commit published to it", 1.5, 1.15, percentile, True
        )
        yield (figure if with_nchan else NotRun(figure, f"there is no {nginx.PACKAGE} to be had here")), beside


P50: tuple[str, Callable[[Run], float]] = ("p50", lambda run: run.p50)
P90: tuple[str, Callable[[Run], float]] = ("p90", lambda run: run.p90)


def _figure(
    together: Together[Runs],
    beside: str,
    must: float,
    aim: float,
    percentile: tuple[str, Callable[[Run], float]],
    of_nchan: bool = False,
) -> tuple[Figure, str]:
    name, of = percentile

    def read(found: Runs) -> tuple[float, float]:
        peer = found.nchan if of_nchan else found.fastapi
        assert peer is not None
        return of(found.ours), of(peer)

    figure = Figure(
        name=f"commit → last of {SOCKETS:,} sockets, {name} of {COMMITS} commits",
        unit="",
        must=must,
        aim=aim,
        lower_is_better=True,
        pair=together.pair(read),
    )
    return figure, beside


def runs(sockets: int = SOCKETS, commits: int = COMMITS, *, with_nchan: bool) -> Runs:
    """All at once, taking turns of a few commits each, so that what else the machine does falls on all alike. Every peer's message
    is as long as ours.
    """
    with ExitStack() as running:
        ours = running.enter_context(Process("ours"))
        fastapi = running.enter_context(Process("fastapi"))
        room = running.enter_context(Room(ours.port, sockets, hellos(ours)))
        told(ours, room, "commit")
        order = f"commit {room.length}"
        turns = [(ours, room, "commit"), (fastapi, running.enter_context(Room(fastapi.port, sockets)), order)]
        if with_nchan:
            port = running.enter_context(nginx.nginx())
            nchan = running.enter_context(Process("nchan", port))
            turns.append((nchan, running.enter_context(Room(port, sockets)), order))
        taken = in_turn(turns, commits)
    return Runs(taken[0], taken[1], taken[2] if with_nchan else None)


def in_turn(turns: Sequence[tuple[Process, Room, str]], commits: int) -> list[Run]:
    """So many commits of each: everybody is told of one, and then comes the next. The first of a turn is not counted: what the one
    before has still to do falls on it.
    """
    took: list[list[float]] = [[] for _ in turns]
    gc.collect()
    gc.disable()
    while len(took[-1]) < commits:
        for (server, room, order), ms in zip(turns, took, strict=True):
            told(server, room, order)
            ms += [told(server, room, order) for _ in range(min(TURN, commits - len(ms)))]
    gc.enable()
    return [Run(tuple(ms)) for ms in took]


def told(server: Process, room: Room, order: str) -> float:
    """Milliseconds from a commit to the last who was told of it."""
    server.tell(order)
    last_at = room.until_told()
    committed_at: float = server.told()
    return (last_at - committed_at) * 1_000


def hellos(server: Process) -> tuple[dict[str, object], ...]:
    """What a client says that follows the meeting."""
    return ({"op": "hello", "token": server.token}, {"op": "sub", "id": 1, "topic": STORY.meeting})
