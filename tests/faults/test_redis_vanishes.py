"""Redis is killed, emptied and frozen while fifty people follow: it carries hints only, so it costs delay and nothing else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.faults.at_work import AtWork, at_work
from tests.faults.conftest import Times
from tests.faults.lines import Line, found_wrong
from tests.faults.pages import view_of
from tests.nodes import Nodes, nodes
from tests.postgres import Postgres
from tests.valkey import valkey

LINES = 50
TOPICS = ("crash/people", "dk/people")
ANSWERS = 15
"""Given while Redis is away."""


@asynccontextmanager
async def followed(house: Nodes, token: str) -> AsyncIterator[list[Line]]:
    """Fifty sockets, on every node and topic."""
    urls = [node.url for node in house.nodes]
    lines = [Line(urls[n % len(urls)], token, TOPICS[n // len(urls) % len(TOPICS)]) for n in range(LINES)]
    following = [asyncio.create_task(line.follow()) for line in lines]
    try:
        yield lines
    finally:
        for each in following:
            each.cancel()
        await asyncio.gather(*following, return_exceptions=True)


async def test_redis_costs_only_delay(postgres_server: Postgres, tmp_path: Path, times: Times) -> None:
    with valkey(tmp_path) as redis, nodes(postgres_server, tmp_path, redis=redis.address) as house:
        async with at_work(house) as work, followed(house, house.token()) as lines:
            planted = Line(house.url, house.token(), "dk/people", losing=3)
            losing = asyncio.create_task(planted.follow())
            await hinted(work)
            for _ in range(times(1, 5)):
                redis.kill()
                await unheard(work)
                redis.start()
                await hinted(work)
                redis.flush()
                await hinted(work)
                redis.freeze()
                await unheard(work)
                redis.thaw()
                await hinted(work)
            await all_told(work, lines)
            assert found_wrong(lines) == []
            await planted.until(1)
            losing.cancel()
            assert any("missed" in each for each in planted.wrong), "the control: a lost frame is noticed"


async def hints(work: AtWork) -> float:
    return sum([(await node.figures())["klynge_hints"] for node in work.house.nodes])


async def hinted(work: AtWork) -> None:
    """Work until the nodes hear of each other again, through Redis."""
    before = await hints(work)
    async with asyncio.timeout(60):
        while await hints(work) == before:
            await work.clients.until(1)


async def unheard(work: AtWork) -> None:
    """Work while Redis is away: people are answered, and no node is told of another."""
    await work.clients.until(2 * ANSWERS)
    before = await hints(work)
    await work.clients.until(ANSWERS)
    assert await hints(work) == before, "Redis is not away"


async def all_told(work: AtWork, lines: list[Line]) -> None:
    """Every line shows what a page opened now would."""
    head = await work.finish()
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {work.house.token()}"}) as http:
        for topic in TOPICS:
            rows = await view_of(http, work.house.url, topic, head)
            for line in lines:
                if line.topic.name == topic:
                    await line.until(max(row["position"] for row in rows.values() if "position" in row))
                    assert line.topic.rows == rows
