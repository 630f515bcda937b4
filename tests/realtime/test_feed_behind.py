"""Whoever is slow, far behind, or follows what is large is told everything all the same; and nobody waits for it."""

import asyncio
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import msgspec
import pytest

from domain.kernel import Recorded
from eventstore.cursor import FEED, Cursor, read_cursor
from eventstore.log import Log
from projections.sight import Opened
from realtime import feed as feed_module
from realtime import onlookers
from realtime.hub import Hub
from realtime.messages import FRAME_BYTES_MAX
from tests.projections.aadal import CAST
from tests.projections.closed_item import SHUT
from tests.realtime.page import messages_in
from tests.realtime.reader import Reader, expected, follow
from tests.realtime.record_in_memory import RecordInMemory
from tests.realtime.under_way import under_way

# --- slow, large, and far behind --------------------------------------------------------------------------------------


async def test_who_does_not_read_is_told_everything_when_it_does() -> None:
    async with under_way() as meeting:
        slow, quick = follow(meeting, "member"), follow(meeting, "member")
        slow.parked = True
        await meeting.say("Et.", "To.")
        await meeting.give(SHUT)
        await meeting.say("Tre.")
        await meeting.hub.feed.catch_up()
        assert slow.events == []
        slow.parked = False
        meeting.hub.resume(slow)
        await meeting.hub.feed.catch_up()
        assert slow.events == quick.events
        assert len(slow.events) >= 4


class Slow(RecordInMemory):
    """Its log is read when the test lets it."""

    def __init__(self, kept_log: Log) -> None:
        super().__init__(kept_log)
        self.may_read = Event()
        self.reads = 0

    def page(self, after: int, limit: int) -> list[Recorded]:
        self.reads += 1
        assert self.may_read.wait(60)
        return super().page(after, limit)


async def test_nobody_waits_for_whoever_is_read_for() -> None:
    async with under_way(Slow) as meeting:
        record = meeting.record
        assert isinstance(record, Slow)
        quick, behind = follow(meeting, "chair"), follow(meeting, "member", "start")
        serving = asyncio.create_task(meeting.hub.feed.run())
        while not record.reads:
            await asyncio.sleep(0)
        quick.clear()
        await meeting.say("Straks.")
        assert (quick.ops, behind.ops) == (["evs"], [])
        record.may_read.set()
        while "sync" not in behind.ops:
            await asyncio.sleep(0)
        assert behind.events == expected(record, behind.person)
        serving.cancel()


def noting(order: list[str], part: str, send: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """A way to send that notes who was sent something."""

    def sent(frame: bytes) -> None:
        order.append(part)
        send(frame)

    return sent


async def test_those_behind_are_served_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "SLICE_EVENTS", 5)
    monkeypatch.setattr(feed_module, "SLICE_S", 60)  # a turn ends by its events, however busy the machine is
    async with under_way() as meeting:
        order: list[str] = []
        for part in ("chair", "member", "observer"):
            reader = follow(meeting, part, "start")
            reader.send = noting(order, part, reader.send)  # type: ignore[method-assign,assignment]
        await meeting.hub.feed.catch_up()
        assert order[:6] == ["chair", "member", "observer"] * 2


async def test_whoever_is_just_behind_is_not_read_for() -> None:
    async with under_way(Slow) as meeting:
        record = meeting.record
        assert isinstance(record, Slow)
        record.may_read.set()
        since = follow(meeting, "member").cursor
        await meeting.say(*(f"{n}" for n in range(60)))
        reader = follow(meeting, "member", since)
        await meeting.hub.feed.catch_up()
        assert (len(reader.events), record.reads) == (60, 0)
        late = follow(meeting, "member", "start")
        await meeting.hub.feed.catch_up()
        assert record.reads > 0, "the control"
        assert late.events[-60:] == reader.events


async def test_a_log_that_cannot_be_read_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "AGAIN_S", 0)
    async with under_way() as meeting:
        page = meeting.record.page
        failed: list[int] = []

        def failing(after: int, limit: int) -> list[Recorded]:
            if len(failed) < 3:
                failed.append(after)
                raise OSError("the disk is full")
            return page(after, limit)

        monkeypatch.setattr(meeting.record, "page", failing)
        reader = follow(meeting, "member", "start")
        serving = asyncio.create_task(meeting.hub.feed.run())
        while "sync" not in reader.ops:
            await asyncio.sleep(0)
        assert (reader.events, len(failed)) == (expected(meeting.record, reader.person), 3)
        serving.cancel()


async def test_an_event_that_cannot_be_told_ends_one_line_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    async with under_way() as meeting:
        sights = meeting.record.sights

        def failing(person: str, opened: Opened) -> Any:
            if person == CAST["chair"]:
                raise RuntimeError("cannot be told")
            return sights(person, opened)

        monkeypatch.setattr(meeting.record, "sights", failing)
        broken, whole = follow(meeting, "chair", "start"), follow(meeting, "member", "start")
        await meeting.hub.feed.catch_up()
        assert (broken.failed, whole.failed) == (True, False)
        assert whole.events == expected(meeting.record, whole.person)


async def test_a_large_transaction_is_told_in_frames_and_a_larger_event_by_its_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(onlookers, "FRAME_BYTES_MAX", 2_000)
    async with under_way() as meeting:
        reader = follow(meeting, "member")
        await meeting.say("x" * 3_000, "kort")
        large, small = reader.events
        whole = expected(meeting.record, reader.person, meeting.record.head - 2)
        assert small == whole[1]
        assert "data" not in large
        assert large == {key: value for key, value in whole[0].items() if key in large} | {"dataref": large["dataref"]}
        cursor = read_cursor(large["dataref"].removeprefix("/v1/changes?after=").removesuffix("&limit=1"))
        assert cursor == Cursor(meeting.record.epoch, FEED, meeting.record.head - 2)
        behind = follow(meeting, "member", "start")
        await meeting.hub.feed.catch_up()
        assert all(len(frame) < 2_400 for frame in _frames(behind))
        assert [each["id"] for each in behind.events] == [
            each["id"] for each in expected(meeting.record, reader.person)
        ]
    assert FRAME_BYTES_MAX == 64 * 1024


def _frames(reader: Reader) -> Iterator[bytes]:
    for frames in reader.frames:
        for message in messages_in(frames):
            yield msgspec.json.encode(message)


async def test_a_log_put_back_from_a_copy_is_told_from_its_beginning() -> None:
    async with under_way() as meeting, under_way() as earlier:
        reader = follow(meeting, "member")
        await meeting.say("Findes ikke mere.")
        meeting.hub.begin_again(earlier.record)
        await meeting.hub.feed.catch_up()
        assert reader.ops[-1] == "sync"
        assert "reset" in reader.ops
        assert reader.events == expected(earlier.record, reader.person)


async def test_who_was_told_of_more_by_another_process_is_told_nothing_again_at_one_that_has_not_heard_of_it() -> None:
    async with under_way() as meeting:
        elsewhere = RecordInMemory(meeting.log)
        elsewhere.tail.look()
        hub = Hub(elsewhere)
        elsewhere.tail.listeners.append(hub.publish)
        reader = follow(meeting, "member")
        await meeting.say("Sagt her.")
        assert reader.position > elsewhere.head, "it has not heard"
        meeting.hub.disconnect(reader)
        reader.clear()
        assert hub.feed.follow(reader, reader.cursor) == "resumed"
        hub.feed.bring(reader)
        assert reader.ops == ["sync"]
