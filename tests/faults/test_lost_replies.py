"""The network drops the reply to a commit: the event is there once, and who repeats the command is given its answer."""

from pathlib import Path

from tests.faults.at_work import at_work
from tests.faults.conftest import Times
from tests.faults.proxy import DroppingProxy
from tests.nodes import nodes
from tests.postgres import Postgres


async def test_the_reply_to_a_commit_is_dropped(postgres_server: Postgres, tmp_path: Path, times: Times) -> None:
    async with DroppingProxy(postgres_server.port) as proxy:
        with nodes(postgres_server, tmp_path, port=proxy.port) as house:
            async with at_work(house) as work:
                for _ in range(times(5, 50)):
                    before = work.clients.unavailable
                    await proxy.drop_next()
                    await work.clients.until_unavailable(before + 1)  # somebody was not told, and asks again
                    await work.clients.until(30)
            assert proxy.dropped == times(5, 50)
