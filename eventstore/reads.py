"""Reads (adgangslog): who was shown what is closed or personal, when, and by what right. Apart from the log; never the words.

Whoever reads is not kept waiting: reads are noted in memory and written by `run`, a second later at most.
"""

import asyncio
import time
from collections.abc import Callable
from itertools import islice
from threading import Lock

from eventsourcing.persistence import PersistenceError
from msgspec import Struct

from eventstore.report import report
from eventstore.tables import Tables, let_go

READS_KEPT_DAYS = 183
"""Six months, as long as anybody may ask who read about them."""
FLUSH_S = 0.5
PRUNE_S = 3600
WAITING_MAX = 200_000
"""Reads noted and not written, where the store cannot be had. What comes on top is counted as lost."""
BATCH_MAX = 5_000
DAY_S = 86_400


class Read(Struct, frozen=True, kw_only=True):
    """Somebody was shown something."""

    read_at: int
    """Seconds since 1970 UTC."""
    reader: str
    """The person or client."""
    right: str | None
    """The seat (`{membership}#{seat}`) or office by which; None: neither is in force any more."""
    topic: str
    """What was asked for."""
    about: str
    """An item (`{meeting}/item/{item}`), a person, or, of an auditor, the topic itself."""
    via: str
    """`view`, `trail`, `feed`, `paper`, `report`, `bundle` or `socket`."""


class Asked(Struct, frozen=True, kw_only=True):
    """Which reads are asked for. `after`: the number to go on after, the latest first."""

    about: str | None = None
    reader: str | None = None
    from_at: int | None = None
    to_at: int | None = None
    scopes: frozenset[str] = frozenset()
    """Of these scopes alone; empty: of all."""
    after: int | None = None
    limit: int


class Reads:
    """The access log. `note` is for the event loop, the rest for a thread beside it. Raises the library's `PersistenceError`."""

    def __init__(self, tables: Tables, now: Callable[[], int] = lambda: int(time.time())) -> None:
        self._tables = tables
        self._now = now
        self._waiting: dict[Read, None] = {}
        self._writing = Lock()
        self.lost = 0
        """Reads that could not be kept, because the store was away too long."""
        self._failed: str | None = None

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def note(self, reader: str, right: str | None, topic: str, about: str, via: str) -> None:
        """Somebody was shown something; the same within one second is one read."""
        read = Read(read_at=self._now(), reader=reader, right=right, topic=topic, about=about, via=via)
        if len(self._waiting) >= WAITING_MAX:
            self.lost += 1
            return
        self._waiting[read] = None

    async def run(self) -> None:
        """Write what was noted, and let go of what is too old, until cancelled."""
        pruned_at = 0.0
        while True:
            await asyncio.sleep(FLUSH_S)
            try:
                await asyncio.to_thread(self.flush)
                if time.monotonic() - pruned_at > PRUNE_S:
                    pruned_at = time.monotonic()
                    await asyncio.to_thread(self.prune)
                self._failed = None
            except PersistenceError as error:
                # It is told once; what waits is written when the store is back.
                if repr(error) != self._failed:
                    report("reads.not-kept", waiting=self.waiting, reason=str(error))
                self._failed = repr(error)

    def flush(self) -> None:
        """Write what was noted so far. Whoever asks for reads does so too, so several threads may be at it: one after the other."""
        with self._writing:
            while batch := list(islice(self._waiting, BATCH_MAX)):
                self._tables.run_many(
                    "INSERT INTO reads (read_at, reader, held, topic, about, scope, via) VALUES (?,?,?,?,?,?,?)",
                    [
                        (each.read_at, each.reader, each.right, each.topic, each.about, _scope_of(each), each.via)
                        for each in batch
                    ],
                )
                for each in batch:
                    del self._waiting[each]

    def prune(self) -> None:
        """Let go of what is older than it may be kept."""
        let_go(self._tables, "reads", "read_at<?", self._now() - READS_KEPT_DAYS * DAY_S)

    def find(self, asked: Asked) -> list[tuple[int, Read]]:
        """Reads by their numbers, the latest first."""
        wanted = (
            ("about=?", asked.about),
            ("reader=?", asked.reader),
            ("read_at>=?", asked.from_at),
            ("read_at<?", asked.to_at),
            ("id<?", asked.after),
        )
        asks = [(condition, value) for condition, value in wanted if value is not None]
        scopes = sorted(asked.scopes)
        conditions = [condition for condition, _ in asks]
        if len(scopes) == 1:
            conditions.append("scope=?")
        elif scopes:
            # By the numbers: of several scopes in turn, all would have to be put in order first.
            conditions.append(f"scope || '' IN ({','.join('?' * len(scopes))})")
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._tables.run(
            f"SELECT id, read_at, reader, held, topic, about, via FROM reads{where} ORDER BY id DESC LIMIT ?",
            *(value for _, value in asks),
            *scopes,
            asked.limit,
        )
        return [
            (number, Read(read_at=read_at, reader=reader, right=held, topic=topic, about=about, via=via))
            for number, read_at, reader, held, topic, about, via in rows
        ]

    def close(self) -> None:
        """Write what waits, and give the tables back."""
        try:
            self.flush()
        except PersistenceError as error:
            report("reads.not-kept", waiting=self.waiting, reason=str(error))
        self._tables.close()


def _scope_of(read: Read) -> str:
    """Whose officer may look at it: of what was shown; what is common to all, or of many scopes at once, of what was asked for."""
    scope = read.about.partition("/")[0]
    return read.topic.partition("/")[0] if scope == "dk" else scope
