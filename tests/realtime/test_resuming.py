"""Whoever comes back has everything: from the ring, by the rows that changed, or anew; nothing lost and nothing doubled."""

from copy import deepcopy
from typing import Any

import msgspec
import pytest

from domain import party
from domain.policy import Mask
from projections.reading import NOTHING_CLOSED
from realtime.audience import profile_of
from realtime.hub import Hub
from realtime.ring import FRAMES_MAX
from stories.story import Step
from tests.projections.aadal import MEETING
from tests.projections.closed_item import PLACE_REDACTED, RECUSED, RENAMED, SHUT, STORY
from tests.realtime.record_in_memory import RecordInMemory
from tests.realtime.under_way import under_way

REGISTERED = Step(
    at="",
    by="administrator",
    to="dk/party/tilkommen",
    command=party.Register(name="Tilkommen", party_kind=party.PartyKind.EXTERNAL),
)
"""Nothing of the meeting."""
MANY = [f"ytring {n}" for n in range(FRAMES_MAX + 20)]
"""More than a ring holds."""


class Verbose(RecordInMemory):
    """Many rows more were here once."""

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        held = super().held(topic, mask, since)
        assert held is not None
        return held | {f"gone/{n}/{'x' * 200}": {"text": "x"} for n in range(2_000)}


class Asked(RecordInMemory):
    """Counts how often rows are asked for."""

    asked = 0

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        self.asked += 1
        return super().held(topic, mask, since)


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
        pytest.param(FRAMES_MAX, ["rows"] * FRAMES_MAX + ["sync"], id="as far as the ring goes"),
        pytest.param(FRAMES_MAX + 1, ["rows", "rows", "sync"], id="one further, by the rows that changed"),
    ],
)
async def test_who_missed_more_than_the_ring_holds_is_sent_the_rows_that_changed(missed: int, ops: list[str]) -> None:
    async with under_way() as meeting:
        meeting.open("member")
        page = meeting.open("chair")
        since = meeting.close(page)
        await meeting.say(*MANY[:missed])
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ops
        assert meeting.points(page) == MANY[:missed]


async def test_who_missed_more_than_there_is_to_show_begins_again() -> None:
    """The same rows again and again, and others that are gone: to show all is shorter."""
    async with under_way(Verbose) as meeting:
        meeting.open("member")
        page = meeting.open("chair")
        since = meeting.close(page)
        await meeting.say(*MANY)
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert page.messages[0]["reason"] == "lag"
        assert meeting.points(page) == MANY


async def test_something_unsettled_while_a_reader_was_away_shows_the_topic_anew() -> None:
    async with under_way() as meeting:
        meeting.open("member")
        page = meeting.open("chair")
        since = meeting.close(page)
        await meeting.give(RENAMED)
        await meeting.say(*MANY)
        page.clear()
        meeting.follow(page, since)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
        assert meeting.points(page) == MANY


async def test_the_rows_that_lead_on_are_made_once_for_all_who_come_from_there() -> None:
    async with under_way(Asked) as meeting:
        record = meeting.record
        assert isinstance(record, Asked)
        meeting.open("member")
        pages = [meeting.open("chair") for _ in range(20)]
        since = [meeting.close(page) for page in pages]
        await meeting.say(*MANY)
        for page, cursor in zip(pages, since, strict=True):
            page.clear()
            assert meeting.hub.follow(page, MEETING, cursor) == "resumed"
            meeting.hub.bring(page, MEETING)
        await meeting.say("Og videre.")
        late = pages.pop()
        meeting.hub.disconnect(late)
        late.clear()
        late.topics[MEETING] = deepcopy(pages[0].topics[MEETING])
        meeting.follow(late, since[0])
        assert late.ops(MEETING) == ["rows", "rows", "rows", "sync"], "what happened since comes from the ring"
        assert record.asked == 1
        assert all(page.frames[0] is pages[0].frames[0] for page in pages)
        assert all(meeting.points(page) == [*MANY, "Og videre."] for page in pages)


@pytest.mark.parametrize("change", [{"epoch": "another"}, {"position": 10_000}], ids=["another life", "the future"])
async def test_a_cursor_of_another_life_of_the_log_leads_nowhere(change: dict[str, Any]) -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = msgspec.structs.replace(meeting.close(page), **change)
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


async def test_who_lacks_nothing_up_to_where_the_ring_begins_goes_on_by_it() -> None:
    """After a restart: something happened meanwhile that they see nothing of, and then something that they see."""
    async with under_way() as meeting:
        pages = [meeting.open("member") for _ in range(2)]
        sinces = [meeting.close(page) for page in pages]
        await meeting.give(REGISTERED)
        meeting.hub = Hub(meeting.record)
        meeting.record.tail.listeners.append(meeting.hub.publish)
        meeting.follow(pages[0], sinces[0])
        await meeting.say("Sagt siden.")
        meeting.follow(pages[1], sinces[1])
        assert [meeting.points(page) for page in pages] == [["Sagt siden."]] * 2
        assert "reset" not in pages[1].ops(MEETING)


async def test_who_was_told_of_more_by_another_process_goes_on_at_one_that_has_not_heard_of_it_yet() -> None:
    async with under_way() as meeting:
        elsewhere = RecordInMemory(meeting.log)
        elsewhere.tail.look()
        hub = Hub(elsewhere)
        elsewhere.tail.listeners.append(hub.publish)
        page = meeting.open("member")
        await meeting.say("Sagt her.")
        since = meeting.close(page)
        assert since.position > elsewhere.head, "it has not heard"
        page.clear()
        assert hub.follow(page, MEETING, since) == "resumed"
        hub.bring(page, MEETING)
        assert page.ops(MEETING) == ["sync"]
        assert meeting.points(page) == ["Sagt her."]


async def test_who_goes_on_where_a_text_is_gone_before_its_redaction_is_heard_of_is_shown_without_it() -> None:
    """Another process carried it out, and destroyed the key, a moment ago."""
    async with under_way() as meeting:
        await meeting.give(_REDACTION_ASKED)
        elsewhere = RecordInMemory(meeting.log)
        elsewhere.tail.look()
        hub = Hub(elsewhere)
        elsewhere.tail.listeners.append(hub.publish)
        page = meeting.open("member")
        since = meeting.close(page)
        assert page.rows(MEETING)["meeting"]["place"] == "Rådhuset"
        await meeting.give(PLACE_REDACTED)
        assert hub.follow(page, MEETING, since) == "resumed"
        hub.bring(page, MEETING)
        assert page.rows(MEETING)["meeting"]["place"] == "Rådhuset", "nobody here has heard of it"
        elsewhere.tail.look()
        assert page.rows(MEETING)["meeting"]["place"] is None


async def test_who_held_a_text_that_this_process_showed_to_nobody_at_its_redaction_is_shown_without_it() -> None:
    """Its key was gone before the event came, so the redaction changed nothing that this process showed; but it did elsewhere."""
    async with under_way() as meeting:
        await meeting.give(_REDACTION_ASKED)
        elsewhere = RecordInMemory(meeting.log)
        elsewhere.tail.look()
        hub = Hub(elsewhere)
        elsewhere.tail.listeners.append(hub.publish)
        page, other = meeting.open("member"), meeting.open("member")
        since = meeting.close(page)
        other.clear()
        assert page.rows(MEETING)["meeting"]["place"] == "Rådhuset"
        await meeting.give(PLACE_REDACTED)
        hub.follow(other, MEETING, None)
        hub.bring(other, MEETING)
        assert other.rows(MEETING)["meeting"]["place"] is None, "gone, and nobody here has heard why"
        elsewhere.tail.look()
        page.clear()
        hub.follow(page, MEETING, since)
        hub.bring(page, MEETING)
        assert page.rows(MEETING)["meeting"]["place"] is None
        assert page.ops(MEETING) == ["reset", "snap", "sync"]


_REDACTION_ASKED = next(step for step in STORY.steps if step.to == PLACE_REDACTED.to)
