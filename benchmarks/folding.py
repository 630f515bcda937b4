"""One view folded in memory, beside reading and decoding the same events from the file."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.history import long_log
from eventstore.log import Log
from projections.meeting import MEETING_VIEW

EVENTS = 20_000


def figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        kept_log = asyncio.run(long_log(Path(folder), EVENTS))

        def pair() -> tuple[float, float]:
            return 1 / _fold_s(kept_log), 1 / _read_s(kept_log)

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


def _read_s(kept_log: Log) -> float:
    begun = time.perf_counter()
    for _ in kept_log.read(0):
        pass
    return time.perf_counter() - begun


def _fold_s(kept_log: Log) -> float:
    """Read, decode and fold."""
    rows: dict[str, Any] = {}
    begun = time.perf_counter()
    for recorded in kept_log.read(0):
        if type(recorded.event) in MEETING_VIEW.folds:
            rows |= MEETING_VIEW.evolve(rows.get, recorded)
    return time.perf_counter() - begun
