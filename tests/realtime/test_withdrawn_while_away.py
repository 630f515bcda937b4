"""A right that was withdrawn while somebody was slow, or away: what was sent meanwhile is not sent to them afterwards."""

import pytest

from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.doors import ShutDoors
from domain.meeting.floor import TakeUpItem
from domain.meeting.guests import InviteGuest
from realtime.audience import Audience
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import OPEN_ITEM
from tests.realtime.page import Page
from tests.realtime.test_closed_words import found, frames_of
from tests.realtime.under_way import UnderWay, under_way
from tests.realtime.wire import greeted, presences

TITLE = "Aftale om hyben"
WORD = "hyben"


async def give(meeting: UnderWay, part: str, command: Command) -> None:
    await meeting.give(Step(at="", by=part, to=MEETING, command=command))


async def shut_while_slow(meeting: UnderWay) -> Page:
    """An item that has a title and nothing else comes on the agenda, and its doors are shut; a slow reader comes after."""
    page = meeting.open("observer")
    page.clear()
    page.parked = True
    await give(meeting, "chair", AddItem(item="ny", number="8", title=TITLE))
    await give(meeting, "chair", ShutDoors(item="ny", reason="Person.", legal_basis="§ 4"))
    page.parked = False
    meeting.hub.resume(page)
    return page


async def test_a_slow_reader_is_not_sent_what_was_open_when_it_was_said() -> None:
    async with under_way() as meeting:
        page = await shut_while_slow(meeting)
        assert found([WORD], frames_of(page)) == set()
        assert page.rows(MEETING)["item/ny"]["shut"] is True


async def test_a_ring_that_was_kept_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(Audience, "forget", lambda self, upto=None: None if hasattr(self, "ring") else FORGET(self))
    async with under_way() as meeting:
        assert found([WORD], frames_of(await shut_while_slow(meeting))) == {WORD}


FORGET = Audience.forget


async def test_a_guest_who_lost_the_line_while_the_item_ran_is_sent_nothing_of_it_when_it_is_over() -> None:
    async with under_way() as meeting:
        await give(meeting, "chair", AddItem(item="ny", number="8", title="Andet"))
        await give(meeting, "secretary", InviteGuest(person=CAST["neighbour"], items=(OPEN_ITEM,)))
        page = meeting.open("neighbour")
        await meeting.say(f"Før, {WORD}.")
        assert found([WORD], frames_of(page)) == {WORD}, "while it runs"
        since = meeting.close(page)
        await meeting.say(f"Siden, {WORD}.")
        await give(meeting, "chair", TakeUpItem(item="ny"))
        back = meeting.open("neighbour", since=since)
        assert found([WORD], frames_of(back)) == set()
        assert meeting.points(back) == []


async def test_a_guest_is_not_told_who_has_the_page_open() -> None:
    async with under_way() as meeting:
        await give(meeting, "secretary", InviteGuest(person=CAST["neighbour"], items=(OPEN_ITEM,)))
        here = presences()
        guest, member = greeted(meeting, "neighbour", here), greeted(meeting, "member", here)
        told = guest.say("sub", id=1, topic=MEETING, presence=True)
        told += member.say("sub", id=1, topic=MEETING, presence=True)
        assert [each["op"] for each in told].count("pres") == 1, "the member"
        assert not [each for each in guest.received if each["op"] == "pres"]
