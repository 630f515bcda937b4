"""Turns: of all who read the log at length, one reads a slice at a time, and everybody else is served in between.

However many read at once, whoever asks for something short waits for one slice and not for one of each.
"""

import asyncio
import time
from collections.abc import Generator
from typing import Protocol, TypeVar

from eventstore.given import Outage

SLICE_S = 0.01
"""Of what takes long, done in one turn."""

T = TypeVar("T")


class Turns:
    """Of one process. Lives on one event loop."""

    def __init__(self) -> None:
        self._taken = asyncio.Lock()

    async def next(self) -> None:
        """Wait for one's turn, in the order of asking. It lasts until whoever has it waits for anything."""
        async with self._taken:
            await asyncio.sleep(0)


class Lasting(Protocol):
    """What is asked of the house by whoever works at length."""

    @property
    def turns(self) -> Turns: ...

    @property
    def epoch(self) -> str: ...


async def at_length(house: Lasting, work: Generator[None, None, T]) -> T:
    """What comes of work that yields wherever it may rest. What is short is done at once; of what is longer, a slice at each turn.

    Raises Outage where the log is put back meanwhile.
    """
    epoch = house.epoch
    while True:
        ends_at = time.monotonic() + SLICE_S
        try:
            next(work)
            while time.monotonic() < ends_at:
                next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        await house.turns.next()
        if house.epoch != epoch:
            raise Outage
