"""Whoever comes back, or reads on, has everything: from the ring, or from a snapshot; nothing lost and nothing doubled."""

import msgspec
import pytest

from domain.policy import Mask
from projections.reading import NOTHING_CLOSED
from realtime.audience import RING_FRAMES_MAX, profile_of
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import RECUSED, SHUT
from tests.realtime.page import Page
from tests.realtime.under_way import under_way

MANY = [f"ytring {n}" for n in range(RING_FRAMES_MAX + 20)]
"""More than a ring holds."""


@pytest.mark.parametrize("part", Mask.__struct_fields__)
def test_a_cursor_tells_apart_readers_who_may_see_other_things(part: str) -> None:
    """Else whoever came to see more, or less, would resume where the other left."""
    more = msgspec.structs.replace(NOTHING_CLOSED, **{part: frozenset({("aadal/meeting/m", "punkt")})})
    assert profile_of(more) != profile_of(NOTHING_CLOSED)


# --- resuming ---------------------------------------------------------------------------------------------------------


async def test_who_comes_back_soon_gets_what_they_missed_and_no_snapshot() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        await meeting.say("Hørt.")
        since = meeting.close(page)
        await meeting.say("Misset 1.", "Misset 2.")
        page.clear()
        assert meeting.hub.follow(page, MEETING, since) == "resumed"
        meeting.hub.bring(page, MEETING)
        assert page.ops(MEETING) == ["rows", "rows", "sync"]
        assert meeting.points(page) == ["Hørt.", "Misset 1.", "Misset 2."]
        await meeting.say("Igen med.")
        assert page.ops(MEETING)[3:] == ["rows"]
        assert meeting.points(page)[-1] == "Igen med."


async def test_who_missed_nothing_gets_nothing_but_the_end_of_catching_up() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = meeting.close(page)
        page.clear()
        assert meeting.hub.follow(page, MEETING, since) == "resumed"
        meeting.hub.bring(page, MEETING)
        assert page.ops(MEETING) == ["sync"]


@pytest.mark.parametrize(
    ("missed", "ops"),
    [
        pytest.param(RING_FRAMES_MAX, ["rows"] * RING_FRAMES_MAX + ["sync"], id="as far as the ring goes"),
        pytest.param(RING_FRAMES_MAX + 1, ["reset", "snap", "sync"], id="one further"),
    ],
)
async def test_who_missed_more_than_the_ring_holds_begins_again(missed: int, ops: list[str]) -> None:
    async with under_way() as meeting:
        meeting.open("member")
        page = meeting.open("chair")
        since = meeting.close(page)
        await meeting.say(*MANY[:missed])
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ops
        if "reset" in ops:
            assert page.messages[0]["reason"] == "lag"
        assert meeting.points(page) == MANY[:missed]


async def test_a_cursor_of_another_life_of_the_log_leads_nowhere() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = msgspec.structs.replace(meeting.close(page), epoch="another")
        page.clear()
        assert meeting.hub.follow(page, MEETING, since) == "snapshot"
        meeting.hub.bring(page, MEETING)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert page.messages[0]["reason"] == "epoch"


async def test_a_cursor_from_before_the_rights_changed_leads_nowhere() -> None:
    async with under_way() as meeting:
        page = meeting.open("recused")
        since = meeting.close(page)
        await meeting.give(RECUSED)
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert page.messages[0]["reason"] == "access"


async def test_a_cursor_ahead_of_the_record_leads_nowhere() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = msgspec.structs.replace(meeting.close(page), position=meeting.record.head + 1)
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]


async def test_doors_shut_while_a_reader_was_away_are_not_resumed_past() -> None:
    async with under_way() as meeting:
        page = meeting.open("observer")
        since = meeting.close(page)
        await meeting.give(SHUT)
        await meeting.say("For lukkede døre.")
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert meeting.points(page) == []


# --- slow readers -----------------------------------------------------------------------------------------------------


async def test_who_does_not_read_is_sent_nothing_and_then_everything() -> None:
    async with under_way() as meeting:
        slow, quick = meeting.open("member"), meeting.open("member")
        slow.clear()
        slow.parked = True
        await meeting.say("Et.", "To.", "Tre.")
        meeting.hub.heartbeat(0)
        assert slow.frames == []
        assert meeting.points(quick) == ["Et.", "To.", "Tre."]
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["rows", "rows", "rows", "sync"]
        assert slow.rows(MEETING) == quick.rows(MEETING)


async def test_who_does_not_read_for_longer_than_the_ring_holds_is_sent_a_snapshot() -> None:
    async with under_way() as meeting:
        slow, quick = meeting.open("member"), meeting.open("member")
        slow.clear()
        slow.parked = True
        await meeting.say(*MANY)
        assert slow.frames == []
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["reset", "snap", "sync"]
        assert slow.rows(MEETING) == quick.rows(MEETING)


async def test_who_does_not_read_is_not_even_told_that_a_topic_is_shown_anew() -> None:
    async with under_way() as meeting:
        slow = meeting.open("observer")
        slow.clear()
        slow.parked = True
        await meeting.say("Åbent.")
        await meeting.give(SHUT)
        await meeting.say("Lukket.")
        assert slow.frames == []
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["reset", "snap", "sync"]
        assert slow.rows(MEETING) == meeting.open("observer").rows(MEETING)


class Full(Page):
    """A page whose buffer is full after every frame but the last of a lot."""

    def send(self, frame: bytes) -> None:
        super().send(frame)
        self.parked = True


async def test_a_replay_stops_when_the_buffer_is_full_and_goes_on_from_there() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = meeting.close(page)
        await meeting.say("Et.", "To.", "Tre.")
        full = Full(CAST["member"])
        full.topics = page.topics
        meeting.follow(full, since)
        got = []
        while full.parked:
            got.append(full.ops(MEETING))
            full.clear()
            full.parked = False
            meeting.hub.resume(full)
        assert got == [["rows"], ["rows"], ["rows"], ["sync"]]
        assert meeting.points(full) == ["Et.", "To.", "Tre."]


async def test_who_joins_while_not_reading_is_sent_the_topic_when_it_reads() -> None:
    async with under_way() as meeting:
        page = Page(CAST["member"])
        page.parked = True
        meeting.follow(page)
        await meeting.say("Imens.")
        assert page.frames == []
        page.parked = False
        meeting.hub.resume(page)
        assert page.ops(MEETING) == ["snap", "sync"]
        assert meeting.points(page) == ["Imens."]
