"""The timekeeper: gives the commands that fall due when a day has gone by. Nobody else reads the clock for a rule.

One per process. Of several the one that holds the lease looks; should two look at once, the keys of what they give are the same,
so it happens once.
"""

import asyncio
from collections.abc import Callable
from uuid import NAMESPACE_URL, uuid5

from domain.dates import Day, day_after, day_of, start_of
from domain.due import Due, due
from domain.names import CLOCK
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES
from eventstore.desk import Desk
from eventstore.given import Given, digest_of
from eventstore.report import report
from eventstore.store import Lease
from eventstore.tail import Tail

LOOK_S = 60


class Timekeeper:
    """`today` says by which day it looks."""

    def __init__(self, tail: Tail, desk: Desk, lease: Lease, today: Callable[[], Day], receipts_key: bytes) -> None:
        self._tail = tail
        self._desk = desk
        self._lease = lease
        self._today = today
        self._receipts_key = receipts_key
        self.refused = 0
        """How many of its commands a rule refused."""

    async def run(self) -> None:
        """Look once a minute until cancelled."""
        while True:
            try:
                if await asyncio.to_thread(self._lease.held):
                    await self.look(self._today())
            except Exception as error:
                report("timekeeper.look-failed", error=repr(error))  # it looks again
            await asyncio.sleep(LOOK_S)

    async def look(self, today: Day) -> None:
        """Give what is due on a day."""
        for each in due(self._tail.now, today):
            await self._give(each, None)

    async def look_before(self, story_at: int) -> None:
        """In a story days go by between two commands: give what fell due meanwhile, each at the beginning of its day."""
        given: set[Due] = set()
        while each := next((each for each in due(self._tail.now, day_of(story_at)) if each not in given), None):
            given.add(each)  # also what is refused; what follows from one may itself be due before the story goes on
            await self._give(each, start_of(day_after(each.day)))

    async def _give(self, each: Due, story_at: int | None) -> None:
        path = f"timekeeper:{each.stream}/{COMMAND_NAMES[type(each.command)]}/{each.day}{each.part and f'/{each.part}'}"
        given = Given(
            person=CLOCK,
            stream=each.stream,
            command=each.command,
            key=str(uuid5(NAMESPACE_URL, path)),
            digest=digest_of(self._receipts_key, path, b""),
            story_at=story_at,
            timekeeper=True,
        )
        try:
            await self._desk.give(given)
        except Refused as refused:
            self.refused += 1
            report("timekeeper.refused", stream=each.stream, code=refused.code)
