"""Holders of a seat, one after the other: a successor ahead, a predecessor afterwards, and who sat there on a day."""

import pytest

from domain.cluster import ClusterForm, ContactNamed, PartyJoined
from domain.cluster import Established as ClusterEstablished
from domain.kernel import Command
from domain.membership import (
    Cause,
    ChairLeft,
    ChairTaken,
    CloseSeat,
    EndSubstitute,
    FillSeat,
    LeaveChair,
    NameSubstitute,
    SeatClosed,
    SeatFilled,
    SeatOpened,
    SeatVacated,
    SubstituteNamed,
    TakeChair,
    VacateSeat,
)
from domain.person import RecordDeath, Vacancy
from domain.seating import chairs, holding_on, seats_held, seats_kept, side_on
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    KOLDING,
    MEMBER,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WORLD,
    Fact,
    decision,
    discussing,
    person,
    taken,
)
from tests.given import Record, given

THIRD = "dk/person/third"
"""Of Kolding, as the member and the outsider are."""
LEAVES: Fact = (
    STRATEGIC_SEATS,
    SeatVacated(seat="kolding", person=MEMBER, cause=Cause.TERM_ENDED, ceases_on="2026-01-01"),
)
FOLLOWS: Fact = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER, from_on="2026-01-01")
PEOPLE = (*WORLD, person(THIRD, KOLDING))
TWO_HOLDERS = (*PEOPLE, LEAVES, FOLLOWS)


def holders(record: Record, *days: str, seat: str = "kolding") -> list[str | None]:
    """Who held the seat on each of the days."""
    there = record.see(STRATEGIC_SEATS).seats[seat]
    found = (holding_on(there, day) for day in days)
    return [None if each is None else each.person for each in found]


def fill(person: str, from_on: str | None = None, ceases_on: str | None = None) -> FillSeat:
    return FillSeat(seat="kolding", person=person, from_on=from_on, ceases_on=ceases_on)


# --- one after the other ----------------------------------------------------------------------------------------------


def test_a_successor_is_registered_before_the_seat_falls_vacant() -> None:
    record = given(*PEOPLE, LEAVES)
    record.when(fill(OUTSIDER, "2026-01-01"), to=STRATEGIC_SEATS, by=SECRETARY).then(
        SeatFilled(seat="kolding", person=OUTSIDER, from_on="2026-01-01")
    )
    assert holders(record, "2025-12-31", "2026-01-01") == [MEMBER, OUTSIDER]


def test_a_successor_has_no_right_before_the_first_day() -> None:
    seats = given(*TWO_HOLDERS).see(STRATEGIC_SEATS)
    assert seats_held(seats, OUTSIDER, "2025-12-31") == ()
    assert seats_kept(seats, OUTSIDER, "2025-12-31") == ("kolding",)
    assert seats_held(seats, OUTSIDER, "2026-01-01") == ("kolding",)
    assert seats_kept(seats, MEMBER, "2026-01-01") == ()


def test_who_held_a_seat_before_is_registered_afterwards() -> None:
    record = given(*PEOPLE)
    before = fill(THIRD, "2018-01-01", "2022-01-01")
    record.when(before, to=STRATEGIC_SEATS).then(
        SeatFilled(seat="kolding", person=THIRD, from_on="2018-01-01", ceases_on="2022-01-01")
    )
    assert holders(record, "2017-12-31", "2018-01-01", "2021-12-31", "2022-01-01", "2024-03-01") == [
        None, THIRD, THIRD, MEMBER, MEMBER,
    ]  # fmt: skip
    record.when(before, to=STRATEGIC_SEATS).then()


def test_whoever_came_on_a_day_not_stated_came_after_the_one_before() -> None:
    follows = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER)
    record = given(*PEOPLE, LEAVES, follows)
    assert holders(record, "2025-12-31", "2026-01-01") == [MEMBER, OUTSIDER]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (fill(THIRD), "membership.seat-taken-until"),
        (fill(THIRD, "2025-06-01", "2026-01-01"), "membership.seat-taken-until"),
        (fill(THIRD, "2027-01-01"), "membership.seat-taken"),
        (fill(THIRD, "2025-12-31", "2026-01-02"), "membership.seat-taken-until"),
        (fill(THIRD, "2022-01-01", "2024-03-03"), "membership.seat-taken-until"),
        (fill(THIRD, ceases_on="2024-03-02"), "membership.seat-taken-until"),
    ],
    ids=["now", "within", "after the last", "over the change", "until the day after", "today, for a day"],
)
def test_a_second_holder_on_any_day_is_refused(wish: FillSeat, code: str) -> None:
    given(*TWO_HOLDERS).when(wish, to=STRATEGIC_SEATS, on="2024-03-01").refused(code, seat="kolding")


def test_a_seat_is_filled_until_the_next_holder_comes_and_no_longer() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT)
    record = given(*PEOPLE, LEAVES, FOLLOWS, left)
    record.when(fill(THIRD), to=STRATEGIC_SEATS).refused(
        "membership.seat-taken-from", seat="kolding", person=OUTSIDER, from_on="2026-01-01"
    )
    record.when(fill(THIRD, ceases_on="2026-01-01"), to=STRATEGIC_SEATS).then(
        SeatFilled(seat="kolding", person=THIRD, ceases_on="2026-01-01")
    )
    assert holders(record, "2024-03-01", "2025-12-31", "2026-01-01") == [THIRD, THIRD, OUTSIDER]


@pytest.mark.parametrize(
    "command",
    [
        fill(THIRD, "2026-01-01", "2026-01-01"),
        NameSubstitute(person=THIRD, stands_for=("kolding",), from_on="2026-01-01", ceases_on="2026-01-01"),
    ],
    ids=["a holder", "a substitute"],
)
def test_a_period_has_a_day(command: Command) -> None:
    given(*PEOPLE, LEAVES).when(command, to=STRATEGIC_SEATS).refused("membership.no-day", ceases_on="2026-01-01")


def test_filling_a_seat_states_the_decision_it_follows() -> None:
    record = given(*PEOPLE, LEAVES, *discussing(), decision())
    record.when(
        FillSeat(seat="kolding", person=OUTSIDER, from_on="2026-01-01", decision=taken()), to=STRATEGIC_SEATS
    ).then(SeatFilled(seat="kolding", person=OUTSIDER, from_on="2026-01-01", decision=taken()))
    assert ITEM in record.see(taken().meeting).items


# --- leaving ----------------------------------------------------------------------------------------------------------


def test_the_holder_of_today_leaves_and_the_successor_comes_still() -> None:
    record = given(*TWO_HOLDERS)
    record.when(VacateSeat(seat="kolding", cause=Cause.LEAVE), to=STRATEGIC_SEATS).then(
        SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEAVE, noted_on=TODAY)
    )
    assert holders(record, "2024-03-01", "2026-01-01") == [None, OUTSIDER]


def test_the_holder_of_a_day_leaves_on_it() -> None:
    record = given(*TWO_HOLDERS)
    record.when(VacateSeat(seat="kolding", cause=Cause.PARTY_LEFT, ceases_on="2027-01-01"), to=STRATEGIC_SEATS).then(
        SeatVacated(seat="kolding", person=OUTSIDER, cause=Cause.PARTY_LEFT, ceases_on="2027-01-01")
    )
    assert holders(record, "2025-12-31", "2026-12-31", "2027-01-01") == [MEMBER, OUTSIDER, None]


def test_a_successor_who_never_comes_is_named() -> None:
    record = given(*TWO_HOLDERS)
    record.when(VacateSeat(seat="kolding", cause=Cause.LEFT, person=OUTSIDER), to=STRATEGIC_SEATS).then(
        SeatVacated(seat="kolding", person=OUTSIDER, cause=Cause.LEFT, noted_on=TODAY)
    )
    assert holders(record, "2025-12-31", "2026-01-01") == [MEMBER, None]


def test_a_successor_who_leaves_before_the_first_day_never_held_the_seat() -> None:
    record = given(*TWO_HOLDERS)
    leaves = VacateSeat(seat="kolding", cause=Cause.LEFT, person=OUTSIDER, ceases_on="2026-01-01")
    record.when(leaves, to=STRATEGIC_SEATS).then(
        SeatVacated(seat="kolding", person=OUTSIDER, cause=Cause.LEFT, ceases_on="2026-01-01")
    )
    assert record.see(STRATEGIC_SEATS).held == {CHAIR: ("region",), SECRETARY: ("sekretariat",), MEMBER: ("kolding",)}


def test_nobody_leaves_a_seat_that_is_anothers() -> None:
    given(*TWO_HOLDERS).when(VacateSeat(seat="kolding", cause=Cause.LEFT, person=CHAIR), to=STRATEGIC_SEATS).refused(
        "membership.not-holder", seat="kolding", person=CHAIR
    )


def test_whoever_left_at_once_is_remembered_though_no_day_was_stated() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT)
    record = given(*PEOPLE, left, (STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER)))
    assert [(each.person, each.left) for each in record.see(STRATEGIC_SEATS).seats["kolding"].holders] == [
        (MEMBER, True),
        (OUTSIDER, False),
    ]
    assert holders(record, "2024-03-01") == [OUTSIDER]


AGAIN: Fact = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=MEMBER, from_on="2026-01-01", ceases_on="2028-01-01")


def test_a_death_ends_the_seats_that_are_held_and_those_to_come() -> None:
    """A member who was to sit on, and had sat there in an earlier period."""
    earlier = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=MEMBER, from_on="2018-01-01", ceases_on="2020-01-01")
    record = given(*PEOPLE, earlier, LEAVES, AGAIN)
    answer = record.when(RecordDeath(), to=MEMBER, by=SECRETARY)
    assert answer.recorded[0].event.seats == (Vacancy(membership=STRATEGIC_SEATS, seat="kolding"),)
    assert [each.event for each in answer.recorded[1:]] == [
        SeatVacated(seat="kolding", person=MEMBER, cause=Cause.DEATH),
        SeatVacated(seat="kolding", person=MEMBER, cause=Cause.DEATH),
    ]
    assert holders(record, "2019-12-31", "2024-03-01", "2026-01-01") == [MEMBER, None, None]


def test_the_death_of_a_successor_leaves_the_holder_in_the_seat() -> None:
    record = given(*TWO_HOLDERS)
    assert record.when(RecordDeath(), to=OUTSIDER, by=SECRETARY).recorded
    assert holders(record, "2024-03-01", "2026-01-01") == [MEMBER, None]


# --- two votes --------------------------------------------------------------------------------------------------------

PATIENTS: Fact = (
    STRATEGIC_SEATS,
    SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.VOTE),
)


def test_a_successor_with_another_vote_leaves_that_one_first() -> None:
    record = given(*TWO_HOLDERS, PATIENTS)
    vote = FillSeat(seat="patienter", person=OUTSIDER, ceases_on="2026-01-02")
    record.when(vote, to=STRATEGIC_SEATS).refused("membership.two-seats", person=OUTSIDER)
    vote = FillSeat(seat="patienter", person=OUTSIDER, ceases_on="2026-01-01")
    assert record.when(vote, to=STRATEGIC_SEATS).recorded


# --- chairs -----------------------------------------------------------------------------------------------------------

CHAIR_LEAVES: Fact = (
    STRATEGIC_SEATS,
    SeatVacated(seat="region", person=CHAIR, cause=Cause.TERM_ENDED, ceases_on="2026-01-01"),
)
NEXT = "dk/person/next"
NEXT_COMES: Fact = STRATEGIC_SEATS, SeatFilled(seat="region", person=NEXT, from_on="2026-01-01")
TWO_ON_THE_CHAIRS_SEAT = (*PEOPLE, person(NEXT, REGION), CHAIR_LEAVES, NEXT_COMES)


def sides(record: Record, *days: str) -> list[str | None]:
    return [side_on(record.see(STRATEGIC_SEATS).seats["region"], day) for day in days]


def test_a_chair_goes_with_its_holder_and_not_on_to_the_successor() -> None:
    assert sides(given(*TWO_ON_THE_CHAIRS_SEAT), "2025-12-31", "2026-01-01") == ["region", None]


def test_a_successor_is_given_the_chair_ahead() -> None:
    record = given(*TWO_ON_THE_CHAIRS_SEAT)
    take = TakeChair(seat="region", side="region", from_on="2026-02-01")
    record.when(take, to=STRATEGIC_SEATS).then(ChairTaken(seat="region", side="region", from_on="2026-02-01"))
    assert sides(record, "2025-12-31", "2026-01-31", "2026-02-01") == ["region", None, "region"]
    record.when(take, to=STRATEGIC_SEATS).then()


def test_the_holder_of_today_takes_another_chair_from_today_though_a_successor_is_known() -> None:
    record = given(*TWO_ON_THE_CHAIRS_SEAT)
    take = TakeChair(seat="region", side="hospitaler")
    record.when(take, to=STRATEGIC_SEATS).then(ChairTaken(seat="region", side="hospitaler", from_on="2024-03-01"))
    assert sides(record, "2024-02-29", "2024-03-01", "2026-01-01") == ["region", "hospitaler", None]


def test_a_chair_is_left_from_a_day() -> None:
    record = given(*PEOPLE)
    leave = LeaveChair(seat="region", ceases_on="2024-06-01")
    record.when(leave, to=STRATEGIC_SEATS).then(ChairLeft(seat="region", ceases_on="2024-06-01"))
    assert sides(record, "2024-05-31", "2024-06-01") == ["region", None]
    assert holders(record, "2024-06-01", seat="region") == [CHAIR]
    record.when(leave, to=STRATEGIC_SEATS).then()


def test_a_chair_is_left_today_though_a_successor_is_known() -> None:
    record = given(*TWO_ON_THE_CHAIRS_SEAT)
    record.when(LeaveChair(seat="region"), to=STRATEGIC_SEATS).then(ChairLeft(seat="region", ceases_on="2024-03-01"))
    assert sides(record, "2024-02-29", "2024-03-01") == ["region", None]


def test_no_more_chair_on_any_day_than_the_body_was_given() -> None:
    """The other chair begins later: what is asked for now would be one too many then."""
    later = STRATEGIC_SEATS, ChairTaken(seat="region", side="region", from_on="2025-01-01")
    record = given(*PEOPLE, (STRATEGIC_SEATS, ChairLeft(seat="region")), later)
    record.when(TakeChair(seat="kolding", side="kommuner"), to=STRATEGIC_SEATS).refused("membership.chairs-full")
    until = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2025-01-01")
    record.happened(*until).when(TakeChair(seat="kolding", side="kommuner"), to=STRATEGIC_SEATS).then(
        ChairTaken(seat="kolding", side="kommuner")
    )
    assert not chairs(record.see(STRATEGIC_SEATS).seats["kolding"], "2025-01-01")


# --- closed -----------------------------------------------------------------------------------------------------------


def test_a_vacant_seat_is_closed() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.CLOSED)
    record = given(*PEOPLE, left)
    record.when(CloseSeat(seat="kolding"), to=STRATEGIC_SEATS, by=SECRETARY).then(
        SeatClosed(seat="kolding", ceases_on="2024-03-01")
    )
    record.when(CloseSeat(seat="kolding"), to=STRATEGIC_SEATS).then()
    record.when(CloseSeat(seat="kolding", ceases_on="2025-01-01"), to=STRATEGIC_SEATS).refused(
        "membership.seat-gone", seat="kolding", ceases_on="2024-03-01"
    )
    record.when(fill(OUTSIDER), to=STRATEGIC_SEATS).refused("membership.seat-gone", seat="kolding")
    assert record.when(fill(OUTSIDER, "2023-01-01", "2024-03-01"), to=STRATEGIC_SEATS).recorded


def test_a_seat_that_somebody_holds_then_is_not_closed() -> None:
    record = given(*TWO_HOLDERS)
    record.when(CloseSeat(seat="kolding", ceases_on="2025-01-01"), to=STRATEGIC_SEATS).refused(
        "membership.seat-held", seat="kolding", person=MEMBER
    )
    record.when(CloseSeat(seat="kolding", ceases_on="2026-06-01"), to=STRATEGIC_SEATS).refused(
        "membership.seat-held", seat="kolding", person=OUTSIDER
    )


# --- the contact person of a party ------------------------------------------------------------------------------------

LILLEBAELT = "lillebaelt/cluster/lillebaelt"
CONTACT = "dk/person/contact"
KOLDINGS_CONTACT: tuple[Fact, ...] = (
    person(CONTACT, KOLDING),
    (LILLEBAELT, ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)),
    (LILLEBAELT, PartyJoined(party=KOLDING)),
    (LILLEBAELT, ContactNamed(party=KOLDING, person=CONTACT)),
)


@pytest.mark.parametrize(
    "command",
    [
        VacateSeat(seat="kolding", cause=Cause.LEFT, person=OUTSIDER),
        fill(THIRD, "2018-01-01", "2020-01-01"),
        NameSubstitute(person=THIRD, stands_for=("kolding",)),
        EndSubstitute(person=THIRD),
    ],
    ids=lambda each: each.verb,
)
def test_the_contact_person_says_who_sits_on_the_partys_own_seats(command: Command) -> None:
    named = STRATEGIC_SEATS, SubstituteNamed(person=THIRD, stands_for=("kolding",))
    facts = (*TWO_HOLDERS, *KOLDINGS_CONTACT, *((named,) if isinstance(command, EndSubstitute) else ()))
    (recorded,) = given(*facts).when(command, to=STRATEGIC_SEATS, by=CONTACT).recorded
    assert recorded.by.rule == "contact-of-party"


@pytest.mark.parametrize(
    "command",
    [
        VacateSeat(seat="region", cause=Cause.LEFT),
        FillSeat(seat="sekretariat", person=THIRD, from_on="2018-01-01", ceases_on="2020-01-01"),
        FillSeat(seat="none", person=THIRD),
        NameSubstitute(person=THIRD, stands_for=("kolding", "region")),
        EndSubstitute(person=THIRD),
        TakeChair(seat="kolding", side="kommuner"),
    ],
    ids=["another party's", "nobody's", "no seat", "one of two", "everywhere", "a chair"],
)
def test_the_contact_person_says_nothing_of_seats_that_are_not_the_partys(command: Command) -> None:
    both = STRATEGIC_SEATS, SubstituteNamed(person=THIRD, stands_for=("kolding", "sekretariat"))
    given(*TWO_HOLDERS, *KOLDINGS_CONTACT, both).when(command, to=STRATEGIC_SEATS, by=CONTACT).denied()
