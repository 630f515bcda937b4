"""Search wired to the house: the index beside the log, made by one process, and where a question may be answered."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from domain.kernel import Recorded
from domain.policy import COMMON_SCOPE
from eventstore.covered import Covering
from eventstore.given import Outage
from eventstore.indexer import Indexer
from eventstore.log import Log
from eventstore.search_index import KEPT_UNDER, Making, SearchIndex
from eventstore.store import Store
from klynge.core import Core
from klynge.settings import Settings
from projections.question import Question
from projections.searched import (
    SEARCH_VERSION,
    Searched,
    kind_term,
    kinds_saying,
    name_term,
    naming_term,
    word_term,
)

BATCH = 50
"""Events handed on at once: judged and opened in one go, while others wait."""
NAMED_MAX = 50
"""Things called by a word whose own events are found by it too."""
UNINDEXED_MAX = 1_000
"""Events that are not in the index yet and are looked at one by one. Where there are more, it is being made."""

COUNTED_MAX = 2_000
"""Beyond it one word is as frequent as another."""


class WiredSearch:
    """Lives as long as the house; the index, as long as a life of the log."""

    def __init__(self, settings: Settings, core: Callable[[], Core]) -> None:
        self._store = settings.store
        self._core = core
        self._lease = settings.store.open_lease("search")
        self._index: SearchIndex | None = None
        self._indexer: Indexer | None = None

    def start(self, core: Core) -> None:
        """Add to the index what stands in this log, from now on."""
        index = open_index(core.log, self._store, core.epoch)
        self._index, self._indexer = index, Indexer(core.log, index, self._lease, Searched())
        core.eraser.cleared = forget_in(index)
        self._indexer.start()

    async def stop(self) -> None:
        """Before the log is closed."""
        if self._indexer is not None and self._index is not None:
            await asyncio.to_thread(self._indexer.close)
            self._index.close()
        self._index = self._indexer = None

    async def close(self) -> None:
        await self.stop()
        await asyncio.to_thread(self._lease.close)

    def look_for(self, scope: str, question: Question, before: int, last: int) -> "Candidates":
        if self._index is None:
            raise Outage
        return Candidates(self._index, self._core().log, scope, question, before, last)


def open_index(kept_log: Log, store: Store, epoch: str) -> SearchIndex:
    """The index of a log, as this release makes it."""
    return store.open_search(lambda: kept_log.keys.named(KEPT_UNDER), epoch, SEARCH_VERSION)


def forget_in(index: SearchIndex) -> Callable[[Sequence[Covering]], bool]:
    """Takes what is covered out of an index."""

    def forget(covered: Sequence[Covering]) -> bool:
        for covering in covered:
            index.forget(covering.places)
        return True

    return forget


class Candidates:
    """Events of a scope that may answer a question: found by the index, and by looking where that does not reach."""

    def __init__(
        self, index: SearchIndex, kept_log: Log, scope: str, question: Question, before: int, last: int
    ) -> None:
        self._index = index
        self._log = kept_log
        self._scope = scope
        self._question = question
        self._before = min(before, last + 1)
        self._making = index.in_use() or Making(0, 0)
        head = kept_log.head
        self.indexed = head if head - self._making.position <= UNINDEXED_MAX else self._making.position

    def batches(self) -> Iterator[Sequence[Recorded]]:
        """Never an empty one."""
        within = f"{self._scope}/"
        for batch in chain(self._unindexed(), self._indexed()):
            if here := [each for each in batch if each.stream.startswith(within)]:
                yield here

    def _indexed(self) -> Iterator[Sequence[Recorded]]:
        found = self._positions()
        while positions := list(islice(found, BATCH)):
            yield [self._log.event(position) for position in positions]

    def _unindexed(self) -> Iterator[Sequence[Recorded]]:
        """What the index does not hold yet, the latest first."""
        if self.indexed == self._making.position:
            return
        end = self._before
        while (begin := max(self._making.position, end - 1 - BATCH)) < end - 1:
            yield [each for each in reversed(self._log.page(begin, BATCH)) if each.position < end]
            end = begin + 1

    def _positions(self) -> Iterator[int]:
        """Where the index says that all words may stand. It is read along the rarest of them."""
        if not self._making.position:
            return
        before = min(self._before, self._making.position + 1)
        terms = sorted(
            (self._hashes(stem) for stem in self._question.sought),
            key=lambda hashes: self._index.frequency(self._making, hashes, COUNTED_MAX),
        )
        rarest, others = terms[0], terms[1:]
        found = self._index.positions(self._making, rarest, before)
        while positions := list(islice(found, BATCH * 10)):
            held = set(positions)
            for hashes in others:
                held = self._index.holding(self._making, hashes, sorted(held)) if held else held
            yield from (position for position in positions if position in held)

    def _hashes(self, stem: str) -> Sequence[int]:
        """Of all that an event may say a word by: itself, the sentence of its kind, the name of what it is about."""
        terms = [word_term(stem), *map(kind_term, kinds_saying(stem)), *map(naming_term, self._called(stem))]
        return [self._index.hash_of(self._scope, term) for term in terms]

    def _called(self, stem: str) -> Sequence[str]:
        """Streams that are called by a word."""
        named = [self._index.hash_of(scope, name_term(stem)) for scope in {self._scope, COMMON_SCOPE}]
        found = islice(self._index.positions(self._making, named, self._making.position + 1), NAMED_MAX)
        return sorted({self._log.event(position).stream for position in found})
