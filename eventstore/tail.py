"""The tail: this process's own reading of the log, in order: states, then rows, then whoever follows.

Fed by the process's writer at once; what other processes append is found by looking every 250 ms, or when somebody says so.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from eventsourcing.persistence import PersistenceError
from msgspec import Struct

from domain.kernel import Recorded
from eventstore.covered import covering_of
from eventstore.folds import Fold
from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from eventstore.overlay import Overlay
from eventstore.report import report
from eventstore.rows import RowStore
from eventstore.states import Base, States

POLL_S = 0.25
PAGE = 500


class Transaction(Struct, frozen=True):
    """What one command at a door led to, and the rows it changed: view -> key -> row."""

    recorded: tuple[Recorded, ...]
    changes: dict[str, dict[str, Any]]

    @property
    def position(self) -> int:
        """Of its last event."""
        return self.recorded[-1].position

    @property
    def unsettles(self) -> bool:
        """Whether it changes what others see without changing their rows: a name, a key, a door, a right."""
        return any(each.event.unsettles for each in self.recorded)


class Tail:
    """States and rows as of `head`. Lives on one event loop."""

    def __init__(self, kept_log: Log, store: RowStore, folds: tuple[Fold, ...]) -> None:
        self._log = kept_log
        self._epoch = kept_log.recorder.epoch()
        self._losses = kept_log.recorder.losses
        self.rows = Overlay(folds, store)
        self.states = States(self.rows.head)
        self.now = Base(self.states, kept_log.recorder)
        """What the record says as of `head`: `see` and `ids`, for the policy."""
        self.listeners: list[Callable[[Transaction], None]] = []
        self.recorded_at = kept_log.recorded_at(self.head) if self.head else 0
        """When the newest event taken in was recorded, microseconds UTC."""
        self.stopped: FromTheFuture | None = None
        self.when_stopped: Callable[[FromTheFuture], None] = lambda _: None
        """Told when the log holds what this process does not know."""
        self.over = False
        """The log is another one now: nothing of it may be mixed with what was read before."""
        self.when_over: Callable[[], None] = lambda: None
        """Told then."""
        self._waiting: dict[asyncio.Future[None], int] = {}
        """Who waits for which position."""
        self._woken = asyncio.Event()
        self.hints = 0
        """How often somebody said truly that the log has grown."""
        self.found = Counter({"own": 0, "hint": 0, "poll": 0})
        """How often there was something new, by how it was found: written here, told of by another process, or by looking."""
        self.whole_at = time.monotonic()
        """When this process last stood where the log ended."""
        self._failed: str | None = None
        """Why the last look found nothing out."""

    @property
    def head(self) -> int:
        return self.rows.head

    def feed(self, recorded: list[Recorded]) -> None:
        """The next events, from this process's writer. A gap is read from the log."""
        if not recorded or recorded[-1].position <= self.head or self.stopped or self._is_over():
            return
        try:
            if recorded[0].position > self.head + 1:
                missed = list(self._log.read(self.head, recorded[0].position - 1))
                if self._is_over():
                    return
                self._take(missed)
            self._take([each for each in recorded if each.position > self.head])
            self.found["own"] += 1
            self.whole_at = time.monotonic()
        except FromTheFuture as future:
            self._stop(future)

    def look(self) -> None:
        """Read what others appended."""
        if self.stopped or self._is_over():
            return
        try:
            while page := self._log.page(self.head, PAGE):
                if self._is_over():
                    return  # the connection that read this page may lead to another log
                self._take(page if len(page) < PAGE else _whole(page))
            self.whole_at = time.monotonic()
        except FromTheFuture as future:
            self._stop(future)

    def wake(self, head: int) -> None:
        """Somebody says that the log has grown to here. It is only a hint: what is true is read from the log."""
        if head > self.head:
            self.hints += 1
            self._woken.set()

    async def run(self) -> None:
        """Look for what others appended, and for what is kept, until cancelled."""
        hinted = False
        while True:
            before = self.head
            try:
                self.look()
                self.rows.pin_kept()
                if not self._log.destroying.finished:
                    await asyncio.to_thread(self._log.finish_destroying)
                self._failed = None
            except Exception as error:
                # A database that is busy, full or away now may be well at the next look. It is told once.
                if repr(error) != self._failed:
                    report("tail.look-failed", exc_info=True)
                self._failed = repr(error)
            if self.head > before:
                self.found["hint" if hinted else "poll"] += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), POLL_S)
            hinted = self._woken.is_set()
            self._woken.clear()

    async def wait_for(self, position: int, timeout_s: float) -> bool:
        """Whether the tail reached a position in time."""
        if self.head >= position:
            return True
        reached: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[reached] = position
        try:
            async with asyncio.timeout(timeout_s):
                await reached
        except TimeoutError:
            return False
        finally:
            del self._waiting[reached]
        return True

    def _is_over(self) -> bool:
        """Whether the log began another life. It cannot without every connection to it being lost."""
        losses = self._log.recorder.losses
        if losses != self._losses and not self.over:
            self.over = self._log.recorder.epoch() != self._epoch
            self._losses = losses
            if self.over:
                report("log.another-life", before=self._epoch)
                self.when_over()
        return self.over

    def _take(self, recorded: list[Recorded]) -> None:
        start = 0
        for index, each in enumerate(recorded):
            if index + 1 == len(recorded) or recorded[index + 1].correlation != each.correlation:
                self._transaction(tuple(recorded[start : index + 1]))
                start = index + 1
        for reached, position in self._waiting.items():
            if position <= self.head and not reached.done():
                reached.set_result(None)

    def _transaction(self, recorded: tuple[Recorded, ...]) -> None:
        for each in recorded:
            covering = covering_of(each)
            if covering is not None:
                self._log.destroy(covering)
        changes = self._folded(recorded)
        for each in recorded:
            self.states.advance(each)
            self._log.texts.remember(each)
            self.recorded_at = each.recorded_at
        transaction = Transaction(recorded, changes)
        for listener in self.listeners:
            try:
                listener(transaction)
            except Exception:
                # What stands in the log was taken in: one who fails to tell of it must not keep it from the others.
                report("tail.listener-failed", exc_info=True, position=transaction.position)

    def _folded(self, recorded: tuple[Recorded, ...]) -> dict[str, dict[str, Any]]:
        """The rows a transaction changes: all of them or, where the store fails, none, and it is taken in at a later look."""
        before = self.rows.head
        changes: dict[str, dict[str, Any]] = {}
        try:
            for each in recorded:
                for view, rows in self.rows.advance(each).items():
                    changes.setdefault(view, {}).update(rows)
        except PersistenceError:
            self.rows.rewind(before)
            raise
        return changes

    def _stop(self, future: FromTheFuture) -> None:
        self.stopped = future
        self.when_stopped(future)
        report("log.from-the-future", met=str(future))


def _whole(page: list[Recorded]) -> list[Recorded]:
    """A full page without its last transaction, which may go on: a transaction is told in one piece."""
    last = page[-1].correlation
    whole = [each for each in page if each.correlation != last]
    return whole or page
