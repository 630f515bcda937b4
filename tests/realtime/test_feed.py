"""The topic `changes`: every event a reader may see, once and in order, from any cursor; by today's rights."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from domain.meeting.discussion import PointRecorded
from eventstore.cursor import FEED, Cursor, read_cursor
from projections.feed_filter import read_filter
from realtime import feed as feed_module
from realtime.hub import Hub
from realtime.onlookers import CHANGES
from stories.story import Story
from tests.projections import closed_item, minuted, second_meeting
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import RECUSED, SHUT
from tests.projections.test_one_fold_three_uses import readers
from tests.realtime.page import messages_in
from tests.realtime.reader import Reader, Told, expected, follow
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.realtime.under_way import under_way

POINT = PointRecorded.tag
PARTS = ("secretary", "chair", "member", "recused", "observer", "auditor", "neighbour", "administrator")


# --- as it happens ----------------------------------------------------------------------------------------------------


async def test_those_of_equal_sight_are_told_by_one_frame_and_others_by_another() -> None:
    async with under_way() as meeting:
        insiders = [follow(meeting, part) for part in ("chair", "chair", "chair")]
        observers = [follow(meeting, "observer") for _ in range(3)]
        for reader in (*insiders, *observers):
            assert reader.ops == ["sync"]
            reader.clear()
        await meeting.say("Til alle.")
        for group in (insiders, observers):
            assert [reader.ops for reader in group] == [["evs"]] * 3
            assert all(reader.frames[0] is group[0].frames[0] for reader in group)
            assert group[0].events == expected(meeting.record, group[0].person, meeting.record.head - 1)
        assert insiders[0].frames[0] is not observers[0].frames[0]


async def test_who_may_not_see_an_event_hears_nothing_of_it_until_its_cursor_goes_on_with_the_heartbeat() -> None:
    async with under_way() as meeting:
        observer, member = follow(meeting, "observer"), follow(meeting, "member")
        await meeting.give(SHUT)
        await meeting.hub.feed.catch_up()
        for reader in (observer, member):
            reader.clear()
        before = observer.position
        await meeting.say("For lukkede døre.")
        assert (observer.ops, member.ops) == ([], ["evs"])
        meeting.hub.heartbeat(0)
        assert observer.ops == ["sync", "hb"]
        assert (observer.position, observer.position > before) == (meeting.record.head, True)
        meeting.hub.heartbeat(0)
        assert observer.ops == ["sync", "hb", "hb"], "once is enough"
        assert member.ops == ["evs", "hb", "hb"], "the control: who was told needs no word more"


async def test_what_a_right_showed_until_it_was_withdrawn_is_told_and_nothing_after() -> None:
    async with under_way() as meeting:
        recused, chair = follow(meeting, "recused"), follow(meeting, "chair")
        for reader in (recused, chair):
            reader.clear()
        await meeting.say("Før.")
        seen = len(recused.events)
        await meeting.give(RECUSED)
        await meeting.say("Efter.")
        await meeting.hub.feed.catch_up()
        texts = [each["data"]["event"].get("point", {}).get("text") for each in recused.events]
        assert seen == 1
        assert recused.events == expected(meeting.record, recused.person, recused.events[0]["data"]["position"] - 1)
        assert chair.events == expected(meeting.record, chair.person, recused.events[0]["data"]["position"] - 1)
        assert "Før." in texts


@pytest.mark.parametrize(
    "story", [closed_item.STORY, minuted.STORY, second_meeting.STORY], ids=lambda story: story.name
)
async def test_every_event_of_a_story_is_told_by_the_rights_of_its_moment(story: Story) -> None:
    kept_log = await played(story)
    record = RecordInMemory(kept_log)
    hub = Hub(record)
    record.tail.listeners.append(hub.publish)
    telling = {person: Reader(person) for person in readers(story)}
    for reader in telling.values():
        hub.feed.follow(reader, None)
        hub.bring(reader, CHANGES)
    told: dict[str, list[Told]] = {person: [] for person in telling}
    for transaction in transactions(kept_log):
        record.tail.feed(transaction)
        await hub.feed.catch_up()
        for person in telling:
            told[person] += expected(record, person, transaction[0].position - 1)
    assert {person: reader.events for person, reader in telling.items()} == told
    lengths = {len(events) for events in told.values()}
    assert len(lengths) > 2, "the control: they do not all see the same"
    kept_log.close()


# --- from any cursor --------------------------------------------------------------------------------------------------


async def test_whoever_comes_back_from_any_cursor_is_told_all_that_it_missed() -> None:
    async with under_way() as meeting:
        for part in PARTS:
            for since in range(0, meeting.record.head + 1, 7):
                reader = follow(meeting, part, Cursor(meeting.record.epoch, FEED, since).text())
                await meeting.hub.feed.catch_up()
                assert reader.events == expected(meeting.record, reader.person, since)
                assert (reader.ops[-1], reader.position) == ("sync", meeting.record.head)
                meeting.hub.disconnect(reader)


async def test_a_cursor_from_the_middle_of_a_replay_leads_on_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "SLICE_EVENTS", 7)
    async with under_way() as meeting:
        whole = follow(meeting, "member", "start")
        await meeting.hub.feed.catch_up()
        assert whole.ops.count("evs") > 3
        cursors = [message["cursor"] for frame in whole.frames for message in messages_in(frame)]
        for cursor in cursors:
            reader = follow(meeting, "member", cursor)
            await meeting.hub.feed.catch_up()
            found = read_cursor(cursor)
            assert found is not None
            assert reader.events == expected(meeting.record, reader.person, found.position)


@pytest.mark.parametrize("change", [{"epoch": "another"}, {"position": 10_000}], ids=["another life", "the future"])
async def test_a_cursor_of_another_life_of_the_log_begins_again(change: dict[str, Any]) -> None:
    async with under_way() as meeting:
        cursor = msgspec.structs.replace(Cursor(meeting.record.epoch, FEED, 5), **change)
        reader = follow(meeting, "member", cursor.text())
        await meeting.hub.feed.catch_up()
        assert reader.ops[0] == "reset"
        assert reader.events == expected(meeting.record, reader.person)


async def test_a_cursor_of_a_view_is_none_of_the_feeds() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        assert meeting.hub.feed.follow(Reader(CAST["member"]), page.topics[MEETING].cursor) is None
        assert meeting.hub.feed.follow(Reader(CAST["member"]), "vrøvl") is None


@pytest.mark.parametrize(
    ("topics", "types"),
    [((MEETING,), ()), (("dk",), ()), ((), (POINT,)), ((MEETING,), (POINT, "meeting.opened"))],
)
async def test_a_filter_lets_through_what_was_asked_for_and_the_cursor_goes_on_over_the_rest(
    topics: tuple[str, ...], types: tuple[str, ...]
) -> None:
    async with under_way() as meeting:
        of = read_filter(topics, types)
        reader = follow(meeting, "member", "start", of)
        await meeting.hub.feed.catch_up()
        await meeting.say("Og nu.")
        meeting.hub.heartbeat(0)
        assert reader.events == expected(meeting.record, reader.person, of=of)
        assert reader.position == meeting.record.head
        assert reader.events or "dk" not in topics
        assert len(reader.events) < len(expected(meeting.record, reader.person))


# --- equal sight ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("story", [closed_item.STORY, second_meeting.STORY], ids=lambda story: story.name)
async def test_those_of_equal_sight_see_every_event_alike(story: Story) -> None:
    kept_log = await played(story)
    record = RecordInMemory(kept_log)
    alike, apart = 0, 0
    for transaction in transactions(kept_log):
        record.tail.feed(transaction)
        if not any(each.event.unsettles for each in transaction) or record.head % 3:
            continue
        groups: dict[str, list[str]] = {}
        for person in readers(story):
            groups.setdefault(record.sight_of(person), []).append(person)
        told: list[Sequence[Told]] = []
        for people in groups.values():
            first, *others = (expected(record, person) for person in people)
            assert all(other == first for other in others)
            alike += len(others)
            told.append(first)
        apart += sum(one != other for one in told for other in told)
    assert alike > 10
    assert apart > 10, "the control"
    kept_log.close()
