"""An extract of a closed item is published by the chair; of an open one there is none."""

import pytest

from domain.meeting.call import MeetingAdjourned
from domain.meeting.doors import DoorsShut, ExtractPublished, PublishExtract
from domain.text import said
from tests.domain.world import CHAIR, ITEM, MEETING, MEMBER, SECRETARY, WORLD, Fact, called, discussing, opened
from tests.given import given

SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Personsag."), legal_basis=said("§ 4"), title_closed=False),
)
PUBLISH = PublishExtract(item=ITEM, text="Forummet har godkendt en aftale.")
PUBLISHED = ExtractPublished(item=ITEM, number="3", text=said("Forummet har godkendt en aftale."))
ADJOURNED: Fact = (MEETING, MeetingAdjourned())


@pytest.mark.parametrize("meeting", [(*discussing(), SHUT), (*opened(), SHUT, ADJOURNED)], ids=["at it", "afterwards"])
def test_the_chair_publishes_an_extract_of_a_closed_item(meeting: tuple[Fact, ...]) -> None:
    given(*WORLD, *meeting).when(PUBLISH, to=MEETING, by=CHAIR).then(PUBLISHED)


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_nobody_else_publishes_one(by: str) -> None:
    given(*WORLD, *discussing(), SHUT).when(PUBLISH, to=MEETING, by=by).denied()


def test_there_is_no_extract_of_an_open_item() -> None:
    given(*WORLD, *called()).when(PUBLISH, to=MEETING).refused("meeting.doors-open", item=ITEM)


def test_an_extract_is_of_an_item_of_the_agenda() -> None:
    given(*WORLD, called()[0]).when(PUBLISH, to=MEETING).refused("meeting.item-unknown", item=ITEM)
