"""All views made again, beside the least there is to do for it; what that holds in memory, and how soon a house answers that
starts, on a long log beside a short one.
"""

import asyncio
import gc
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.growing import LONG, SHORT, VERY_LONG, log_of
from eventstore.folds import fingerprint, folds_of
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.mapper import ENVELOPE, decode_event
from eventstore.sqlite.queries import EVENT
from eventstore.sqlite.rows import SCHEMA, SQLiteRows
from klynge.house import House
from klynge.rebuild import BATCH
from klynge.settings import Settings, read_settings
from projections.views import VIEWS

HUGE = 8_000_000
EPOCH = "measured"
Row = tuple[int, str, int, str, int, bytes | None]


def figures() -> Iterator[tuple[Figure, str]]:
    yield from making(log_of(LONG), LONG)
    yield starting(log_of(SHORT), log_of(LONG), LONG)


def long_figures() -> Iterator[tuple[Figure, str]]:
    yield from making(log_of(VERY_LONG), VERY_LONG)
    yield starting(log_of(SHORT), log_of(VERY_LONG), VERY_LONG)
    yield holding(log_of(LONG), LONG, log_of(VERY_LONG), VERY_LONG)


def huge_figures() -> Iterator[tuple[Figure, str]]:
    """Once: it takes long, and thirty gigabytes."""
    yield holding(log_of(VERY_LONG), VERY_LONG, log_of(HUGE), HUGE)


# --- folding, and keeping what is folded ---


def making(folder: Path, events: int) -> Iterator[tuple[Figure, str]]:
    settings = settings_of(folder)
    kept_log = settings.store.open_log()
    try:
        yield (
            Figure(
                name=f"all views of {events:,} events folded in memory, events/s",
                unit="%",
                must=0.20,
                aim=0.35,
                lower_is_better=False,
                pair=lambda: (1 / fold_s(kept_log), 1 / read_s(folder / "history.db")),
            ),
            "raw select + decode",
        )
        yield (
            Figure(
                name=f"all views of {events:,} events made again and kept, events/s",
                unit="%",
                must=0.60,
                aim=0.80,
                lower_is_better=False,
                pair=lambda: _rebuilt(kept_log, folder),
            ),
            "that fold, and raw inserts of the same rows",
        )
    finally:
        kept_log.close()


def read_s(path: Path) -> float:
    """The driver and the decoders, with nothing of the log between them."""
    with closing(sqlite3.connect(path)) as database:
        return timed(lambda: _read(database))


def _read(database: sqlite3.Connection) -> None:
    for _, _, tag, state, _, _ in database.execute(f"SELECT {EVENT} FROM stored_events ORDER BY position"):
        envelope = ENVELOPE.decode(state)
        decode_event(tag, envelope.v, envelope.event)


def fold_s(kept_log: Log) -> float:
    """Read, decode, and fold every view; the newest rows are kept in memory alone."""
    return timed(lambda: _fold(kept_log))


def _fold(kept_log: Log) -> None:
    rows: dict[str, dict[str, Any]] = {view.name: {} for view in VIEWS}
    caring = {
        event: [(fold.evolve, rows[fold.name].get, rows[fold.name].update) for fold in folds]
        for event, folds in folds_of(VIEWS).items()
    }
    for recorded in kept_log.read(0):
        for evolve, get, update in caring.get(type(recorded.event), ()):
            update(evolve(get, recorded))


def _rebuilt(kept_log: Log, folder: Path) -> tuple[float, float]:
    """Events a second: ours; and of whoever folds, and puts down rows that are there already."""
    path = folder / "measured.rows.db"
    ours = _rebuild_s(kept_log, path)
    inserted = _insert_s(path, folder / "inserted.rows.db")
    return 1 / ours, 1 / (fold_s(kept_log) + inserted)


def _rebuild_s(kept_log: Log, path: Path) -> float:
    _remove(path)
    rows = SQLiteRows(str(path), EPOCH, fingerprint(VIEWS), kept_log.head, anew=True)
    follower = Follower(kept_log, rows, VIEWS)

    def rebuild() -> None:
        while follower.step(BATCH):
            pass
        assert rows.serve()

    try:
        return timed(rebuild)
    finally:
        rows.close()


def _insert_s(source: Path, path: Path) -> float:
    """The rows of a file into another, in the order they came about, as many at once as they came in."""
    _remove(path)
    with closing(sqlite3.connect(source)) as database, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("PRAGMA synchronous=NORMAL")
        other.executescript(SCHEMA)
        head = database.execute("SELECT max(from_position) FROM rows").fetchone()[0]
        database.execute("CREATE INDEX by_position ON rows (from_position)")
        took = 0.0
        for after in range(0, head, BATCH):
            rows: list[Row] = database.execute(
                "SELECT made, view, fold, key, from_position, body FROM rows WHERE from_position>? AND from_position<=?"
                " ORDER BY from_position",
                (after, after + BATCH),
            ).fetchall()
            took += timed(lambda rows=rows: _insert(other, rows))  # type: ignore[misc]
    return took


def _insert(database: sqlite3.Connection, rows: list[Row]) -> None:
    database.execute("BEGIN")
    database.executemany("INSERT INTO rows VALUES (?,?,?,?,?,?)", rows)
    database.execute("COMMIT")


# --- starting ---


def starting(short: Path, long: Path, events: int) -> tuple[Figure, str]:
    for folder in (short, long):
        rebuild(folder)
        asyncio.run(ready_s(folder))  # makes the tables that a first start makes
    return (
        Figure(
            name=f"ready after start on a log of {events:,} events",
            unit="×",
            must=2.0,
            aim=1.3,
            lower_is_better=True,
            pair=lambda: (asyncio.run(ready_s(long)), asyncio.run(ready_s(short))),
        ),
        f"on a log of {SHORT:,}",
    )


async def ready_s(folder: Path) -> float:
    """From the settings to a house that serves and calls itself ready."""
    gc.collect()  # what this process collected before would be cleared away at one of the two
    began = time.perf_counter()
    house = House(settings_of(folder))
    house.start()
    assert house.faults() == []
    took = time.perf_counter() - began
    await house.close()
    return took


# --- memory ---


def holding(short: Path, fewer: int, long: Path, more: int) -> tuple[Figure, str]:
    return (
        Figure(
            name=f"memory of `klynge rebuild` on {more:,} events",
            unit="×",
            must=1.3,
            aim=1.05,
            lower_is_better=True,
            pair=lambda: (rebuild(long), rebuild(short)),
        ),
        f"on {fewer:,}",
    )


def rebuild(folder: Path) -> int:
    """The command in a process of its own: the most it held, in KiB."""
    environment = {**os.environ, "KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"}
    process = subprocess.Popen([sys.executable, "-m", "klynge", "rebuild"], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss


def settings_of(folder: Path) -> Settings:
    return read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"})


def timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _remove(path: Path) -> None:
    for part in ("", "-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)
