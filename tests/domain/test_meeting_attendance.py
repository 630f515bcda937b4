"""Attendance: a seat in the room is taken by its holder; whoever is recused neither speaks nor writes."""

import pytest

from domain.kernel import Command
from domain.meeting.attendance import LeaveSeat, Recuse, Recused, SeatLeft, SeatTaken, TakeSeat
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.membership import SeatFilled, SeatOpened
from domain.points import Conclusion, Remark, Sort
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
)
from tests.given import given

TAKEN: Fact = (MEETING, SeatTaken(seat="kolding", person=MEMBER))
TAKE = TakeSeat(seat="kolding", person=MEMBER)


def test_a_member_takes_their_seat() -> None:
    given(*WORLD, *opened()).when(TAKE, to=MEETING, by=MEMBER).then(SeatTaken(seat="kolding", person=MEMBER))


def test_a_member_takes_a_seat_for_nobody_else() -> None:
    given(*WORLD, *opened()).when(TakeSeat(seat="region", person=CHAIR), to=MEETING, by=MEMBER).denied()


def test_the_secretariat_notes_who_attends() -> None:
    given(*WORLD, *opened()).when(TAKE, to=MEETING, by=SECRETARY).then(SeatTaken(seat="kolding", person=MEMBER))


def test_taking_a_seat_that_one_has_changes_nothing() -> None:
    given(*WORLD, *opened(), TAKEN).when(TAKE, to=MEETING).then()


def test_a_seat_is_taken_by_one() -> None:
    given(*WORLD, *opened(), TAKEN).when(TakeSeat(seat="kolding", person=OUTSIDER), to=MEETING).refused(
        "meeting.seat-occupied", seat="kolding", person=MEMBER
    )


@pytest.mark.parametrize(("seat", "person"), [("kolding", OUTSIDER), ("region", MEMBER), ("none", MEMBER)])
def test_a_seat_is_taken_by_its_holder(seat: str, person: str) -> None:
    given(*WORLD, *opened()).when(TakeSeat(seat=seat, person=person), to=MEETING).refused(
        "meeting.not-the-holder", person=person, seat=seat
    )


def test_a_seat_is_not_taken_before_its_holder_holds_it() -> None:
    not_yet = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER, from_on="2024-04-01")
    given(*WORLD, not_yet, *opened()).when(TakeSeat(seat="kolding", person=OUTSIDER), to=MEETING).refused(
        "meeting.not-the-holder"
    )


def test_nobody_takes_a_seat_before_the_meeting_is_open() -> None:
    given(*WORLD, *called()).when(TAKE, to=MEETING).refused("meeting.not-open")


def test_a_member_leaves_the_meeting() -> None:
    record = given(*WORLD, *opened(), TAKEN)
    record.when(LeaveSeat(seat="kolding"), to=MEETING, by=MEMBER).then(SeatLeft(seat="kolding", person=MEMBER))
    record.when(LeaveSeat(seat="kolding"), to=MEETING, by=MEMBER).then()


OBSERVER: tuple[Fact, ...] = (
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="observatoer", right=ByPatients(), voice=Voice.OBSERVER)),
    (STRATEGIC_SEATS, SeatFilled(seat="observatoer", person=OUTSIDER)),
)


@pytest.mark.parametrize("by", [OUTSIDER, CHAIR], ids=["an observer", "a chair"])
def test_nobody_but_its_holder_leaves_a_seat(by: str) -> None:
    given(*WORLD, *OBSERVER, *opened(), TAKEN).when(LeaveSeat(seat="kolding"), to=MEETING, by=by).denied()


def test_the_secretariat_notes_who_left() -> None:
    given(*WORLD, *opened(), TAKEN).when(LeaveSeat(seat="kolding"), to=MEETING, by=SECRETARY).then(
        SeatLeft(seat="kolding", person=MEMBER)
    )


# --- recused ----------------------------------------------------------------------------------------------------------

RECUSE = Recuse(item=ITEM, person=MEMBER, reason="Er gift med ansøgeren.")
RECUSED: Fact = (MEETING, Recused(item=ITEM, number="3", person=MEMBER, reason=said("Er gift med ansøgeren.")))


def test_a_member_says_that_they_are_recused() -> None:
    record = given(*WORLD, *discussing())
    record.when(RECUSE, to=MEETING, by=MEMBER).then(RECUSED[1])
    record.when(RECUSE, to=MEETING, by=MEMBER).then()


def test_a_member_recuses_nobody_else() -> None:
    given(*WORLD, *discussing()).when(Recuse(item=ITEM, person=CHAIR, reason="Nej."), to=MEETING, by=MEMBER).denied()


@pytest.mark.parametrize(
    ("item", "person", "code"), [("none", MEMBER, "meeting.item-unknown"), (ITEM, "dk/person/none", "id.unknown")]
)
def test_somebody_known_is_recused_from_an_item_on_the_agenda(item: str, person: str, code: str) -> None:
    given(*WORLD, *discussing()).when(Recuse(item=item, person=person, reason="Nej."), to=MEETING).refused(code)


@pytest.mark.parametrize(
    "command",
    [
        RaiseQuestion(item=ITEM, question="q1", text="Hvad koster det?"),
        ConcludeQuestion(item=ITEM, question="q1", conclusion=Conclusion.AGREED),
        RecordPoint(item=ITEM, point=Remark(sort=Sort.WISH, text="Mere tid.")),
        RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet."),
    ],
    ids=lambda command: command.verb,
)
def test_whoever_is_recused_neither_speaks_nor_writes(command: Command) -> None:
    secretary = MEETING, Recused(item=ITEM, number="3", person=SECRETARY, reason=said("Er gift med ansøgeren."))
    given(*WORLD, *discussing(), secretary).when(command, to=MEETING, by=SECRETARY).refused(
        "meeting.disqualified", person=SECRETARY
    )


@pytest.mark.parametrize("command", [TAKE, LeaveSeat(seat="kolding"), RECUSE], ids=lambda command: command.verb)
def test_the_attendance_of_an_adjourned_meeting_stands(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )
