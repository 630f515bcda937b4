"""Patient representatives: a seat of their own, with the voice it was opened with; they ask and comment, and see what is open."""

from typing import Any

import pytest

from domain.kernel import Command
from domain.meeting.attendance import Recuse, SeatTaken, TakeSeat
from domain.meeting.call import Adjourn, MeetingAdjourned
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RaiseQuestion
from domain.meeting.doors import DoorsShut
from domain.membership import SeatFilled, SeatOpened
from domain.minutes.draft import MinutesCirculated, MinutesDrafted
from domain.minutes.hearing import Approve, Comment
from domain.policy import hides, hides_title, mask_of
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    DECIDED,
    ITEM,
    KOLDING,
    MEETING,
    OUTSIDER,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WORLD,
    Fact,
    discussing,
    opened,
    person,
)
from tests.given import Record, given

PATIENT = "dk/person/patient"
MINUTES = MEETING.replace("/meeting/", "/minutes/")


def seated(voice: Voice) -> tuple[Fact, ...]:
    return (
        person(PATIENT, KOLDING),
        (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=voice)),
        (STRATEGIC_SEATS, SeatFilled(seat="patienter", person=PATIENT)),
    )


def shut(title_closed: bool = False) -> Fact:
    return MEETING, DoorsShut(
        item=ITEM, number="3", reason=said("Person."), legal_basis=said("Lov."), title_closed=title_closed
    )


ATTENDS: Fact = (MEETING, SeatTaken(seat="patienter", person=PATIENT))
QUESTION = RaiseQuestion(item=ITEM, question="q", text="Hvad betyder det for patienterne?")
COMMENT = Comment(item=ITEM, comment="b1", text="Vi spurgte til patienterne.")
IN_HEARING: tuple[Fact, ...] = (
    (MEETING, MeetingAdjourned()),
    (MINUTES, MinutesDrafted(meeting=MEETING, revision=1)),
    (MINUTES, MinutesCirculated(meeting=MEETING, revision=1)),
)


def adviser(*facts: Fact) -> Record:
    return given(*WORLD, *seated(Voice.ADVISER), *facts)


@pytest.mark.parametrize(
    "command",
    [TakeSeat(seat="patienter", person=PATIENT), QUESTION, Recuse(item=ITEM, person=PATIENT, reason="Egen sag.")],
    ids=lambda each: each.verb,
)
def test_a_patient_representative_attends_asks_and_declares_a_conflict(command: Command) -> None:
    (recorded,) = adviser(*discussing()).when(command, to=MEETING, by=PATIENT).recorded
    assert (recorded.by.rule, recorded.by.seat) == ("attendee-of-body", f"{STRATEGIC_SEATS}#patienter")


def test_a_patient_representative_who_attended_comments_on_the_minutes() -> None:
    assert adviser(*opened(), ATTENDS, *IN_HEARING).when(COMMENT, to=MINUTES, by=PATIENT).recorded


@pytest.mark.parametrize(
    ("command", "to", "facts"),
    [
        (RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Ja."), MEETING, discussing()),
        (Adjourn(), MEETING, opened()),
        (TakeSeat(seat="region", person=OUTSIDER), MEETING, opened()),
        (Approve(revision=1), MINUTES, (*opened(), ATTENDS, *IN_HEARING)),
    ],
    ids=["decides", "adjourns", "seats another", "approves"],
)
def test_an_adviser_does_not_decide_adjourn_seat_others_or_approve(
    command: Command, to: str, facts: tuple[Fact, ...]
) -> None:
    adviser(*facts).when(command, to=to, by=PATIENT).denied()


def test_an_adviser_neither_asks_at_nor_comments_on_a_closed_item() -> None:
    adviser(*discussing(), ATTENDS, shut()).when(QUESTION, to=MEETING, by=PATIENT).denied()
    adviser(*opened(), ATTENDS, shut(), *IN_HEARING).when(COMMENT, to=MINUTES, by=PATIENT).denied()


@pytest.mark.parametrize(
    ("voice", "insider"),
    [
        (Voice.VOTE, True),
        (Voice.ADVISER, False),
        (Voice.OBSERVER, False),
        (Voice.SUPPORT, False),
    ],
)
def test_a_patient_representative_sees_as_the_voice_of_the_seat_says(voice: Voice, insider: bool) -> None:
    record: Any = given(*WORLD, *seated(voice), *discussing(), shut(title_closed=True))
    mask = mask_of("lillebaelt", PATIENT, TODAY, record)
    assert mask is not None
    assert hides(record.see, MEETING, ITEM, mask) is not insider
    assert hides_title(record.see, MEETING, ITEM, mask) is not insider


def test_a_supporter_who_is_no_member_asks_and_has_no_vote() -> None:
    record = given(*WORLD, *seated(Voice.SUPPORT), *discussing(), ATTENDS)
    assert record.when(QUESTION, to=MEETING, by=PATIENT).recorded
    record.when(RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Ja."), to=MEETING, by=PATIENT).denied()
