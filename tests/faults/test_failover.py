"""A standby takes over that had not heard the end of the log: what it lost was lost, everybody sees it, and nothing is mixed."""

import asyncio
from pathlib import Path

from eventstore.given import Answer
from klynge.init import ADMINISTRATOR
from tests.clients import registering
from tests.eventstore.writing import Working, given, told
from tests.faults.lines import PATIENCE_S, Line
from tests.nodes import Nodes, nodes
from tests.postgres import postgres


def register(house: Nodes, *names: str) -> list[Answer]:
    """Parties, recorded by a process beside the nodes."""
    kept_log = house.settings.store.open_log()
    working = Working(kept_log)
    answers = [working.give(given(ADMINISTRATOR, f"dk/party/{name}", registering(name), key=name)) for name in names]
    working.close()
    kept_log.close()
    assert all(isinstance(answer, Answer) for answer in answers), answers
    return answers  # type: ignore[return-value]


async def test_a_failover_that_lost_the_end_of_the_log_is_seen_by_every_page(tmp_path: Path) -> None:
    with postgres(durable=True) as server, nodes(server, tmp_path) as house:
        await house.init("failover")
        register(house, "kept")
        server.keep_copy()
        lost = register(house, "lost-1", "lost-2")
        await house.start()
        lines = [Line(node.url, house.token(), "dk/people") for node in house.nodes]
        following = [asyncio.create_task(line.follow()) for line in lines]
        for line in lines:
            await line.until(lost[-1].position)
            assert "party/lost-2" in line.topic.rows

        server.fail_over()
        new = register(house, "new-1", "new-2", "new-3")
        assert new[0].position == lost[0].position, "the same positions, taken again"

        for line in lines:
            async with asyncio.timeout(PATIENCE_S):
                while "party/new-3" not in line.topic.rows:
                    await asyncio.sleep(0.01)
            assert line.wrong == ["reset: epoch"]
            assert not {"party/lost-1", "party/lost-2"} & line.topic.rows.keys()
            assert "party/kept" in line.topic.rows
        for node in house.nodes:
            await node.until_ready()
        for each in following:
            each.cancel()
        await asyncio.gather(*following, return_exceptions=True)


async def test_a_node_that_waits_for_its_store_ends_when_it_is_told_to(tmp_path: Path) -> None:
    """The server came back as another one, and was gone again before the log was read."""
    with postgres(durable=True) as server, nodes(server, tmp_path, count=1) as house:
        await house.init("failover")
        server.keep_copy()
        await house.start()
        server.fail_over()
        (node,) = house.nodes
        async with asyncio.timeout(PATIENCE_S):
            while "log.another-life" not in node.output.read_text():
                await asyncio.sleep(0.01)
        server.stop()
        assert await asyncio.wait_for(asyncio.to_thread(node.stop), PATIENCE_S) == 0


async def test_a_writer_that_trusts_what_it_knew_before_a_failover_is_overtaken(tmp_path: Path) -> None:
    """It knows a head that stands again, of another event."""
    with postgres(durable=True) as server, nodes(server, tmp_path) as house:
        await house.init("failover")
        server.keep_copy()
        kept_log = house.settings.store.open_log()
        working = Working(kept_log)
        for name in ("lost-1", "lost-2"):
            working.give(given(ADMINISTRATOR, f"dk/party/{name}", registering(name)))
        server.fail_over()
        register(house, "new-1", "new-2")
        kept_log.recorder.max_notification_id()
        assert kept_log.recorder.losses > 0, "a reader of this process notices, and the writer is not told"

        stands, anew = (
            told(working.give(given(ADMINISTRATOR, f"dk/party/{name}", registering(name))))
            for name in ("new-1", "lost-1")
        )
        assert stands == ("party.exists", {})
        assert anew == Answer(position=kept_log.head, stream="dk/party/lost-1", version=1)
        working.close()
        kept_log.close()
