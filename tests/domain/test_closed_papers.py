"""A closed paper on an open item: only those who may read what is closed are told that it is there."""

import pytest

from domain.kernel import Command
from domain.meeting.agenda import Attach, AttachmentAdded
from domain.meeting.attendance import Recused
from domain.meeting.call import MeetingAdjourned
from domain.meeting.closed_papers import AttachmentOpened, AttachmentShut, Grounds, OpenAttachment, ShutAttachment
from domain.meeting.doors import DoorsOpened, DoorsShut, OpenDoors, ShutDoors
from domain.meeting.guests import GuestInvited
from domain.meeting.moving import MeetingCancelled
from domain.policy import Mask, guest_mask_of, hides, hides_attachment
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
)
from tests.given import Record, given

PAPER = "notat"
ADDED: Fact = (MEETING, AttachmentAdded(item=ITEM, number="3", attachment=PAPER, name=said("Notat")))
SHUT: Fact = (
    MEETING,
    AttachmentShut(item=ITEM, number="3", attachment=PAPER, reason=said("Person."), legal_basis=said("§ 4")),
)
OPENED: Fact = (MEETING, AttachmentOpened(item=ITEM, number="3", attachment=PAPER, reason=said("Intet.")))
SHUT_IT = ShutAttachment(item=ITEM, attachment=PAPER, reason="Person.", legal_basis="§ 4")
OPEN_IT = OpenAttachment(item=ITEM, attachment=PAPER, reason="Intet.")
INSIDER = Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset())
OUTSIDE = Mask(insider_of=frozenset(), recused=frozenset())


def is_hidden(record: Record, mask: Mask) -> bool:
    return hides_attachment(record.see, MEETING, ITEM, PAPER, mask)


def test_a_paper_is_closed_when_it_is_attached() -> None:
    attach = Attach(item=ITEM, attachment=PAPER, name="Notat", shut=Grounds(reason="Person.", legal_basis="§ 4"))
    given(*WORLD, *called()).when(attach, to=MEETING, by=SECRETARY).then(ADDED[1], SHUT[1])


def test_the_chair_closes_a_paper_and_opens_it_again() -> None:
    record = given(*WORLD, *called(), ADDED)
    record.when(SHUT_IT, to=MEETING, by=CHAIR).then(SHUT[1])
    record.when(SHUT_IT, to=MEETING, by=CHAIR).then()
    record.when(OPEN_IT, to=MEETING, by=CHAIR).then(OPENED[1])
    record.when(OPEN_IT, to=MEETING, by=CHAIR).then()


def test_only_insiders_are_told_of_a_closed_paper_and_the_item_stays_open() -> None:
    record = given(*WORLD, *called(), ADDED)
    assert not is_hidden(record, OUTSIDE), "the control"
    record.happened(*SHUT)
    assert is_hidden(record, OUTSIDE)
    assert not is_hidden(record, INSIDER)
    assert not hides(record.see, MEETING, ITEM, OUTSIDE)
    assert not is_hidden(record.happened(*OPENED), OUTSIDE)


def test_an_open_paper_is_as_closed_as_its_item() -> None:
    doors = DoorsShut(item=ITEM, number="3", reason=said("Person."), legal_basis=said("§ 4"), title_closed=False)
    record = given(*WORLD, *called(), ADDED, SHUT, OPENED, (MEETING, doors))
    assert is_hidden(record, OUTSIDE)


def test_a_guest_reads_the_items_papers_and_no_closed_one() -> None:
    record = given(*WORLD, *discussing(), ADDED, (MEETING, GuestInvited(person=OUTSIDER, item=ITEM, number="3")))
    mask = guest_mask_of("lillebaelt", OUTSIDER, record)
    assert mask is not None
    assert not is_hidden(record, mask)
    assert is_hidden(record.happened(*SHUT), mask)


@pytest.mark.parametrize("command", [SHUT_IT, OPEN_IT], ids=lambda each: each.verb)
@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_nobody_but_a_chair_closes_and_opens_papers(by: str, command: Command) -> None:
    given(*WORLD, *called(), ADDED).when(command, to=MEETING, by=by).denied()


@pytest.mark.parametrize("command", [SHUT_IT, OPEN_IT], ids=lambda each: each.verb)
def test_a_paper_that_is_closed_is_one_of_the_item(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING, by=CHAIR).refused(
        "meeting.attachment-unknown", item=ITEM, attachment=PAPER
    )


@pytest.mark.parametrize("command", [SHUT_IT, OPEN_IT], ids=lambda each: each.verb)
def test_a_chair_who_is_recused_says_nothing_of_who_reads_it(command: Command) -> None:
    recused = Recused(item=ITEM, number="3", person=CHAIR, reason=said("I familie."))
    given(*WORLD, *called(), ADDED, (MEETING, recused)).when(command, to=MEETING, by=CHAIR).refused(
        "meeting.disqualified", person=CHAIR
    )


def test_what_must_be_closed_is_closed_when_the_meeting_is_over_too() -> None:
    record = given(*WORLD, *opened(), ADDED, (MEETING, MeetingAdjourned()))
    record.when(SHUT_IT, to=MEETING, by=CHAIR).then(SHUT[1])
    shut = ShutDoors(item=ITEM, reason="Person.", legal_basis="§ 4")
    doors = DoorsShut(item=ITEM, number="3", reason=said("Person."), legal_basis=said("§ 4"), title_closed=False)
    record.when(shut, to=MEETING, by=CHAIR).then(doors)
    record.when(OpenDoors(item=ITEM, reason="Intet."), to=MEETING, by=CHAIR).then(
        DoorsOpened(item=ITEM, number="3", reason=said("Intet."))
    )


def test_of_a_meeting_that_is_called_off_nothing_is_closed() -> None:
    record = given(*WORLD, *called(), ADDED, (MEETING, MeetingCancelled(reason=said("Sygdom."))))
    record.when(SHUT_IT, to=MEETING, by=CHAIR).refused("meeting.called-off")
