"""The server stops, starts again, or is put back from a copy: whoever was there loses nothing and doubles nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import msgspec
import pytest

from clients.http import Klynge, Unreachable
from clients.ladder import FAILURES_MAX
from clients.live import Ended, Topic, follow
from domain.meeting.discussion import RecordPoint
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.sqlite.copies import keep_copy, put_back
from realtime.closing import Close
from tests.files import files_of
from tests.ports import free_port
from tests.projections.aadal import AUDITORS_ACCESS, MEETING
from tests.projections.closed_item import OPEN_ITEM, WITHDRAWN
from tests.realtime.served import ANSWER_S, Served, points_in, serving


@pytest.fixture(autouse=True)
def _come_back_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A restart spreads its clients over seconds, for there are thousands; here are two."""
    monkeypatch.setattr("realtime.socket.RESTART_SPREAD_MS", 100)


# --- stopping ---------------------------------------------------------------------------------------------------------


async def test_a_stop_says_goodbye_and_when_to_come_back(folder: Path) -> None:
    async with AsyncExitStack() as lines:
        async with serving(folder) as served:
            greeted = await lines.enter_async_context(served.line("member"))
            await greeted.sub()
            silent = await lines.enter_async_context(served.line())
        assert await greeted.closed() == 1012
        assert greeted.heard[-1] == {"op": "bye", "code": 1012, "retry": {"after_ms": 0, "jitter_ms": 100}}
        assert await silent.closed() == 1012


@pytest.mark.parametrize("meanwhile", [[], ["Mens linjen var nede."]], ids=["nothing", "something"])
async def test_a_cursor_leads_on_past_a_restart(folder: Path, meanwhile: list[str]) -> None:
    async with AsyncExitStack() as lines:
        async with serving(folder) as served:
            line = await lines.enter_async_context(served.line("member"))
            await line.sub()
            await line.until_position((await served.say("Før.")).position)
        await line.closed()
        topic = line.topics[MEETING]
    async with serving(folder) as served:
        for text in meanwhile:
            await served.say(text)
        async with served.line("member") as line:
            line.topics[MEETING] = topic
            ok = await line.sub(since=topic.cursor)
            assert ok["mode"] == "resumed", "by the rows that changed, whatever process they were followed at"
            await line.until_position((await served.say("Efter.")).position)
            assert line.points() == ["Før.", *meanwhile, "Efter."]


# --- the client that follows ------------------------------------------------------------------------------------------


class Follower:
    """Follows the meeting by the client that others run, and remembers every state it was shown."""

    def __init__(self, served: Served) -> None:
        self.shown: list[list[str]] = []
        self.positions: list[int] = []
        self.ops: list[str] = []
        self._moved = asyncio.Condition()
        self._task = asyncio.create_task(self._follow(served.url, served.token("member")))

    async def _follow(self, url: str, token: str) -> None:
        async for topic, message in follow(url, token, MEETING):
            async with self._moved:
                self.ops.append(message["op"])
                self._take(topic)
                self._moved.notify_all()

    def _take(self, topic: Topic) -> None:
        self.positions.append(topic.position)
        self.shown.append(points_in(topic))

    async def until(self, points: list[str]) -> None:
        async with asyncio.timeout(ANSWER_S), self._moved:
            await self._moved.wait_for(lambda: self._task.done() or (self.shown and self.shown[-1] == points))
        assert self.shown[-1] == points

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.wait({self._task})


@asynccontextmanager
async def following(served: Served) -> AsyncIterator[Follower]:
    follower = Follower(served)
    try:
        yield follower
    finally:
        await follower.close()


async def test_whoever_follows_sees_every_state_in_order_past_restarts(folder: Path) -> None:
    port, said = free_port(), list[str]()
    async with AsyncExitStack() as stack:
        follower = None
        for round in range(3):
            async with serving(folder, port) as served:
                if follower is None:
                    follower = await stack.enter_async_context(following(served))
                else:
                    said.append(f"før nogen var tilbage, {round}")
                    await served.say(said[-1])
                await follower.until(said)
                for n in range(3):
                    said.append(f"{round}.{n}")
                    await served.say(said[-1])
                    await follower.until(said)
        assert follower is not None
        assert follower.positions == sorted(follower.positions)
        for before, after in zip(follower.shown, follower.shown[1:], strict=False):
            assert after[: len(before)] == before, "nothing is taken back"
        assert len(said) == 11


async def test_a_lost_line_is_taken_up_where_it_broke(served: Served) -> None:
    """From the ring: what was missed and no snapshot. Cut once more, it would no longer trust the socket."""
    said = list[str]()
    async with following(served) as follower:
        await follower.until(said)
        for n in range(FAILURES_MAX - 1):
            for protocol in served.protocols():
                protocol._transport.abort()
            for text in (f"{n}, imens", f"{n}, og imens"):
                said.append(text)
                await served.say(text)
            await follower.until(said)
        assert follower.ops == ["snap", *["rows"] * len(said)]


async def test_when_a_sign_in_ends_the_client_comes_back_at_once_with_another(served: Served) -> None:
    tokens = [served.token("member", seconds) for seconds in (600, 3_600)]
    asked = iter(tokens)
    topics = follow(served.url, lambda: next(asked), MEETING)
    await anext(topics)
    (protocol,) = served.protocols()
    assert protocol._connection is not None
    protocol._connection.bye(Close.TOKEN_EXPIRED)
    await served.say("Imens.")
    async with asyncio.timeout(ANSWER_S):
        topic, message = await anext(topics)
    assert (message["op"], points_in(topic)) == ("rows", ["Imens."])
    assert next(asked, None) is None
    await topics.aclose()


async def test_whoever_follows_is_told_when_the_topic_is_theirs_no_more(served: Served) -> None:
    topics = follow(served.url, served.token("auditor"), MEETING)
    async with following(served) as other:
        await anext(topics)
        await other.until([])
        await served.give("administrator", AUDITORS_ACCESS, WITHDRAWN.command)
        with pytest.raises(Ended, match="no longer"):
            async with asyncio.timeout(ANSWER_S):
                await anext(topics)
        await served.say("Videre.")
        await other.until(["Videre."])


async def test_whoever_follows_with_no_right_is_told_at_once(served: Served) -> None:
    for token in (served.token("neighbour"), "ikke-et-token"):
        with pytest.raises(Ended):
            async with asyncio.timeout(ANSWER_S):
                await anext(follow(served.url, token, MEETING))


async def test_a_command_given_while_the_server_is_away_is_recorded_once(folder: Path) -> None:
    port = free_port()
    async with serving(folder, port) as served:
        token = served.token("secretary")
    async with Klynge(served.url, token) as secretary:
        command = RecordPoint(item=OPEN_ITEM, point=Remark[Text](sort=Sort.REMARK, text="En gang."))
        body, key = msgspec.json.encode(command), uuid4()
        tried = asyncio.Semaphore(0)

        async def count(_: httpx.Request) -> None:
            tried.release()

        secretary._http.event_hooks = {"request": [count]}
        giving = asyncio.create_task(secretary.give(MEETING, "record-point", body, key=key))
        for _ in range(2):
            await tried.acquire()  # so the first try found nobody
        async with serving(folder, port):
            answer = await giving
            again = await secretary.give(MEETING, "record-point", body, key=key)
            assert again == answer
            rows = (await secretary.view(MEETING, min_position=answer["position"]))["rows"]
            assert [row["text"] for row in rows.values() if row["type"] == "point"].count("En gang.") == 1
        with pytest.raises(Unreachable):
            await secretary.give(MEETING, "record-point", body, key=key)


# --- put back from a copy ---------------------------------------------------------------------------------------------


async def test_a_log_put_back_resets_open_pages_under_a_new_epoch(folder: Path) -> None:
    async with serving(folder) as served:
        house = served.house
        store, copy = files_of(house.settings), folder / "copy"
        databases = store.log, store.keys
        keep_copy(*databases, copy)
        async with served.line("member") as line, following(served) as follower:
            await line.sub()
            lost = await served.say("Findes snart ikke mere.")
            await line.until_position(lost.position)
            await follower.until(["Findes snart ikke mere."])
            since, epoch = line.topics[MEETING].cursor, house.epoch

            line.heard.clear()
            await house.begin_again(lambda: put_back(*databases, copy))
            await line.until("sync")
            assert [message["op"] for message in line.heard] == ["reset", "snap", "sync"]
            assert line.heard[0]["reason"] == "epoch"
            assert house.epoch != epoch
            assert line.points() == []
            await follower.until([])

            again = await served.say("Sagt på ny.")
            await line.until_position(again.position)
            await follower.until(["Sagt på ny."])
            assert line.points() == ["Sagt på ny."]
        # Who was away comes back with a cursor of the other life, and signs in as before.
        async with served.line("chair") as line:
            ok = await line.sub(since=since)
            assert ok["mode"] == "snapshot"
            assert "reset" in [message["op"] for message in line.heard]
            assert line.points() == ["Sagt på ny."]
        async with served.browser("member") as browser:
            rows = (await browser.get(f"/v1/{MEETING}")).json()["rows"]
            assert any(row.get("text") == "Sagt på ny." for row in rows.values())
