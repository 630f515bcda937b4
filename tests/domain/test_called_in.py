"""Substitutes: what they may do and see while they are named, and while they are called in to a meeting."""

import pytest

from domain.kernel import Event
from domain.meeting.apologies import ApologyGiven, ApologyWithdrawn
from domain.meeting.attendance import SeatLeft, SeatTaken, TakeSeat
from domain.meeting.call import MeetingAdjourned
from domain.meeting.discussion import RaiseQuestion
from domain.meeting.doors import DoorsShut
from domain.membership import SeatFilled, SeatOpened, SubstituteEnded, SubstituteNamed
from domain.person import RecordDeath
from domain.policy import Mask, hides, mask_of
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
    person,
    ruled,
)
from tests.given import Record, given

NAMED: Fact = STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("kolding",))
SENT: Fact = MEETING, ApologyGiven(seat="kolding", person=MEMBER, sends=OUTSIDER)
SITS: Fact = MEETING, SeatTaken(seat="kolding", person=OUTSIDER, in_for=(MEMBER,))
SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Person."), legal_basis=said("Lov."), title_closed=False),
)
QUESTION = RaiseQuestion(item=ITEM, question="q", text="Hvad så?")
OTHER_MEETING = "lillebaelt/meeting/2024-03-02-strategic"


def seen(record: Record) -> Mask | None:
    return mask_of("lillebaelt", OUTSIDER, record.today, record)


def sees_closed(record: Record, meeting: str = MEETING) -> bool:
    mask = seen(record)
    return mask is not None and not hides(record.see, meeting, ITEM, mask)


# --- named ------------------------------------------------------------------------------------------------------------


def test_a_substitute_takes_the_seat_and_asks_for_themselves() -> None:
    record = given(*WORLD, NAMED, *discussing())
    (recorded,) = record.when(TakeSeat(seat="kolding", person=OUTSIDER), to=MEETING, by=OUTSIDER).recorded
    assert (recorded.by.rule, recorded.by.seat) == ("substitute-of-body", f"{STRATEGIC_SEATS}#kolding")
    assert record.when(QUESTION, to=MEETING, by=OUTSIDER).recorded
    record.when(TakeSeat(seat="region", person=SECRETARY), to=MEETING, by=OUTSIDER).denied()


def test_a_substitute_sees_what_is_open_and_nothing_closed_before_being_called_in() -> None:
    record = given(*WORLD, NAMED, *discussing(), SHUT)
    assert seen(record) == Mask(insider_of=frozenset(), recused=frozenset())
    assert not sees_closed(record)
    record.when(QUESTION, to=MEETING, by=OUTSIDER).denied()


def test_a_substitute_who_is_one_no_longer_sees_and_does_nothing() -> None:
    ended = STRATEGIC_SEATS, SubstituteEnded(person=OUTSIDER, ceases_on=TODAY)
    record = given(*WORLD, NAMED, ended, *discussing(), SITS)
    assert seen(record) is None
    record.when(QUESTION, to=MEETING, by=OUTSIDER).denied()


# --- called in --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [(SENT,), (SITS,)], ids=["sent", "sits"])
def test_a_substitute_on_a_voting_seat_sees_what_is_closed_at_that_meeting_and_at_no_other(
    facts: tuple[Fact, ...],
) -> None:
    elsewhere = (OTHER_MEETING, SHUT[1])
    record = given(*WORLD, NAMED, *discussing(), SHUT, *called(OTHER_MEETING), elsewhere, *facts)
    assert seen(record) == Mask(insider_of=frozenset(), recused=frozenset(), insider_at=frozenset({MEETING}))
    assert sees_closed(record)
    assert not sees_closed(record, OTHER_MEETING)
    assert record.when(QUESTION, to=MEETING, by=OUTSIDER).recorded


@pytest.mark.parametrize(
    "event",
    [
        SeatLeft(seat="kolding", person=OUTSIDER),
        MeetingAdjourned(),
    ],
    ids=lambda event: event.tag,
)
def test_what_is_closed_is_seen_until_the_seat_is_left_or_the_meeting_ends(event: Event) -> None:
    record = given(*WORLD, NAMED, *discussing(), SHUT, SITS)
    assert sees_closed(record)
    assert event.unsettles, "whoever follows the meeting is shown it anew"
    assert not sees_closed(record.happened(MEETING, event))


def test_a_substitute_sees_no_more_of_what_is_closed_when_the_member_comes_after_all() -> None:
    record = given(*WORLD, NAMED, *called(), SHUT, SENT)
    assert sees_closed(record)
    assert not sees_closed(record.happened(MEETING, ApologyWithdrawn(seat="kolding", person=MEMBER)))


def test_a_substitute_acts_as_a_member_while_sitting_on_a_seat_with_a_vote() -> None:
    record = given(*WORLD, NAMED, *discussing(), SITS)
    (recorded,) = record.when(QUESTION, to=MEETING, by=OUTSIDER).recorded
    assert (recorded.by.rule, recorded.by.seat) == ("member-present", f"{STRATEGIC_SEATS}#kolding")


ADVISER: tuple[Fact, ...] = (
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.ADVISER)),
    (STRATEGIC_SEATS, SeatFilled(seat="patienter", person=MEMBER)),
    (STRATEGIC_SEATS, SubstituteNamed(person=OUTSIDER, stands_for=("patienter",))),
)


def test_a_substitute_on_a_seat_that_sees_nothing_closed_sees_nothing_closed() -> None:
    sits = MEETING, SeatTaken(seat="patienter", person=OUTSIDER, in_for=(MEMBER,))
    record = given(*WORLD, *ADVISER, *discussing(), SHUT, sits)
    assert not sees_closed(record)


# --- sent by whoever is away ------------------------------------------------------------------------------------------


def test_whom_an_absent_member_sends_is_called_in_where_the_rules_of_the_body_allow_it() -> None:
    record = given(*WORLD, ruled(ad_hoc_substitutes=True), *discussing(), SHUT, SENT)
    assert sees_closed(record)
    assert record.when(TakeSeat(seat="kolding", person=OUTSIDER), to=MEETING, by=OUTSIDER).recorded
    assert seen(record.happened(MEETING, MeetingAdjourned())) is None


def test_whom_an_absent_member_sends_against_the_rules_sees_and_does_nothing() -> None:
    record = given(*WORLD, ruled(ad_hoc_substitutes=False), *discussing(), SHUT, SENT)
    assert seen(record) is None
    record.when(TakeSeat(seat="kolding", person=OUTSIDER), to=MEETING, by=OUTSIDER).denied()


def test_nobody_is_called_in_to_a_seat_by_somebody_else_than_who_would_sit_there() -> None:
    """An observer cannot let a stranger in behind closed doors."""
    sent = MEETING, ApologyGiven(seat="kolding", person=SECRETARY, sends=OUTSIDER)
    assert seen(given(*WORLD, ruled(ad_hoc_substitutes=True), *opened(), SHUT, sent)) is None


SECOND = "dk/person/second"
STANDS_IN_TOO: Fact = STRATEGIC_SEATS, SubstituteNamed(person=SECOND, stands_for=("kolding",))
SENT_BY_THE_SECOND: Fact = MEETING, ApologyGiven(seat="kolding", person=SECOND, sends=OUTSIDER)
EXCUSED: Fact = MEETING, ApologyGiven(seat="kolding", person=MEMBER)


@pytest.mark.parametrize("also", [(NAMED,), (ruled(ad_hoc_substitutes=True),)], ids=["a substitute", "a stranger"])
def test_a_substitute_calls_nobody_in_while_the_member_comes(also: tuple[Fact, ...]) -> None:
    """Substitutes cannot let each other, or anybody else, in behind closed doors."""
    facts = (*WORLD, person(SECOND, KOLDING), STANDS_IN_TOO, *also, *called(), SHUT, SENT_BY_THE_SECOND)
    assert not sees_closed(given(*facts))
    assert sees_closed(given(*facts, EXCUSED))


def test_a_substitute_who_was_called_in_still_is_when_the_member_has_died() -> None:
    record = given(*WORLD, NAMED, *called(), SHUT, SENT)
    assert record.when(RecordDeath(), to=MEMBER, by=SECRETARY).recorded
    assert sees_closed(record)
