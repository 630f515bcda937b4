"""What is lost is named to who held it, and to nobody else; what came after is not named at all."""

import pytest

from tests.projections.aadal import MEETING
from tests.projections.closed_item import OPENED, RECUSED, SHUT
from tests.realtime.page import Message, Page
from tests.realtime.under_way import under_way


def accesses(page: Page) -> list[Message]:
    return [each for each in page.messages if each["op"] == "access" and each["topic"] == MEETING]


async def test_when_doors_are_shut_those_outside_are_told_which_rows_to_forget_and_those_inside_keep_theirs() -> None:
    async with under_way() as meeting:
        outside, inside = meeting.open("observer"), meeting.open("member")
        await meeting.say("Ikke for alle.")
        held = {key for key in outside.rows(MEETING) if "/point/" in key}
        outside.clear()
        inside.clear()
        await meeting.give(SHUT)
        (access,) = accesses(outside)
        assert held <= set(access["lost"])
        assert not held & set(outside.rows(MEETING)), "and what follows does not hold them"
        for told in accesses(inside):
            assert not held & set(told.get("lost") or ())


async def test_what_is_gained_is_named_too() -> None:
    async with under_way() as meeting:
        await meeting.give(SHUT)
        await meeting.say("Bag lukkede døre.")
        outside = meeting.open("observer")
        outside.clear()
        await meeting.give(OPENED)
        (access,) = accesses(outside)
        assert set(access["gained"]) & set(outside.rows(MEETING))


async def test_nothing_is_named_that_was_not_held() -> None:
    """The event that takes the right may bring rows as well: they are for those who stay."""
    async with under_way() as meeting:
        page = meeting.open("recused")
        held = set(page.rows(MEETING))
        page.clear()
        await meeting.give(RECUSED)
        (access,) = accesses(page)
        assert access["lost"]
        assert set(access["lost"]) <= held


async def test_rows_beyond_what_can_be_named_are_lost_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("realtime.access.LOST_KEYS_MAX", 0)
    async with under_way() as meeting:
        page = meeting.open("recused")
        page.clear()
        await meeting.give(RECUSED)
        (access,) = accesses(page)
        assert "lost" not in access
        assert page.ops(MEETING) == ["access", "reset", "snap", "sync"]


async def test_who_does_not_read_is_told_by_the_reset_that_takes_everything() -> None:
    async with under_way() as meeting:
        page = meeting.open("recused")
        page.clear()
        page.parked = True
        await meeting.give(RECUSED)
        page.parked = False
        meeting.hub.resume(page)
        assert page.ops(MEETING) == ["reset", "snap", "sync"]
