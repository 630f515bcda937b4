"""The desk: where the requests of one event loop hand commands to the writer, and get their answers."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial

from domain.kernel import Recorded
from eventstore.batch import SizeOf, no_size
from eventstore.clock import Clock
from eventstore.deciding import Decidable
from eventstore.given import Answer, Committed, Given, Outage
from eventstore.report import report
from eventstore.sealing import Sealing
from eventstore.writer import Writer

DEADLINE_S = 5
"""A request that is not answered by then is told that the outcome is not known."""


class Desk:
    """Owns the writer. `recorded` hears of what was appended, on the loop, before the answers are given."""

    def __init__(
        self,
        recorder: Decidable,
        sealing: Sealing,
        clock: Clock,
        recorded: Callable[[list[Recorded]], None],
        size_of: SizeOf = no_size,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._recorded = recorded
        self._waiting: deque[tuple[float, asyncio.Future[Answer]]] = deque()
        """When each request's time is up, in the order they came."""
        self._watch: asyncio.TimerHandle | None = None
        self.writer = Writer(recorder, sealing, clock, self._committed, size_of)
        self.writer.start()

    def close(self) -> None:
        """Answer what is queued, then end."""
        self.writer.close()

    async def give(self, given: Given) -> Answer:
        """The command's answer, durable. Raises what the gates say, `Busy`, and `Outage` past the deadline."""
        future: asyncio.Future[Answer] = self._loop.create_future()
        self.writer.give(given, partial(_settle, future))
        # One timer for all who wait, not one each: most are answered long before it goes off.
        self._waiting.append((self._loop.time() + DEADLINE_S, future))
        if self._watch is None:
            self._watch = self._loop.call_later(DEADLINE_S, self._look)
        return await future

    def _committed(self, committed: Committed) -> None:
        self._loop.call_soon_threadsafe(self._settle, committed)

    def _settle(self, committed: Committed) -> None:
        try:
            self._recorded(committed.recorded)
        except Exception:
            # It is on disk: whatever goes wrong in showing it, the answers stand.
            report("desk.telling-failed", exc_info=True)
        for settle, answer in committed.settlements:
            settle(answer)
        self._forget_answered()

    def _look(self) -> None:
        """Tell those whose time is up."""
        self._forget_answered()
        while self._waiting and self._waiting[0][0] <= self._loop.time():
            _settle(self._waiting.popleft()[1], Outage())
        self._watch = self._loop.call_at(self._waiting[0][0], self._look) if self._waiting else None

    def _forget_answered(self) -> None:
        while self._waiting and self._waiting[0][1].done():
            self._waiting.popleft()


def _settle(future: "asyncio.Future[Answer]", answer: Answer | BaseException) -> None:
    if future.done():
        return
    if isinstance(answer, BaseException):
        future.set_exception(answer)
    else:
        future.set_result(answer)
