"""The indexer: one process adds to the search index what comes in the log, in order, and takes out what is destroyed.

It is in no hurry: it rests between batches, so that it never takes more than a part of one processor. Whoever searches reads what
is not in the index yet by themselves.
"""

import time
from collections.abc import Iterable, Iterator
from threading import Event, Thread
from typing import Protocol

from domain.kernel import Recorded
from domain.names import scope_of
from domain.text import Sealed, TextAt
from eventstore.covered import all_covered, covering_of
from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from eventstore.report import report
from eventstore.sealing import Tampered, key_id_of, unseal
from eventstore.search_index import SENTENCE, Entry, SearchIndex
from eventstore.store import Lease

BATCH = 100
PAUSE_S = 0.5
"""Between two looks at the log when there is nothing to add."""
RESTS = 4
"""It rests so many times as long as a batch took."""


class Terms(Protocol):
    """What an event is found by; `projections.searched` tells."""

    def of_sentence(self, recorded: Recorded) -> set[str]: ...

    def of_text(self, recorded: Recorded, field: str, words: str) -> set[str]: ...

    def texts_of(self, recorded: Recorded) -> Iterable[tuple[str, Sealed[str]]]: ...

    def forget(self) -> None:
        """Let go of every word met so far."""
        ...


class Indexer:
    """Adds in a thread of its own, where this process holds the lease."""

    def __init__(self, kept_log: Log, index: SearchIndex, lease: Lease, terms: Terms) -> None:
        self._log = kept_log
        self._index = index
        self._lease = lease
        self._terms = terms
        self._stop = Event()
        self._thread = Thread(target=self._run, name="indexer", daemon=True)
        self._swept = False
        self.failed: BaseException | None = None
        """Why nothing is added just now."""

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            began, moved = time.monotonic(), False
            try:
                moved = self._lease.held() and self.step()
                self.failed = None
            except FromTheFuture as future:
                self.failed = future
                return
            except Exception as error:
                # The store or the keys may be away for a while. It is told once, by its class: an error may hold a word.
                if repr(error) != repr(self.failed):
                    report("indexer.failed", error=type(error).__name__)
                self.failed = error
            self._stop.wait(RESTS * (time.monotonic() - began) if moved else PAUSE_S)

    def step(self, batch: int = BATCH) -> bool:
        """Add the next events, or, where there are none, let go of some that nobody uses; False when there is nothing to do."""
        if not self._swept:
            self.sweep()
            self._swept = True
        making = self._index.own(self._log.head)
        page = self._log.page(making.position, batch)
        if not page:
            return self._index.let_go_of_others(making)
        try:
            self._index.keep(making, self._entries(page))
        finally:
            self._terms.forget()
        for each in page:
            if (covering := covering_of(each)) is not None:
                self._index.forget(covering.places)
        if not self._index.move(making, page[-1].position):
            self.sweep()  # somebody else adds too: what was added here may have been taken out there
        return True

    def sweep(self) -> None:
        """Take out once more whatever the log says is destroyed: the index, or a batch of it, may be older than that."""
        for covering in all_covered(self._log.now(), self._log.recorder, self._log.head):
            self._index.forget(covering.places)

    def _entries(self, page: list[Recorded]) -> Iterator[Entry]:
        texts = [(each, field, sealed) for each in page for field, sealed in self._terms.texts_of(each)]
        destroyed = self._log.destroying.destroyed
        wanted = [key_id for _, _, sealed in texts if (key_id := key_id_of(sealed)) not in destroyed]
        keys = self._log.keys.find_all(wanted)
        for each in page:
            scope = scope_of(each.stream)
            for term in self._terms.of_sentence(each):
                yield self._index.hash_of(scope, term), each.position, SENTENCE
        for each, field, sealed in texts:
            key = keys.get(key_id_of(sealed))
            if key is None:
                continue  # erased; or a fault, which the check of the keys tells of
            try:
                words = unseal(sealed, key)
            except Tampered:
                continue
            scope, block = scope_of(each.stream), self._index.block_of(TextAt(each.stream, each.version, field))
            for term in self._terms.of_text(each, field, words):
                yield self._index.hash_of(scope, term), each.position, block
