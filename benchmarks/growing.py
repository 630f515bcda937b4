"""One command on a long log beside a short one: what a decision costs does not grow with history.

The long logs hold the evening's meeting again and again, copied as rows: what is measured is asked of streams that are there.
"""

import asyncio
import atexit
import re
import shutil
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.history import DIGEST, long_log
from domain.assurance import Assurance
from domain.meeting.agenda import AddItem
from domain.meeting.call import Call, Form
from eventstore.desk import Desk
from eventstore.given import Given
from eventstore.log import Log
from klynge.settings import read_settings
from stories.lillebaelt_2024_04_09 import STORY
from stories.lillebaelt_2024_04_09.names import STRATEGIC

SHORT, LONG, VERY_LONG = 10_000, 100_000, 1_000_000
COMMANDS = 60
"""Of one measurement, on a log that was just opened; the first, which reads what it needs, is not counted."""
BATCH = 5_000
FOLLOWS = re.compile(rb'"(causation|correlation)":(\d+)')


def figures() -> Iterator[tuple[Figure, str]]:
    return _figures(LONG)


def long_figures() -> Iterator[tuple[Figure, str]]:
    return _figures(VERY_LONG)


def _figures(events: int) -> Iterator[tuple[Figure, str]]:
    short, long = log_of(SHORT), log_of(events)

    def pair() -> tuple[float, float]:
        return command_s(long), command_s(short)

    yield (
        Figure(
            name=f"one command on a log of {events:,} events, p50",
            unit="×",
            must=1.5,
            aim=1.1,
            lower_is_better=True,
            pair=pair,
        ),
        f"on a log of {SHORT:,}",
    )


@cache
def log_of(events: int) -> Path:
    """The folder of a log of at least so many events, which is built once for all figures of a run."""
    folder = Path(tempfile.mkdtemp(prefix="klynge-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    asyncio.run(grow(folder, events))
    return folder


async def grow(folder: Path, events: int) -> None:
    """A log of at least so many events: the evening played once, then its meeting copied row by row."""
    (await long_log(folder, 1)).close()
    with closing(sqlite3.connect(folder / "history.db", isolation_level=None)) as log:
        log.execute("PRAGMA synchronous=OFF")
        meeting = log.execute(
            "SELECT originator_version, topic, state, position FROM stored_events WHERE originator_id=? ORDER BY position",
            (STORY.meeting,),
        ).fetchall()
        places = {each[3]: number for number, each in enumerate(meeting, 1)}
        blocks = _blocks_of(log, STORY.meeting)
        head, last_at = log.execute("SELECT max(position), max(recorded_at) FROM stored_events").fetchone()
        copy = 0
        while head < events:
            log.execute("BEGIN")
            begun = head
            while head < min(events, begun + BATCH):
                copy += 1
                stream = f"{STORY.meeting}-{copy}"
                log.execute("INSERT INTO streams VALUES ('meeting', ?, ?)", (stream, head + 1))
                log.executemany(
                    "INSERT INTO stored_events VALUES (?,?,?,?,?,?)",
                    [
                        (head + number, stream, version, tag, _moved(state, places, head), last_at)
                        for number, (version, tag, state, _) in enumerate(meeting, 1)
                    ],
                )
                log.executemany(
                    "INSERT INTO blocks VALUES (?,?,?,?,?)",
                    [(head + number, field, *rest) for number, field, *rest in blocks],
                )
                log.executemany(
                    "INSERT INTO receipts VALUES ('copied', ?, ?, ?, ?, NULL)",
                    [
                        (f"{copy}-{number}", DIGEST, head + number, head + number)
                        for number in range(1, len(meeting) + 1)
                    ],
                )
                head += len(meeting)
            log.execute("COMMIT")


def _moved(state: bytes, places: Mapping[int, int], head: int) -> bytes:
    """What an event follows from, and its command began with, stands in the copy too: else two commands would look like one."""

    def there(named: re.Match[bytes]) -> bytes:
        place = places.get(int(named[2]))
        return named[0] if place is None else b'"%s":%d' % (named[1], head + place)

    return FOLLOWS.sub(there, state)


def _blocks_of(log: sqlite3.Connection, stream: str) -> list[tuple[Any, ...]]:
    """The texts of a stream, each with the version of its event: a copy of it has as many."""
    return log.execute(
        "SELECT e.originator_version, b.field, b.key_id, b.text_class, ? FROM blocks b JOIN stored_events e USING (position)"
        " WHERE e.originator_id=?",
        (stream, stream),
    ).fetchall()


def command_s(folder: Path) -> float:
    """Seconds of a command, p50."""
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"})
    kept_log = settings.store.open_log()
    try:
        return asyncio.run(_give_some(kept_log))
    finally:
        kept_log.close()


async def _give_some(kept_log: Log) -> float:
    """A meeting that is called, and items put on its agenda one after the other."""
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    meeting = f"lillebaelt/meeting/{uuid.uuid4()}"
    call = Call(
        body=STRATEGIC,
        form=Form.VIRTUAL,
        place="Virtuelt",
        starts_at="2024-05-09T16:00:00Z",
        ends_at="2024-05-09T17:00:00Z",
    )
    took_s = []
    try:
        for number in range(COMMANDS):
            begun = time.perf_counter()
            command = call if number == 0 else AddItem(item=f"p{number}", number=str(number), title=f"Punkt {number}")
            await desk.give(
                Given(
                    person=STORY.cast["secretary"],
                    assurance=Assurance.SUBSTANTIAL,
                    stream=meeting,
                    command=command,
                    key=str(uuid.uuid4()),
                    digest=DIGEST,
                )
            )
            took_s.append(time.perf_counter() - begun)
    finally:
        await asyncio.to_thread(desk.close)
    return statistics.median(took_s[1:])
