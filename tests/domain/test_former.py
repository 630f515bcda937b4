"""Former members: they read what they could read on their last day, and nothing later."""

import pytest

from domain.appointing import Cause
from domain.former import last_days, last_mask_of, mask_on
from domain.mask import Mask
from domain.meeting.attendance import Recused
from domain.meeting.doors import DoorsShut
from domain.membership import ChairLeft, ChairTaken, SeatFilled, SeatOpened, SeatVacated, VacateSeat
from domain.person import DeathRecorded
from domain.policy import COMMON_SCOPE, hides, mask_of
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    discussing,
)
from tests.given import Record, given

ENDS, LAST, LATER = "2024-06-01", "2024-05-31", "2024-09-01"
LEAVES: Fact = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on=ENDS))
POLITICAL_SEATS = "lillebaelt/membership/political"
MOVES: tuple[Fact, ...] = (
    (POLITICAL_SEATS, SeatOpened(body=POLITICAL, seat="p", right=ByPatients(), voice=Voice.VOTE)),
    (POLITICAL_SEATS, SeatFilled(seat="p", person=MEMBER, from_on=ENDS)),
)
SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="2", reason=said("Person."), legal_basis=said("Lov."), title_closed=True),
)


def observing(ceases_on: str | None = ENDS) -> tuple[Fact, ...]:
    return (
        (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="o", right=ByPatients(), voice=Voice.OBSERVER)),
        (STRATEGIC_SEATS, SeatFilled(seat="o", person=OUTSIDER, ceases_on=ceases_on)),
    )


def seen_on(record: Record, day: str, person: str = MEMBER, today: str = LATER) -> Mask | None:
    return mask_on("lillebaelt", person, day, today, record)


def test_who_was_a_member_sees_until_their_last_day_what_they_saw_then() -> None:
    record = given(*WORLD, *discussing(), SHUT, LEAVES)
    assert mask_of("lillebaelt", MEMBER, LAST, record) == Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset())
    assert mask_of("lillebaelt", MEMBER, LATER, record) is None
    last = last_mask_of("lillebaelt", MEMBER, LATER, record)
    assert last == Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset(), until_on=LAST)
    assert not hides(record.see, MEETING, ITEM, last)


def test_nothing_that_stood_after_the_last_day_is_seen() -> None:
    record = given(*WORLD, LEAVES)
    assert seen_on(record, LAST) is not None
    assert seen_on(record, ENDS) is None


def test_who_still_sits_has_no_last_day() -> None:
    record = given(*WORLD, LEAVES)
    assert last_mask_of("lillebaelt", MEMBER, LAST, record) is None
    assert last_days("lillebaelt", MEMBER, ENDS, record) == (LAST,)


def test_who_moved_to_another_body_sees_of_the_old_one_only_what_stood_until_then() -> None:
    record = given(*WORLD, LEAVES, *MOVES)
    before, after = seen_on(record, LAST), seen_on(record, ENDS)
    assert before is not None
    assert before.insider_of == {STRATEGIC, POLITICAL}
    assert after is not None
    assert after.insider_of == {POLITICAL}
    assert after == mask_of("lillebaelt", MEMBER, LATER, record)
    assert before.until_on is None, "what is theirs today does not end"


def test_doors_shut_later_are_shut_to_who_was_an_observer() -> None:
    """The control: until they were shut, the same reader saw the item."""
    before = given(*WORLD, *observing(), *discussing())
    for record, hidden in ((before, False), (given(*WORLD, *observing(), *discussing(), SHUT), True)):
        mask = seen_on(record, LAST, OUTSIDER)
        assert mask is not None
        assert hides(record.see, MEETING, ITEM, mask) is hidden


def test_who_chaired_and_sits_on_as_an_observer_sees_what_was_closed_while_they_chaired() -> None:
    chaired = (STRATEGIC_SEATS, ChairTaken(seat="o", side="patienter"))
    ends = (STRATEGIC_SEATS, ChairLeft(seat="o", ceases_on=ENDS))
    record = given(*WORLD, *observing(None), chaired, ends)
    before, after = seen_on(record, LAST, OUTSIDER), seen_on(record, ENDS, OUTSIDER)
    assert before is not None
    assert before.insider_of == before.answers_for == frozenset({STRATEGIC})
    assert after is not None
    assert (after.insider_of, after.answers_for) == (frozenset(), frozenset())


def test_who_was_recused_is_so_afterwards() -> None:
    recused = (MEETING, Recused(item=ITEM, number="2", person=MEMBER, reason=said("Er i familie.")))
    record = given(*WORLD, *discussing(), recused, LEAVES)
    last = last_mask_of("lillebaelt", MEMBER, LATER, record)
    assert last is not None
    assert hides(record.see, MEETING, ITEM, last)


def test_a_death_ends_it() -> None:
    record = given(*WORLD, LEAVES, (MEMBER, DeathRecorded(seats=())))
    assert last_mask_of("lillebaelt", MEMBER, LATER, record) is None
    assert seen_on(record, LAST) is None


def test_a_seat_left_on_a_day_that_nobody_stated_is_read_until_the_day_before_that_was_entered() -> None:
    leaving = VacateSeat(seat="kolding", cause=Cause.LEFT)
    record = given(*WORLD).when(leaving, to=STRATEGIC_SEATS, by=SECRETARY, on=ENDS).record
    last = last_mask_of("lillebaelt", MEMBER, LATER, record)
    assert last is not None
    assert (last.until_on, last.insider_of) == (LAST, frozenset({STRATEGIC}))


def test_a_seat_left_before_that_was_kept_leaves_nothing_to_read() -> None:
    at_once = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT))
    assert last_mask_of("lillebaelt", MEMBER, LATER, given(*WORLD, at_once)) is None


def test_what_is_common_was_theirs_until_their_last_day_too() -> None:
    last = last_mask_of(COMMON_SCOPE, MEMBER, LATER, given(*WORLD, LEAVES))
    assert last is not None
    assert last.until_on == LAST


@pytest.mark.parametrize("scope", ["aarhus", "raad"])
def test_it_opens_no_other_cluster(scope: str) -> None:
    assert last_mask_of(scope, MEMBER, LATER, given(*WORLD, LEAVES)) is None
