"""The desk: requests of one event loop wait for their answers, each until its own time is up."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from eventstore import desk as desks
from eventstore.clock import RealClock
from eventstore.desk import Desk
from eventstore.given import Answer, Outage
from eventstore.log import Log
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import given, told


@pytest.fixture
async def desk(on_file: Log) -> AsyncIterator[Desk]:
    desk = Desk(on_file.recorder, on_file.sealing, RealClock(), lambda _: None)
    yield desk
    await asyncio.to_thread(desk.close)


async def test_everybody_gets_their_own_answer(desk: Desk) -> None:
    """And nothing is kept of those who were answered."""
    streams = [f"dk/party/p{index}" for index in range(300)]

    answers = await asyncio.gather(*(desk.give(given(SECRETARY, stream, registering())) for stream in streams))

    assert [answer.stream for answer in answers] == streams
    assert [answer.position for answer in answers] == list(range(HEAD + 1, HEAD + 301))
    assert len(desk._waiting) == 0


async def test_a_refusal_is_the_one_who_asked_alone(desk: Desk) -> None:
    answers = await asyncio.gather(
        desk.give(given(SECRETARY, KOLDING, registering())),
        desk.give(given(SECRETARY, KOLDING, registering())),
        return_exceptions=True,
    )

    assert [told(answer) for answer in answers] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        ("party.exists", {}),
    ]


async def test_each_waits_until_its_own_time_is_up(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = asyncio.get_running_loop()
    ended: dict[str, float] = {}

    async def ask(name: str, deadline_s: float) -> None:
        monkeypatch.setattr(desks, "DEADLINE_S", deadline_s)
        asked_at = loop.time()
        with pytest.raises(Outage):
            await desk.give(given(SECRETARY, f"dk/party/{name}", registering()))
        ended[name] = loop.time() - asked_at

    other = sqlite3.connect(tmp_path / "log.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await asyncio.gather(ask("first", 0.05), ask("second", 0.1), ask("third", 0.15))
    other.close()

    assert list(ended) == ["first", "second", "third"]
    assert [ended[name] >= least for name, least in (("first", 0.05), ("second", 0.1), ("third", 0.15))] == 3 * [True]


async def test_who_went_away_is_not_told_and_nobody_else_is_disturbed(desk: Desk, on_file: Log) -> None:
    gone = asyncio.create_task(desk.give(given(SECRETARY, KOLDING, registering())))
    stays = asyncio.create_task(desk.give(given(SECRETARY, "dk/party/vejle", registering())))
    await asyncio.sleep(0)
    gone.cancel()

    assert await stays == Answer(position=HEAD + 2, stream="dk/party/vejle", version=1)
    # What was asked is recorded all the same: only the answer has nobody to go to.
    assert on_file.head == HEAD + 2
