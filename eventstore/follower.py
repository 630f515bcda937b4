"""The follower: one process keeps the rows, in batches, fenced by the position it has kept."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import Any

import msgspec

from domain.kernel import Recorded
from eventstore.folds import Fold, folds_of
from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from eventstore.report import report
from eventstore.rows import Fenced, RowStore, Version, row_bytes

BATCH = 500
CATCH_UP = 2_000
"""Events whose rows are kept at once before anybody is answered."""
PAUSE_S = 0.2
"""Between two looks at the log when there is nothing to keep."""
TIDY_S = 60
"""Between two looks for rows that nobody reads any more."""
AT_HAND = 20_000
"""Rows that are remembered from batch to batch."""
Rows = dict[tuple[str, str], Any]
"""view and key -> row"""


class Follower:
    """Keeps rows in a thread of its own. `kept` hears of each new kept position, from that thread."""

    def __init__(
        self, kept_log: Log, store: RowStore, folds: tuple[Fold, ...], kept: Callable[[int], None] = lambda _: None
    ) -> None:
        self._log = kept_log
        self._store = store
        self._folds = folds
        self._kept = kept
        self._folds_of = folds_of(folds)
        self._decoders = {fold.name: msgspec.json.Decoder(fold.row) for fold in folds}
        self._reached = -1
        """Up to which position this one has kept rows; what is at hand is as of there."""
        self._at_hand: Rows = {}
        self._before: Rows = {}
        """What was at hand before that: let go of when there is as much again."""
        self._tidy_at = 0.0
        self._stop = Event()
        self._thread = Thread(target=self._run, name="follower", daemon=True)
        self.failed: BaseException | None = None
        """Why no rows are kept just now; it goes on trying unless the log is from the future."""

    def start(self) -> None:
        self._thread.start()

    def catch_up(self, behind_max: int) -> None:
        """Keep rows until no more events than so many have none: whoever starts holds the rows of those in memory. What fails is
        told of by the thread; where another process keeps rows, it is not waited for.
        """
        with suppress(Exception):
            while self._log.head - self._store.kept() > behind_max and self._store.leads():
                with suppress(Fenced):
                    self.step(CATCH_UP)

    def close(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            moved = False
            try:
                moved = self._store.leads() and self.step()
                self.failed = None
            except Fenced:
                self.failed = None
            except FromTheFuture as future:
                self.failed = future
                return
            except Exception as error:
                # The overlay holds the rows meanwhile. A full or busy disk passes; a fold that raises stays, and is told once.
                if repr(error) != repr(self.failed):
                    report("follower.failed", error=repr(error))
                self.failed = error
            if not moved and not self._tidies():
                self._stop.wait(PAUSE_S)

    def _tidies(self) -> bool:
        """Let go of rows that nobody reads; whether there may be more of them."""
        if self.failed is not None or time.monotonic() < self._tidy_at:
            return False
        try:
            if self._store.leads() and self._store.tidy():
                return True
        except Exception as error:
            report("follower.tidy-failed", error=repr(error))
        self._tidy_at = time.monotonic() + TIDY_S
        return False

    def step(self, batch: int = BATCH) -> bool:
        """Keep the rows of the next events; False when there are none. Raises `Fenced`."""
        before = self._store.kept()
        page = self._log.page(before, batch)
        if not page:
            return False
        if before != self._reached:
            self._at_hand, self._before = {}, {}  # somebody else kept rows meanwhile
        self._reached = -1
        versions = self._folded(page, before)
        after = page[-1].position
        self._store.keep(before, after, versions)
        self._reached = after
        self._kept(after)
        return True

    def _folded(self, page: list[Recorded], before: int) -> list[Version]:
        versions: list[Version] = []
        current = {fold.name: partial(self._current, fold, before) for fold in self._folds}
        for recorded in page:
            for fold in self._folds_of.get(type(recorded.event), ()):
                name, version = fold.name, fold.version
                for key, row in fold.evolve(current[name], recorded).items():
                    self._at_hand[name, key] = row
                    body = None if row is None else row_bytes(name, key, row)
                    versions.append((name, version, key, recorded.position, body))
        if len(self._at_hand) > AT_HAND:
            self._at_hand, self._before = {}, self._at_hand
        return versions

    def _current(self, fold: Fold, before: int, key: str) -> Any:
        """The newest row: of this batch, of those before it, or as it is kept."""
        named = fold.name, key
        if named in self._at_hand:
            return self._at_hand[named]
        if named in self._before:
            row = self._before[named]
        else:
            body = self._store.get(fold.name, fold.version, key, before)
            row = None if body is None else self._decoders[fold.name].decode(body)
        self._at_hand[named] = row
        return row
