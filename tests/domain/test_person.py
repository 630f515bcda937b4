"""Persons: one identity each; a death frees every seat the person held, in every cluster."""

import pytest

from domain.kernel import Command
from domain.membership import Cause, ChairTaken, FillSeat, SeatFilled, SeatOpened, SeatVacated
from domain.names import CLOCK, HOUSE
from domain.person import (
    ChangeFunction,
    DeathRecorded,
    FunctionChanged,
    RecordDeath,
    Register,
    Registered,
    Vacancy,
    party_on,
)
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ELSEWHERE,
    KOLDING,
    MEMBER,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
)
from tests.given import given

NEW = "dk/person/new"
SEATS_ELSEWHERE = "aarhus/membership/directors"
SITS_ELSEWHERE: tuple[Fact, ...] = (
    (SEATS_ELSEWHERE, SeatOpened(body=ELSEWHERE, seat="patienter", right=ByPatients(), voice=Voice.VOTE)),
    (SEATS_ELSEWHERE, SeatFilled(seat="patienter", person=MEMBER)),
)
REGISTER = Register(name="Et navn", function="Sundhedschef", party=KOLDING)
DIED: Fact = (MEMBER, DeathRecorded(detail=None, seats=()))


def test_a_person_is_registered_with_a_function_at_a_party() -> None:
    given(*WORLD).when(REGISTER, to=NEW, by=SECRETARY).then(
        Registered(name=said("Et navn"), function=said("Sundhedschef"), party=KOLDING)
    )


def test_a_person_is_registered_once() -> None:
    given(*WORLD).when(REGISTER, to=MEMBER).refused("person.exists")


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (NEW, Register(name="Et navn", function="Chef", party="dk/party/none")),
        (MEMBER, ChangeFunction(function="Chef", party="dk/party/none", from_on="2024-04-01")),
    ],
    ids=["register", "change-function"],
)
def test_the_party_of_a_person_is_registered(to: str, command: Command) -> None:
    given(*WORLD).when(command, to=to).refused("id.unknown", id="dk/party/none")


@pytest.mark.parametrize("name", [CLOCK, HOUSE])
def test_nobody_is_registered_in_whose_name_the_house_acts(name: str) -> None:
    given(*WORLD).when(REGISTER, to=name, by=SECRETARY).refused("person.reserved")


def test_a_person_takes_another_function_from_a_day() -> None:
    change = ChangeFunction(function="Direktør", party=REGION, from_on="2024-04-01")
    given(*WORLD).when(change, to=MEMBER, by=SECRETARY).then(
        FunctionChanged(function=said("Direktør"), party=REGION, from_on="2024-04-01")
    )


def test_a_death_frees_the_persons_seats_in_every_cluster() -> None:
    record = given(*WORLD, *SITS_ELSEWHERE)
    seats = (
        Vacancy(membership=SEATS_ELSEWHERE, seat="patienter"),
        Vacancy(membership=STRATEGIC_SEATS, seat="kolding"),
    )
    record.when(RecordDeath(detail="Meddelt på mødet."), to=MEMBER, by=SECRETARY).then(
        DeathRecorded(detail=said("Meddelt på mødet."), seats=seats),
        (SEATS_ELSEWHERE, SeatVacated(seat="patienter", person=MEMBER, cause=Cause.DEATH)),
        (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.DEATH)),
    )


def test_the_death_of_somebody_without_a_seat_frees_none() -> None:
    given(*WORLD).when(RecordDeath(), to=OUTSIDER).then(DeathRecorded(detail=None, seats=()))


def test_a_death_is_recorded_once() -> None:
    given(*WORLD, DIED).when(RecordDeath(detail="Igen."), to=MEMBER).then()


# --- whom they speak for ----------------------------------------------------------------------------------------------

MOVES: Fact = (MEMBER, FunctionChanged(function=said("Direktør"), party=REGION, from_on="2024-04-01"))


def test_a_person_speaks_for_another_party_from_the_day_of_the_change() -> None:
    corrected = MEMBER, FunctionChanged(function=said("Direktør"), party=KOLDING, from_on="2024-04-01")
    record = given(*WORLD, MOVES)
    assert [party_on(record.see(MEMBER), day) for day in ("2024-03-31", "2024-04-01")] == [KOLDING, REGION]
    assert party_on(given(*WORLD, MOVES, corrected).see(MEMBER), "2024-04-01") == KOLDING


def test_the_change_that_began_last_counts_in_whatever_order_they_were_entered() -> None:
    before = MEMBER, FunctionChanged(function=said("Chef"), party=KOLDING, from_on="2024-02-01")
    state = given(*WORLD, MOVES, before).see(MEMBER)
    assert [party_on(state, day) for day in ("2024-02-01", "2024-04-01")] == [KOLDING, REGION]


def test_a_person_takes_a_seat_of_the_party_they_speak_for_on_the_day_they_come_to_it() -> None:
    free = tuple(fact for fact in WORLD if fact[1] != SeatFilled(seat="region", person=CHAIR))
    unchaired = tuple(fact for fact in free if not isinstance(fact[1], ChairTaken))
    record = given(*unchaired, MOVES)
    record.when(FillSeat(seat="region", person=MEMBER, from_on="2024-03-31"), to=STRATEGIC_SEATS).refused(
        "membership.not-entitled", seat="region", party=REGION
    )
    vacated = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT)
    record = given(*unchaired, MOVES, vacated)
    assert record.when(FillSeat(seat="region", person=MEMBER, from_on="2024-04-01"), to=STRATEGIC_SEATS).recorded


def test_the_dead_take_no_other_function() -> None:
    change = ChangeFunction(function="Direktør", party=REGION, from_on="2024-04-01")
    given(*WORLD, DIED).when(change, to=MEMBER).refused("person.dead")
