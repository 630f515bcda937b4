"""The tail: one process's own reading of the log, in order, a command's events in one piece, however it hears of them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from eventstore.log import Log
from eventstore.sqlite.rows import SQLiteRows
from eventstore.tail import Tail, Transaction
from projections.views import VIEWS
from tests.eventstore.histories import rebuilt
from tests.eventstore.world import GROUP, HEAD, KOLDING, SECRETARY, establishing, registering
from tests.eventstore.writing import events, give


@pytest.fixture
async def tail(kept_log: Log) -> AsyncIterator[Tail]:
    store = SQLiteRows(":memory:", "epoch", "folds", kept_log.head)
    yield Tail(kept_log, store, VIEWS)
    store.close()


def heard_by(tail: Tail) -> list[tuple[int, ...]]:
    """The positions of each transaction it tells of from now on."""
    heard: list[tuple[int, ...]] = []

    def listen(transaction: Transaction) -> None:
        heard.append(tuple(each.position for each in transaction.recorded))

    tail.listeners.append(listen)
    return heard


async def test_what_one_command_led_to_is_told_in_one_piece(kept_log: Log, tail: Tail) -> None:
    tail.look()
    heard = heard_by(tail)

    give(kept_log, SECRETARY, GROUP, establishing("a", "b"))
    give(kept_log, SECRETARY, KOLDING, registering())
    tail.look()

    assert heard == [(HEAD + 1, HEAD + 2, HEAD + 3), (HEAD + 4,)]


async def test_what_it_is_fed_and_what_it_finds_is_taken_once_and_in_order(kept_log: Log, tail: Tail) -> None:
    tail.look()
    heard = heard_by(tail)
    for index in range(4):
        give(kept_log, SECRETARY, f"dk/party/p{index}", registering())
    new = list(events(kept_log, HEAD))

    tail.feed([])
    tail.feed(new[2:3])  # what stands before it was never fed: it is read from the log
    tail.feed(new[1:3])
    tail.feed(new[1:4])
    tail.look()

    assert heard == [(HEAD + 1,), (HEAD + 2,), (HEAD + 3,), (HEAD + 4,)]
    assert (tail.head, tail.recorded_at) == (HEAD + 4, new[-1].recorded_at)


async def test_it_says_what_the_record_says_at_its_head(kept_log: Log, tail: Tail) -> None:
    tail.look()
    before = tail.now.ids("party")

    give(kept_log, SECRETARY, KOLDING, registering())
    unread = tail.now.ids("party")
    tail.look()

    assert (before, unread, tail.now.ids("party")) == (
        ("dk/party/region",),
        ("dk/party/region",),
        (KOLDING, "dk/party/region"),
    )
    expected = rebuilt(tuple(events(kept_log)), VIEWS)[tail.head]
    assert {view.name: dict(tail.rows.range(view.name, "", tail.head)) for view in VIEWS} == expected


async def test_one_listener_that_fails_keeps_nothing_from_the_others(kept_log: Log, tail: Tail) -> None:
    def failing(_: Transaction) -> None:
        raise ZeroDivisionError

    tail.listeners.append(failing)
    heard = heard_by(tail)

    tail.look()

    assert (tail.head, heard[-1]) == (HEAD, (HEAD,))


async def test_who_waits_for_a_position_is_woken_when_it_is_reached(kept_log: Log, tail: Tail) -> None:
    tail.look()
    first, second, never = (asyncio.create_task(tail.wait_for(HEAD + each, 5)) for each in (1, 2, 3))
    await asyncio.sleep(0)

    give(kept_log, SECRETARY, KOLDING, registering())
    tail.look()
    assert await first
    assert not second.done()
    give(kept_log, SECRETARY, "dk/party/vejle", registering())
    tail.look()

    assert await second
    assert not never.done()
    never.cancel()
    assert await tail.wait_for(HEAD, 0)
    assert not await tail.wait_for(HEAD + 3, 0)


# --- a store that fails ---


class Failing(SQLiteRows):
    """Cannot be read for a while, from some read on."""

    reads_left: int | None = None

    def get(self, *asked: Any) -> bytes | None:
        if self.reads_left is not None:
            self.reads_left -= 1
            if self.reads_left < 0:
                raise OperationalError("away")
        return super().get(*asked)


@pytest.mark.parametrize("reads", range(1, 6))
async def test_a_store_that_fails_in_the_middle_of_a_transaction_leaves_nothing_of_it(
    kept_log: Log, tail: Tail, reads: int
) -> None:
    """Then it is taken in whole at a later look, told in one piece, and no view is given up."""
    tail.look()
    heard = heard_by(tail)
    give(kept_log, SECRETARY, GROUP, establishing("a", "b"))
    store = tail.rows._store
    store.__class__ = Failing
    assert isinstance(store, Failing)
    store.reads_left = reads - 1

    failed = False
    try:
        tail.look()
    except OperationalError:
        failed = True
    assert failed == (not heard), "the control: at most of these reads it is away"
    if failed:
        assert (tail.head, heard, tail.rows.stale) == (HEAD, [], {})
    store.reads_left = None
    tail.look()

    assert heard == [(HEAD + 1, HEAD + 2, HEAD + 3)]
    expected = rebuilt(tuple(events(kept_log)), VIEWS)[tail.head]
    assert {view.name: dict(tail.rows.range(view.name, "", tail.head)) for view in VIEWS} == expected
    assert tail.now.ids("body") == tuple(sorted({*tail.now.ids("body"), GROUP}))
