"""Attendance: a seat in the room is taken by its holder; whoever is recused neither speaks nor writes."""

import pytest

from domain.kernel import Command
from domain.meeting.apologies import ApologyGiven, ApologyWithdrawn
from domain.meeting.attendance import (
    LeaveSeat,
    LiftRecusal,
    RecusalLifted,
    Recuse,
    Recused,
    SeatLeft,
    SeatTaken,
    TakeSeat,
)
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.doors import OpenDoors, PublishExtract, ShutDoors
from domain.meeting.floor import ItemTakenUp, TakeUpItem
from domain.meeting.revisions import ChangeItem, WithdrawItem
from domain.membership import SeatFilled, SeatOpened, SubstituteNamed
from domain.person import DeathRecorded
from domain.points import Conclusion, Remark, Sort
from domain.policy import Mask, mask_of
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    KOLDING,
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
    person,
    ruled,
)
from tests.given import Record, given

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


@pytest.mark.parametrize(("seat", "person"), [("kolding", OUTSIDER), ("region", MEMBER)])
def test_a_seat_is_taken_by_its_holder_or_a_substitute(seat: str, person: str) -> None:
    given(*WORLD, *opened()).when(TakeSeat(seat=seat, person=person), to=MEETING).refused(
        "meeting.not-a-substitute", person=person, seat=seat
    )


def test_a_seat_is_one_of_the_body() -> None:
    given(*WORLD, *opened()).when(TakeSeat(seat="none", person=MEMBER), to=MEETING).refused(
        "meeting.seat-unknown", seat="none", body=STRATEGIC
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


def test_nobody_sits_on_two_seats_with_a_vote() -> None:
    """A member who stands in for another would count twice where the rules ask how many are there."""
    stands_in = STRATEGIC_SEATS, SubstituteNamed(person=MEMBER, stands_for=("region", "observatoer"))
    record = given(*WORLD, *OBSERVER, stands_in, *opened(), TAKEN)
    record.when(TakeSeat(seat="region", person=MEMBER), to=MEETING, by=MEMBER).refused(
        "meeting.two-seats", person=MEMBER, seat="kolding"
    )
    assert record.when(TakeSeat(seat="observatoer", person=MEMBER), to=MEETING).recorded
    left = record.happened(MEETING, SeatLeft(seat="kolding", person=MEMBER))
    assert left.when(TakeSeat(seat="region", person=MEMBER), to=MEETING, by=MEMBER).recorded


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


@pytest.mark.parametrize(
    "command",
    [
        ShutDoors(item=ITEM, reason="Personsag.", legal_basis="§ 4"),
        OpenDoors(item=ITEM, reason="Intet personligt."),
        PublishExtract(item=ITEM, text="Aftalen er godkendt."),
        ChangeItem(item=ITEM, case="En anden sag."),
        WithdrawItem(item=ITEM),
    ],
    ids=lambda command: command.verb,
)
def test_a_chair_who_is_recused_changes_neither_the_item_nor_who_may_read_it(command: Command) -> None:
    recused = MEETING, Recused(item=ITEM, number="3", person=CHAIR, reason=said("Er gift med ansøgeren."))
    given(*WORLD, *opened(), recused).when(command, to=MEETING, by=CHAIR).refused("meeting.disqualified", person=CHAIR)


# --- substitutes ------------------------------------------------------------------------------------------------------

DEPUTY, REPLACEMENT = "dk/person/deputy", "dk/person/replacement"
"""Stands in for the member; is sent by the deputy."""
DEPUTIES: tuple[Fact, ...] = (
    person(DEPUTY, KOLDING),
    person(REPLACEMENT, KOLDING),
    (STRATEGIC_SEATS, SubstituteNamed(person=DEPUTY, stands_for=("kolding",))),
)
EXCUSED: Fact = (MEETING, ApologyGiven(seat="kolding", person=DEPUTY, sends=REPLACEMENT))
REPLACES = TakeSeat(seat="kolding", person=REPLACEMENT)


def test_a_substitute_takes_the_seat_for_its_holder() -> None:
    given(*WORLD, *DEPUTIES, *opened()).when(TakeSeat(seat="kolding", person=DEPUTY), to=MEETING).then(
        SeatTaken(seat="kolding", person=DEPUTY, in_for=(MEMBER,))
    )


def test_a_substitute_of_a_substitute_stands_in_for_both() -> None:
    second = STRATEGIC_SEATS, SubstituteNamed(person=REPLACEMENT, stands_for=("kolding",), after=DEPUTY)
    given(*WORLD, *DEPUTIES, second, *opened()).when(REPLACES, to=MEETING).then(
        SeatTaken(seat="kolding", person=REPLACEMENT, in_for=(DEPUTY, MEMBER))
    )


def test_whom_an_excused_deputy_sends_takes_the_seat_where_the_rules_of_the_body_allow_it() -> None:
    ad_hoc = ruled(ad_hoc_substitutes=True)
    given(*WORLD, *DEPUTIES, ad_hoc, *opened(), EXCUSED).when(REPLACES, to=MEETING).then(
        SeatTaken(seat="kolding", person=REPLACEMENT, in_for=(DEPUTY, MEMBER))
    )
    given(*WORLD, *DEPUTIES, *opened(), EXCUSED).when(REPLACES, to=MEETING).refused(
        "meeting.not-a-substitute", person=REPLACEMENT, seat="kolding"
    )


@pytest.mark.parametrize(
    "excused",
    [
        ApologyGiven(seat="kolding", person=DEPUTY),
        ApologyGiven(seat="region", person=DEPUTY, sends=REPLACEMENT),
        ApologyGiven(seat="kolding", person=OUTSIDER, sends=REPLACEMENT),
    ],
    ids=["who sends nobody", "from another seat", "by somebody outside the chain"],
)
def test_a_seat_is_filled_only_by_whom_an_absent_one_of_its_chain_sends(excused: ApologyGiven) -> None:
    given(*WORLD, *DEPUTIES, ruled(ad_hoc_substitutes=True), *opened(), (MEETING, excused)).when(
        REPLACES, to=MEETING
    ).refused("meeting.not-a-substitute")


def test_whoever_was_sent_and_has_died_takes_no_seat() -> None:
    sent = MEETING, ApologyGiven(seat="kolding", person=MEMBER, sends=REPLACEMENT)
    died = REPLACEMENT, DeathRecorded(seats=())
    given(*WORLD, *DEPUTIES, ruled(ad_hoc_substitutes=True), *opened(), sent, died).when(REPLACES, to=MEETING).refused(
        "meeting.person-gone", person=REPLACEMENT
    )


def test_a_deputy_who_arrives_late_finds_the_seat_taken() -> None:
    replaced = MEETING, SeatTaken(seat="kolding", person=REPLACEMENT, in_for=(DEPUTY, MEMBER))
    given(*WORLD, *DEPUTIES, *opened(), EXCUSED, replaced).when(
        TakeSeat(seat="kolding", person=DEPUTY), to=MEETING
    ).refused("meeting.seat-occupied", seat="kolding", person=REPLACEMENT)


def test_whoever_comes_in_spite_of_apologies_is_no_longer_excused() -> None:
    excused = MEETING, ApologyGiven(seat="kolding", person=MEMBER)
    given(*WORLD, *opened(), excused).when(TAKE, to=MEETING).then(
        ApologyWithdrawn(seat="kolding", person=MEMBER), TAKEN[1]
    )


# --- a recusal declared by mistake ------------------------------------------------------------------------------------

LIFT = LiftRecusal(item=ITEM, person=MEMBER, reason="Det var en anden sag.")
LIFTED = RecusalLifted(item=ITEM, number="3", person=MEMBER, reason=said("Det var en anden sag."))


def test_the_chair_lifts_a_recusal_and_sight_returns() -> None:
    record = given(*WORLD, *discussing(), RECUSED)
    assert mask(record).recused == {(MEETING, ITEM)}
    record.when(LIFT, to=MEETING, by=CHAIR).then(LIFTED)
    record.when(LIFT, to=MEETING, by=CHAIR).then()
    assert mask(record).recused == frozenset()


def mask(record: Record) -> Mask:
    seen = mask_of("lillebaelt", MEMBER, record.today, record)
    assert seen is not None
    return seen


@pytest.mark.parametrize("by", [MEMBER, SECRETARY])
def test_nobody_else_lifts_a_recusal(by: str) -> None:
    given(*WORLD, *discussing(), RECUSED).when(LIFT, to=MEETING, by=by).denied()


def test_a_chair_does_not_lift_their_own_recusal() -> None:
    recused = MEETING, Recused(item=ITEM, number="3", person=CHAIR, reason=said("Er gift med ansøgeren."))
    given(*WORLD, *discussing(), recused).when(
        LiftRecusal(item=ITEM, person=CHAIR, reason="Nej."), to=MEETING, by=CHAIR
    ).refused("meeting.disqualified", person=CHAIR)


@pytest.mark.parametrize(
    ("item", "person", "code"), [("none", MEMBER, "meeting.item-unknown"), (ITEM, "dk/person/none", "id.unknown")]
)
def test_a_recusal_is_lifted_for_somebody_known_from_an_item_on_the_agenda(item: str, person: str, code: str) -> None:
    given(*WORLD, *discussing()).when(LiftRecusal(item=item, person=person, reason="Nej."), to=MEETING).refused(code)


def test_an_item_is_taken_up_without_those_who_are_recused() -> None:
    given(*WORLD, *opened(), RECUSED).when(TakeUpItem(item=ITEM), to=MEETING).then(
        ItemTakenUp(item=ITEM, number="3", recused=(MEMBER,))
    )


@pytest.mark.parametrize("command", [TAKE, LeaveSeat(seat="kolding"), RECUSE, LIFT], ids=lambda command: command.verb)
def test_the_attendance_of_an_adjourned_meeting_stands(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )
