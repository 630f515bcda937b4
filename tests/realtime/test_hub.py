"""The hub: one encoding for everyone who sees the same, nothing lost and nothing doubled, nobody waited for."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from domain.policy import Mask
from eventstore.log import Log
from realtime.audience import EMPTY_MS_MAX
from realtime.frames import snapshot_frames
from tests.projections.aadal import CAST, FUND, MEETING
from tests.projections.closed_item import STORY
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory, Writing
from tests.realtime.under_way import said, under_way


class Counting(RecordInMemory):
    """Counts what is shown."""

    def __init__(self, kept_log: Log) -> None:
        super().__init__(kept_log)
        self.changes_shown = 0
        self.snapshots_shown = 0

    def snapshot(self, topic: str, mask: Mask, opened: Any = None) -> dict[str, Any]:
        self.snapshots_shown += 1
        return super().snapshot(topic, mask)

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Any = None) -> dict[str, Any]:
        self.changes_shown += 1
        return super().shown(topic, mask, rows)


# --- encode once ------------------------------------------------------------------------------------------------------


async def test_a_change_is_shown_and_encoded_once_for_each_audience() -> None:
    async with under_way(Counting) as meeting:
        record = meeting.record
        assert isinstance(record, Counting)
        insiders = [meeting.open(part) for part in ("chair", "member", "recused") for _ in range(5)]
        outsiders = [meeting.open(part) for part in ("administrator", "auditor") for _ in range(5)]
        assert record.snapshots_shown == 2
        for page in (*insiders, *outsiders):
            page.clear()
        await meeting.say("Fælles.")
        assert record.changes_shown == 2
        (frame,) = insiders[0].frames
        assert all(page.frames[0] is frame for page in insiders)
        (other,) = outsiders[0].frames
        assert all(page.frames[0] is other for page in outsiders)
        assert frame is not other
        assert record.snapshots_shown == 2


async def test_those_who_join_between_two_changes_are_sent_the_same_snapshot() -> None:
    async with under_way(Counting) as meeting:
        record = meeting.record
        assert isinstance(record, Counting)
        first = meeting.open("member")
        await meeting.say("Før de kom.")
        joined = [meeting.open("member") for _ in range(50)]
        snapshots = {id(page.frames[0]) for page in joined}
        assert len(snapshots) == 1
        assert record.snapshots_shown == 1, "what an audience holds is known"
        assert all(page.rows(MEETING) == first.rows(MEETING) for page in joined)


async def test_a_snapshot_is_encoded_once_for_each_topic_audience_and_position(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[tuple[str, int]] = []

    def counting(topic: str, pos: int, *more: Any) -> tuple[bytes, ...]:
        encoded.append((topic, pos))
        return snapshot_frames(topic, pos, *more)

    monkeypatch.setattr("realtime.audience.snapshot_frames", counting)
    async with under_way() as meeting:
        for expected in (2, 4, 6):
            for _ in range(20):
                meeting.open("member")
                meeting.open("observer")
            assert len(encoded) == expected, "by one for each audience, however many come"
            await meeting.say(f"Noget nyt {expected}.")
        assert len(encoded) == 6, "nobody came, so nothing was encoded"
        assert {topic for topic, _ in encoded} == {MEETING}
        assert len({pos for _, pos in encoded}) == 3


async def test_the_log_is_read_once_for_all_who_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the tail, whoever and however many follow: what they are sent, live or again, is read for nobody alone."""
    async with under_way() as meeting:
        reads: list[str] = []

        def counted(name: str, read: Any) -> Any:
            def noted(*how: Any, **more: Any) -> Any:
                reads.append(name)
                return read(*how, **more)

            return noted

        for name in ("page", "read"):
            monkeypatch.setattr(meeting.log, name, counted(name, getattr(meeting.log, name)))
        pages = [meeting.open(part) for part in ("member", "chair", "observer") for _ in range(30)]
        since = [meeting.close(page) for page in pages]
        other = Writing(meeting.log)
        await other.give(STORY, said("Skrevet af en anden proces."))
        await other.close()
        assert reads == []
        meeting.record.tail.look()
        assert reads == ["page", "page"], "one that finds it, and one that finds no more"
        for page, cursor in zip(pages, since, strict=True):
            meeting.follow(page, cursor)
            assert meeting.points(page) == ["Skrevet af en anden proces."]
        assert reads == ["page", "page"]


# --- heartbeats, and what is let go -----------------------------------------------------------------------------------


async def test_a_heartbeat_names_the_last_change_of_every_topic_that_is_followed() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        meeting.follow(page, topic=FUND)
        idle = Page(CAST["member"])
        meeting.hub.connect(idle)
        before = meeting.record.head
        await meeting.say("Noget nyt.")
        for each in (page, idle):
            each.clear()
        meeting.hub.heartbeat(1_234)
        (beat,) = page.messages
        assert (beat["op"], beat["t"], beat["heads"]) == ("hb", 1_234, {MEETING: meeting.record.head, FUND: before})
        assert [message["heads"] for message in idle.messages] == [{}], "who follows nothing is kept alive, too"


async def test_a_heartbeat_tells_a_client_that_it_missed_something() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        lost = deepcopy(page.topics[MEETING])
        await meeting.say("Gik tabt.")
        page.clear()
        meeting.hub.heartbeat(0)
        (beat,) = page.messages
        with pytest.raises(LookupError):
            lost.apply(beat)
        assert not lost.apply(beat | {"heads": {MEETING: lost.position}})


async def test_a_ring_waits_for_its_readers_and_is_let_go_in_the_end() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = meeting.close(page)
        await meeting.say("Misset.")
        meeting.hub.heartbeat(0)
        meeting.hub.heartbeat(EMPTY_MS_MAX)
        assert meeting.hub.follow(Page(CAST["member"]), MEETING, since) == "resumed"
        meeting.hub.disconnect(next(iter(meeting.hub._following)))
        meeting.hub.heartbeat(1_000_000)
        meeting.hub.heartbeat(1_000_000 + EMPTY_MS_MAX + 1)
        assert not meeting.hub._topics
        late = Page(CAST["member"])
        late.topics = page.topics
        meeting.follow(late, since)
        assert late.ops(MEETING) == ["rows", "sync"], "the rows themselves are never let go"
        assert meeting.points(late) == ["Misset."]


# --- what goes wrong --------------------------------------------------------------------------------------------------


class Failing(RecordInMemory):
    """Cannot show changed rows while it is broken."""

    broken = False

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Any = None) -> dict[str, Any]:
        if self.broken:
            raise RuntimeError("cannot be shown")
        return super().shown(topic, mask, rows)


async def test_what_cannot_be_shown_keeps_nobody_from_their_answer_and_lets_everyone_begin_again() -> None:
    async with under_way(Failing) as meeting:
        assert isinstance(meeting.record, Failing)
        page = meeting.open("member")
        meeting.record.broken = True
        await meeting.say("Svaret kommer.")
        assert page.failed
        assert meeting.hub.topics_of(page) == ()
        meeting.record.broken = False
        again = meeting.open("member")
        await meeting.say("Og det næste.")
        assert meeting.points(again) == ["Svaret kommer.", "Og det næste."]


async def test_a_log_put_back_from_a_copy_is_shown_anew_to_everyone() -> None:
    async with under_way() as meeting, under_way() as earlier:
        page, slow = meeting.open("member"), meeting.open("observer")
        await meeting.say("Findes ikke mere.")
        page.clear()
        slow.clear()
        slow.parked = True
        meeting.hub.begin_again(earlier.record)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert page.messages[0]["reason"] == "epoch"
        assert meeting.points(page) == []
        assert slow.frames == []
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["reset", "snap", "sync"]
