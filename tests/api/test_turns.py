"""Work at length is done in turns: what is short at once, of what is longer a slice at a time, and others are served in between."""

import asyncio
from collections.abc import Generator

import pytest

from api import turns
from api.turns import Turns, at_length
from eventstore.given import Outage

LONG, WORKERS = 50, 5


class House:
    """What is asked of it."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.epoch = "first"
        self.slices = 0

    def work(self, steps: int) -> Generator[None, None, int]:
        for _ in range(steps):
            self.slices += 1
            yield
        return steps


async def served_meanwhile(house: House, *works: Generator[None, None, int]) -> tuple[list[int], list[int]]:
    """What came of each, and how many slices somebody waited for who asks to be served again and again."""
    waited: list[int] = []

    async def asks_again() -> None:
        while True:
            before = house.slices
            await asyncio.sleep(0)
            waited.append(house.slices - before)

    asking = asyncio.create_task(asks_again())
    came = await asyncio.gather(*(at_length(house, work) for work in works))
    asking.cancel()
    return came, waited[1:]


async def test_whoever_asks_for_something_else_waits_for_one_slice_of_one_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "SLICE_S", 0.0)
    house = House()
    came, waited = await served_meanwhile(house, *(house.work(LONG) for _ in range(WORKERS)))
    assert came == [LONG] * WORKERS
    assert house.slices == LONG * WORKERS
    assert max(waited[WORKERS:]) == 1, "once each of them has begun"


async def test_what_is_short_is_done_at_once() -> None:
    house = House()
    await house.turns.next()
    taken = asyncio.create_task(house.turns.next())
    assert await at_length(house, house.work(3)) == 3
    await taken


async def test_where_the_log_is_put_back_meanwhile_nothing_comes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "SLICE_S", 0.0)
    house = House()

    def work() -> Generator[None, None, int]:
        yield
        house.epoch = "another"
        yield
        raise AssertionError("the log is another one now")

    with pytest.raises(Outage):
        await at_length(house, work())
