"""Clients at work at several nodes, and what they were promised, looked up afterwards in what is kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from msgspec import Struct

from eventstore.desk import DEADLINE_S
from tests.acknowledged import Promises, broken
from tests.clients import SLACK_S, Persistent
from tests.nodes import Nodes


class AtWork(Struct, frozen=True):
    """A house under load."""

    house: Nodes
    clients: Persistent
    promises: Promises
    stop: asyncio.Event
    writing: "asyncio.Task[None]"

    async def finish(self) -> int:
        """Let what is in flight be answered, and give no more. The last position anybody was told."""
        self.stop.set()
        await self.writing
        return max(told.position or 0 for told in self.promises.told.values())


@asynccontextmanager
async def at_work(house: Nodes) -> AsyncIterator[AtWork]:
    """Opened, started, written to until one leaves. Then every promise is kept, in time, and the checker is shown to find what is
    lost and what is doubled."""
    await house.init("crash")
    await house.start()
    promises = Promises()
    clients = Persistent([node.url for node in house.nodes], house.token(), promises)
    stop = asyncio.Event()
    writing = asyncio.create_task(clients.write(stop))
    try:
        yield AtWork(house, clients, promises, stop, writing)
    finally:
        stop.set()
        await writing
    for node in house.nodes:
        await node.until_ready()
    assert not promises.unanswered
    assert clients.slowest_s < DEADLINE_S + SLACK_S
    house.kill()
    assert broken(house.settings, promises) == []
    _assert_that_it_finds_what_is_planted(house, promises)


def _assert_that_it_finds_what_is_planted(house: Nodes, promises: Promises) -> None:
    """The control: the same checker, where the last acknowledged command is lost."""
    last = max((told for told in promises.told.values() if told.position), key=lambda told: told.position or 0)
    assert last.position is not None
    with psycopg.connect(house.owners_address, autocommit=True) as owner:
        first = last.position - last.sent.events + 1
        owner.execute("DELETE FROM stored_events WHERE position >= %s", (first,))
    assert f"lost: {last.sent.key}, told {last.position}" in broken(house.settings, promises)
