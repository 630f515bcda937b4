"""What a process tells of itself at `/metrics`: every figure of the page for operations, and each is moved by what it counts."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from klynge.figures import of_core
from realtime.closing import Close
from realtime.messages import MESSAGE_IN_BYTES_MAX
from realtime.onlookers import CHANGES
from realtime.standing import standing
from tests.projections.closed_item import STORY
from tests.realtime.page import Page, messages_in
from tests.realtime.record_in_memory import RecordInMemory, Writing
from tests.realtime.served import ANSWER_S, Served
from tests.realtime.under_way import said, under_way

PAGE = Path(__file__).parents[2] / "docs" / "operations" / "metrics.md"
Figures = dict[str, float]


def read(text: str) -> Figures:
    """`klynge_frames_out_total{op="hb"}` -> its value."""
    return {
        name: float(value) for name, _, value in (line.rpartition(" ") for line in text.splitlines() if line[0] != "#")
    }


async def figures(served: Served) -> Figures:
    async with httpx.AsyncClient(base_url=served.url) as client:
        return read((await client.get("/metrics")).text)


async def test_the_page_for_operations_tells_of_every_figure_and_of_no_other(served: Served) -> None:
    async with httpx.AsyncClient(base_url=served.url) as client:
        told = (await client.get("/metrics")).text
    named = re.findall(r"^\| (`.*?) \|", PAGE.read_text(), re.MULTILINE)
    assert re.findall(r"`(klynge_\w+)`", "\n".join(named)) == re.findall(r"^# TYPE (klynge_\w+) ", told, re.MULTILINE)


async def test_what_is_followed_and_sent_is_counted(served: Served) -> None:
    before = await figures(served)
    async with served.line("member") as line, served.line("chair") as other, served.line() as silent:
        await line.sub()
        await other.sub()
        await line.say("sub", id=9, topic=CHANGES)
        await line.until("sync")
        answer = await served.say("Talt med.")
        for each in (line, other):
            await each.until_position(answer.position)
        served.house.hub.heartbeat(0)
        now = await figures(served)
        assert now["klynge_head"] == before["klynge_head"] + 1
        assert (now["klynge_lag"], now["klynge_lag_seconds"]) == (0, 0)
        assert now["klynge_batches"] > before["klynge_batches"]
        assert (now["klynge_connections"], now["klynge_welcomed"]) == (3, 2)
        assert (now["klynge_topics"], now["klynge_audiences"]) == (1, 1)
        assert (now["klynge_ring_frames"], now["klynge_ring_bytes"] > 100, now["klynge_ring_age_seconds"] > 0) == (
            1,
            True,
            True,
        )
        sent = {
            op: now[f'klynge_frames_out_total{{op="{op}"}}'] for op in ("welcome", "ok", "snap", "rows", "evs", "hb")
        }
        assert sent == {"welcome": 2, "ok": 3, "snap": 2, "rows": 2, "evs": 1, "hb": 2}
        found = (f'klynge_wakeups_total{{by="{how}"}}' for how in ("own", "poll"))  # a look may come before it is told
        assert sum(now[each] - before[each] for each in found) == 1
        assert now['klynge_catch_ups_total{by="snapshot"}'] == 2
        await silent.socket.close()


async def test_the_bytes_that_are_counted_are_those_that_were_sent() -> None:
    async with under_way() as meeting:
        pages = [meeting.open(part) for part in ("member", "chair", "observer")]
        await meeting.say("Et.", "To.")
        meeting.hub.heartbeat(0)
        sent: dict[str, list[int]] = {}
        for page in pages:
            for frame in page.frames:
                (message,) = messages_in(frame)
                sent.setdefault(message["op"], []).append(len(frame))
        tally = meeting.hub.tally
        assert dict(tally.frames) == {op: len(sizes) for op, sizes in sent.items()}
        assert dict(tally.bytes) == {op: sum(sizes) for op, sizes in sent.items()}


async def test_catching_up_is_counted_by_what_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    async with under_way() as meeting:
        page, stays = meeting.open("member"), meeting.open("member")
        since = meeting.close(page)
        await meeting.say("Et.")
        meeting.follow(page, since)
        meeting.hub.disconnect(page)
        monkeypatch.setattr("realtime.ring.FRAMES_MAX", 1)
        await meeting.say("To.", "Tre.")
        meeting.follow(page, since)
        assert meeting.points(page) == meeting.points(stays)
        counts = meeting.hub.tally.catch_ups
        assert (counts["snapshot"], counts["rows"]) == (2, 1)
        assert counts["ring"] >= 1


async def test_who_does_not_read_is_counted_as_parked() -> None:
    async with under_way() as meeting:
        page, _ = meeting.open("member"), meeting.open("chair")
        assert (standing(meeting.hub).welcomed, standing(meeting.hub).parked) == (2, 0)
        page.parked = True
        assert (standing(meeting.hub).welcomed, standing(meeting.hub).parked) == (2, 1)


async def test_readers_of_the_feed_who_are_behind_are_counted_until_they_are_not() -> None:
    async with under_way() as meeting:
        page = Page("dk/person/member")
        meeting.hub.connect(page)
        meeting.hub.feed.follow(page, "start")
        meeting.hub.bring(page, CHANGES)
        assert meeting.hub.feed.behind == 1
        await meeting.hub.feed.catch_up()
        assert meeting.hub.feed.behind == 0
        assert meeting.hub.tally.catch_ups["log"] >= 1


async def test_closes_are_counted_by_code(served: Served) -> None:
    async with served.line("member") as line, served.line("chair") as other:
        for each in served.protocols():
            each._close(Close.SLOW_CONSUMER)
            each._close(Close.SLOW_CONSUMER)
        assert {await line.closed(), await other.closed()} == {int(Close.SLOW_CONSUMER)}
    assert (await figures(served))['klynge_closes_total{code="4102"}'] == 2, "each once"


async def test_what_is_written_here_is_counted_as_found_by_that() -> None:
    async with under_way() as meeting:
        found = dict(meeting.record.tail.found)
        await meeting.say("Skrevet her.")
        now = meeting.record.tail.found
        assert {how: now[how] - found[how] for how in found} == {"own": 1, "hint": 0, "poll": 0}


@pytest.mark.parametrize("by", ["hint", "poll"])
async def test_what_others_wrote_is_counted_by_how_it_was_found(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if by == "hint":
        monkeypatch.setattr("eventstore.tail.POLL_S", 60)
    async with under_way() as meeting:
        other = Writing(meeting.log)
        tail = RecordInMemory(meeting.log).tail
        running = asyncio.create_task(tail.run())
        await tail.wait_for(meeting.log.head, ANSWER_S)
        found = dict(tail.found)
        await other.give(STORY, said("Skrevet af en anden."))
        if by == "hint":
            tail.wake(meeting.log.head)
        assert await tail.wait_for(meeting.log.head, ANSWER_S)
        await asyncio.sleep(0)
        assert {how: tail.found[how] - found[how] for how in found} == {"own": 0, "hint": 0, "poll": 0} | {by: 1}
        running.cancel()
        await other.close()


async def test_a_process_that_stands_still_tells_how_far_behind_it_is(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = served.house.core
    monkeypatch.setattr(core.tail, "feed", lambda recorded: None)
    monkeypatch.setattr(core.tail, "look", lambda: None)
    writing = Writing(core.log)
    await writing.give(STORY, said("Ikke set her."))
    told = {figure.name: figure.values for figure in await of_core(core)}
    assert told["lag"] == 1
    assert isinstance(told["lag_seconds"], float)
    assert told["lag_seconds"] > 0
    await writing.close()


async def test_sockets_closed_by_the_rules_of_sockets_are_counted_too_and_those_that_clients_close_are_not(
    served: Served,
) -> None:
    async with served.line("member") as line:
        await line.socket.send("x" * (MESSAGE_IN_BYTES_MAX + 1))
        assert await line.closed() == 1009
    async with served.line("member") as line:
        await line.socket.close()
    assert dict(served.house.hub.tally.closes) == {"1009": 1}
