"""The record as whoever tells others outside of it reads it: webhooks and notices alike."""

from typing import Protocol

from domain.clusters import Streams
from domain.dates import Day
from domain.kernel import Recorded
from eventstore.mapper import FromTheFuture
from klynge.core import Core
from projections.reading import Reading


class Record(Protocol):
    """What is asked of the record. `reading` raises `FromTheFuture` where this process must not serve any more."""

    @property
    def epoch(self) -> str: ...

    @property
    def reading(self) -> Reading: ...

    @property
    def now(self) -> Streams: ...

    def today(self) -> Day: ...

    def page(self, after: int, limit: int) -> list[Recorded]: ...


class OfCore:
    """The record of one life of a log."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.epoch = core.epoch
        self.now: Streams = core.tail.now

    @property
    def reading(self) -> Reading:
        if self._core.stopped is not None:
            raise FromTheFuture(*self._core.stopped.args)
        return self._core.reading

    def today(self) -> Day:
        return self._core.today()

    def page(self, after: int, limit: int) -> list[Recorded]:
        return self._core.log.page(after, limit)
