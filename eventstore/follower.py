"""The follower: one process keeps the rows, in batches, fenced by the position it has kept."""

from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from typing import Any

import msgspec

from eventstore.folds import Fold
from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from eventstore.report import report
from eventstore.rows import Fenced, RowStore, Version, row_bytes

BATCH = 500
PAUSE_S = 0.2
"""Between two looks at the log when there is nothing to keep."""


class Follower:
    """Keeps rows in a thread of its own. `kept` hears of each new kept position, from that thread."""

    def __init__(
        self, kept_log: Log, store: RowStore, folds: tuple[Fold, ...], kept: Callable[[int], None] = lambda _: None
    ) -> None:
        self._log = kept_log
        self._store = store
        self._folds = folds
        self._kept = kept
        self._decoders = {fold.name: msgspec.json.Decoder(fold.row) for fold in folds}
        self._stop = Event()
        self._thread = Thread(target=self._run, name="follower", daemon=True)
        self.failed: BaseException | None = None
        """Why no rows are kept just now; it goes on trying unless the log is from the future."""

    def start(self) -> None:
        self._thread.start()

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
            if not moved:
                self._stop.wait(PAUSE_S)

    def step(self, batch: int = BATCH) -> bool:
        """Keep the rows of the next events; False when there are none. Raises `Fenced`."""
        before = self._store.kept()
        page = self._log.page(before, batch)
        if not page:
            return False
        fresh: dict[tuple[str, str], Any] = {}
        versions: list[Version] = []
        for recorded in page:
            for fold in self._folds:
                if type(recorded.event) not in fold.folds:
                    continue
                rows = fold.evolve(partial(self._current, fold, before, fresh), recorded)
                for key, row in rows.items():
                    fresh[fold.name, key] = row
                    body = None if row is None else row_bytes(fold.name, key, row)
                    versions.append((fold.name, fold.version, key, recorded.position, body))
        after = page[-1].position
        self._store.keep(before, after, versions)
        self._kept(after)
        return True

    def _current(self, fold: Fold, before: int, fresh: dict[tuple[str, str], Any], key: str) -> Any:
        if (fold.name, key) in fresh:
            return fresh[fold.name, key]
        body = self._store.get(fold.name, fold.version, key, before)
        return None if body is None else self._decoders[fold.name].decode(body)
