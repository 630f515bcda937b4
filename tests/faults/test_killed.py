"""What is killed or stopped while people work: a node, the database. Nothing is lost, doubled or torn, and it goes on by itself."""

import random
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.at_work import AtWork, at_work
from tests.faults.conftest import Times
from tests.nodes import nodes
from tests.postgres import Postgres, postgres

SEED = 20_240_409
ANSWERS_MAX = 150
BACK_S = 30
"""A node is ready so soon after its database is, also on a machine that has much to do."""


async def test_a_node_is_killed_again_and_again(postgres_server: Postgres, tmp_path: Path, times: Times) -> None:
    rng = random.Random(SEED)
    with nodes(postgres_server, tmp_path) as house:
        async with at_work(house) as work:
            for _ in range(times(3, 30)):
                await work.clients.until(rng.randint(20, ANSWERS_MAX))
                before = work.clients.cut_off
                node = rng.choice(house.nodes)
                node.kill()
                await work.clients.until(20)
                assert work.clients.cut_off > before, "nothing was in flight there"
                await node.start()


async def test_the_database_is_stopped_immediately(tmp_path: Path, times: Times) -> None:
    """As a power cut would: it recovers from its write-ahead log."""
    rng = random.Random(SEED)
    with postgres(durable=True) as server, nodes(server, tmp_path) as house:
        async with at_work(house) as work:
            for _ in range(times(2, 10)):
                await work.clients.until(rng.randint(20, ANSWERS_MAX))
                await away(work, partial(server.stop, signal.SIGQUIT), server.start)


async def test_the_database_freezes(tmp_path: Path, times: Times) -> None:
    """Its connections stay open and nobody is answered; every request is, within its deadline."""
    with postgres(durable=True) as server, nodes(server, tmp_path) as house:
        async with at_work(house) as work:
            for _ in range(times(1, 3)):
                await work.clients.until(50)
                await away(work, server.freeze, server.thaw)


async def away(work: AtWork, leave: Callable[[], None], come_back: Callable[[], None]) -> None:
    """The database leaves until every node has noticed; it comes back, and work goes on without a restart."""
    before = work.clients.unavailable
    leave()
    await work.house.until_unready()
    await work.clients.until_unavailable(before + 1)  # and whoever writes is told so
    come_back()
    for node in work.house.nodes:
        await node.until_ready(BACK_S)
    await work.clients.until(20)
