"""A page of the feed with its texts opened for a reader, beside the least there is to do for it: select rows and encode them."""

import asyncio
import gc
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

import msgspec

from api.changes import LIMIT_MAX, encoded
from api.feed import SLICE_EVENTS, Feed, FeedShelf
from benchmarks.figure import PAIRS, Figure
from benchmarks.history import long_log
from eventstore.sqlite.queries import EVENT
from klynge.core import Core
from klynge.settings import Settings, read_settings
from projections.feed_filter import EVERYTHING
from projections.reading import Reading
from projections.sight import Opened
from stories.lillebaelt_2024_04_09 import STORY

PAGES = PAIRS + 1
"""The first warms up what is made once a class of event."""


class Shelf:
    """As much of a house as the feed asks for."""

    def __init__(self, core: Core) -> None:
        self.kept_log = core.log
        self.reading: Reading = core.reading
        self.epoch = core.epoch

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None:
        """Noted by a thread of its own; here by nobody."""


def figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        asyncio.run(long_log(Path(folder), (PAGES + 1) * LIMIT_MAX)).close()
        for readers, name in enumerate(("opened for the first time", "opened before for another reader")):
            with pages(Path(folder), readers) as pairs:
                yield (
                    Figure(
                        name=f"feed page of {LIMIT_MAX:,} events, texts {name}, events/s",
                        unit="%",
                        must=0.15,
                        aim=0.30,
                        lower_is_better=False,
                        pair=pairs.__next__,
                    ),
                    "select, decode and encode of as many rows",
                )


@contextmanager
def pages(folder: Path, readers: int) -> Iterator[Iterator[tuple[float, float]]]:
    """Pages one after the other, ours and the plain one, as rates. `readers`: so many have read each of ours before."""
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"})
    with asyncio.Runner() as runner, closing(sqlite3.connect(folder / "history.db")) as database:
        core = runner.run(_opened(settings))
        try:
            feed = Feed(cast("FeedShelf", Shelf(core)), STORY.cast["secretary"], EVERYTHING)
            page_s(feed, 0, core.head)
            gc.freeze()  # as `klynge serve` does when it has started

            def pair(after: int) -> tuple[float, float]:
                for _ in range(readers):
                    page_s(feed, after, core.head)
                return 1 / page_s(feed, after, core.head), 1 / rows_s(database, after)

            yield map(pair, range(LIMIT_MAX, PAGES * LIMIT_MAX, LIMIT_MAX))
        finally:
            gc.unfreeze()
            runner.run(core.close())


async def _opened(settings: Settings) -> Core:
    core = Core(settings)
    core.tail.look()
    return core


def page_s(feed: Feed, after: int, head: int) -> float:
    """Seconds of a page as the route makes it: looked at slice by slice, told, and encoded."""
    begun = time.perf_counter()
    pieces: list[bytes] = []
    count = 0
    last = after + LIMIT_MAX
    while after < last:
        told = feed.slice(after, SLICE_EVENTS, head)
        pieces += encoded(told.events)
        count += len(told.events)
        after = told.reached
    b",".join(pieces)
    took_s = time.perf_counter() - begun
    assert count > LIMIT_MAX / 2, "the secretary sees most of it"
    return took_s


def rows_s(database: sqlite3.Connection, after: int) -> float:
    """Seconds of as many rows as a plain feed tells them: whatever stands there, and nobody opens anything."""
    begun = time.perf_counter()
    rows = database.execute(
        f"SELECT {EVENT} FROM stored_events WHERE position > ? ORDER BY position LIMIT ?", (after, LIMIT_MAX)
    ).fetchall()
    events = [
        {
            "subject": stream,
            "version": version,
            "type": tag,
            "sequence": position,
            "time": recorded_at,
            "data": msgspec.json.decode(state),
        }
        for stream, version, tag, state, position, recorded_at in rows
    ]
    msgspec.json.encode(events)
    return time.perf_counter() - begun
