"""Clients at work at several nodes, and what they were promised, looked up afterwards in what is kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import psycopg
from msgspec import Struct

from eventstore.desk import DEADLINE_S
from tests.acknowledged import Promises, broken
from tests.clients import SLACK_S, Persistent
from tests.faults.pages import Page, differing, view_of
from tests.nodes import Nodes

TOPICS = ("crash/people", "dk/people")
READ_S = 30


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
    """Opened, started, written to, read and followed until one leaves.

    Then every promise is kept, every answer was in time, and every page shows what stands; and it is shown that the checkers find
    what is lost.
    """
    await house.init("crash")
    await house.start()
    promises = Promises()
    clients = Persistent([node.url for node in house.nodes], house.token(), promises)
    pages = [Page(node.url, house.token(), topic) for node in house.nodes for topic in TOPICS]
    showing = [asyncio.create_task(page.show()) for page in pages]
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
    assert [page.exception() for page in showing if page.done()] == [], "a page gave up"
    head = max(told.position or 0 for told in promises.told.values())
    await _assert_that_pages_show_what_stands(house, pages, head)
    for page in showing:
        page.cancel()
    await asyncio.gather(*showing, return_exceptions=True)
    house.kill()
    assert broken(house.settings, promises) == []
    _assert_that_it_finds_what_is_planted(house, promises)


async def _assert_that_pages_show_what_stands(house: Nodes, pages: list[Page], head: int) -> None:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {house.token()}"}, timeout=READ_S) as http:
        views = {topic: await view_of(http, house.url, topic, head) for topic in TOPICS}
    for page in pages:
        await page.until(views[page.topic])
    found = differing(pages, views)
    assert found == [], found[:3]
    # The control: a page that was not told of its last row.
    pages[0].rows.pop(last := max(pages[0].rows))
    assert differing(pages, views) == [f"{pages[0].topic}: {last}"]


def _assert_that_it_finds_what_is_planted(house: Nodes, promises: Promises) -> None:
    """The control: the same checker, where the last acknowledged command is lost."""
    last = max((told for told in promises.told.values() if told.position), key=lambda told: told.position or 0)
    assert last.position is not None
    with psycopg.connect(house.owners_address, autocommit=True) as owner:
        first = last.position - last.sent.events + 1
        owner.execute("DELETE FROM stored_events WHERE position >= %s", (first,))
    assert f"lost: {last.sent.key}, told {last.position}" in broken(house.settings, promises)
