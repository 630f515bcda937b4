"""A view as of then, read through HTTP: on a long log beside a short one, and beside the same view as of now.

Every view that the story fills is asked for as of one position that both logs hold; the figure is that of the view that does worst.
The logs are those of `growing`: one evening's meeting again and again, and all rows of them kept.

As a program (`python -m benchmarks.replaying FOLDER PORT`) it is the server; an end of input stops it.
"""

import http.client
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from benchmarks.crowd import Server
from benchmarks.figure import Figure
from benchmarks.growing import LONG, SHORT, VERY_LONG, log_of
from benchmarks.served import answer, told
from eventstore.follower import Follower
from klynge import searching
from klynge.house import House
from klynge.serve import listen, running
from klynge.settings import Settings, read_settings
from projections.views import OF_SCOPE, VIEWS
from stories.lillebaelt_2024_04_09 import STORY

AT = 8_000
"""A position of both logs, early in the long one."""
ROWS = 50
"""Of one page: as many on both logs."""
ROUNDS = 15
"""Of one measurement; of each view the median counts."""
TOKEN_S = 24 * 3_600
PEOPLE_S = 30
Asking = tuple["Reader", int | None]
"""Who asks, and as of which position; None: now."""
TOPICS = (
    STORY.meeting,
    "lillebaelt/fund/klyngemidler",
    "lillebaelt/initiative/middelfart",
    *(f"lillebaelt/{view}" for view in OF_SCOPE),
    "dk/people",
)


def figures() -> Iterator[tuple[Figure, str]]:
    return _figures(LONG)


def long_figures() -> Iterator[tuple[Figure, str]]:
    return _figures(VERY_LONG)


def _figures(events: int) -> Iterator[tuple[Figure, str]]:
    short, long = log_of(SHORT), log_of(events)
    for folder in (short, long):
        keep_rows(folder)
    with reading(short) as on_short, reading(long) as on_long:
        yield _beside_a_short_log(events, on_long, on_short), f"on a log of {SHORT:,}"
        yield _beside_now(events, on_long), "the same view as of now"


def _beside_a_short_log(events: int, on_long: "Reader", on_short: "Reader") -> Figure:
    return Figure(
        name=f"a view as of then through HTTP on a log of {events:,} events, the view that does worst",
        unit="×",
        must=1.5,
        aim=1.2,
        lower_is_better=True,
        pair=lambda: _worst((on_long, AT), (on_short, AT)),
    )


def _beside_now(events: int, on_long: "Reader") -> Figure:
    return Figure(
        name=f"a view as of then through HTTP on a log of {events:,} events, the view that does worst",
        unit="×",
        must=5,
        aim=2,
        lower_is_better=True,
        pair=lambda: _worst((on_long, AT), (on_long, None)),
    )


def _worst(ours: Asking, peer: Asking) -> tuple[float, float]:
    """Of the view for which the ratio is the largest."""
    took = list(both(ours, peer).values())
    return max(took, key=lambda each: each[0] / each[1])


def both(ours: Asking, peer: Asking) -> dict[str, tuple[float, float]]:
    """Seconds of an answer, by topic: asked one after the other, so that what else the machine does falls on both."""
    for reader, _ in (ours, peer):
        reader.begin()
    took: dict[str, tuple[list[float], list[float]]] = {topic: ([], []) for topic in ours[0].topics}
    for _ in range(ROUNDS):
        for topic, lists in took.items():
            for (reader, at), found in zip((ours, peer), lists, strict=True):
                begun = time.perf_counter()
                if not reader.ask(topic, at):
                    raise RuntimeError(f"{topic} is not answered any more")
                found.append(time.perf_counter() - begun)
    return {topic: (statistics.median(one), statistics.median(other)) for topic, (one, other) in took.items()}


def keep_rows(folder: Path) -> None:
    """Every row of every view, as the follower keeps them."""
    settings = settings_in(folder)
    kept_log = settings.store.open_log()
    rows = settings.store.open_rows(kept_log.recorder.epoch(), VIEWS, kept_log.head)
    follower = Follower(kept_log, rows, VIEWS)
    while follower.step():
        pass
    rows.close()
    kept_log.close()


class Reader:
    """Somebody who asks for every view, one after the other, over one line."""

    def __init__(self, server: Server) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PEOPLE_S)
        self._headers = {"Authorization": f"Bearer {server.token}"}
        self.topics = [topic for topic in TOPICS if self.ask(topic, AT)]

    def begin(self) -> None:
        """On a new line: the old one may have been idle for so long that the server let it go."""
        self._line.close()

    def ask(self, topic: str, at: int | None) -> bool:
        """Whether there is such a view for this reader."""
        query = f"?limit={ROWS}" + ("" if at is None else f"&at={at}")
        self._line.request("GET", f"/v1/{topic}{query}", headers=self._headers)
        response = self._line.getresponse()
        response.read()
        return response.status == 200


@contextmanager
def reading(folder: Path) -> Iterator[Reader]:
    """A reader of a server on the log in a folder."""
    server = Server(str(folder), "benchmarks.replaying")
    try:
        yield Reader(server)
    finally:
        server.close()


# --- the server ---


class Resting:
    """Stands where the indexer of words does, and does nothing."""

    def __init__(self, *_: object) -> None: ...

    def start(self) -> None: ...

    def close(self) -> None: ...


def settings_in(folder: Path, port: int = 1) -> Settings:
    return read_settings(
        {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": f"sqlite:///{folder}/history.db",
            "KLYNGE_BIND": f"127.0.0.1:{port}",
        }
    )


async def serve(folder: Path, port: int) -> None:
    settings = settings_in(folder, port)
    # What makes the index of words has figures of its own, and is not done with a million events meanwhile.
    vars(searching)["Indexer"] = Resting
    with listen(settings) as listening:
        house = House(settings)
        async with running(house, listening):
            assert house.issuer is not None
            answer(house.issuer.mint_token(STORY.cast["secretary"], TOKEN_S))
            await (await told()).readline()


if __name__ == "__main__":
    uvloop.run(serve(Path(sys.argv[1]), int(sys.argv[2])))
