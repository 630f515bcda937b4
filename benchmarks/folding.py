"""One view folded in memory, beside the least there is to do for it: select the events from the file and decode them."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.history import long_log
from eventstore.log import Log
from eventstore.mapper import ENVELOPE, decode_event
from eventstore.sqlite.queries import EVENT
from projections.meeting import MEETING_VIEW

EVENTS = 20_000


def figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        kept_log = asyncio.run(long_log(Path(folder), EVENTS))
        path = Path(folder) / "history.db"

        def pair() -> tuple[float, float]:
            return 1 / _fold_s(kept_log), 1 / _read_s(path)

        yield (
            Figure(
                name="the meeting view folded in memory, events/s",
                unit="%",
                must=0.40,
                aim=0.60,
                lower_is_better=False,
                pair=pair,
            ),
            "raw select + decode",
        )
        kept_log.close()


def _read_s(path: Path) -> float:
    """The driver and the decoders, with nothing of the log between them."""
    database = sqlite3.connect(path)
    begun = time.perf_counter()
    for _, _, tag, state, _, _ in database.execute(f"SELECT {EVENT} FROM stored_events ORDER BY position"):
        envelope = ENVELOPE.decode(state)
        decode_event(tag, envelope.v, envelope.event)
    took_s = time.perf_counter() - begun
    database.close()
    return took_s


def _fold_s(kept_log: Log) -> float:
    """Read, decode and fold."""
    rows: dict[str, Any] = {}
    begun = time.perf_counter()
    for recorded in kept_log.read(0):
        if type(recorded.event) in MEETING_VIEW.folds:
            rows |= MEETING_VIEW.evolve(rows.get, recorded)
    return time.perf_counter() - begun
