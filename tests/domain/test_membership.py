"""Memberships: one holder per seat, one voting seat per person, no more chairs than the body has."""

import pytest

from domain.kernel import Command
from domain.membership import (
    Cause,
    ChairLeft,
    ChairTaken,
    FillSeat,
    LeaveChair,
    OpenSeat,
    SeatFilled,
    SeatOpened,
    SeatVacated,
    TakeChair,
    VacateSeat,
)
from domain.person import DeathRecorded, RecordDeath
from domain.seats import SEATS_MAX, ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    BODIES,
    CHAIR,
    MEMBER,
    OUTSIDER,
    PARTIES,
    PEOPLE,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    TODAY,
    WORLD,
    Fact,
)
from tests.given import ADMINISTRATOR, given

PATIENTS: Fact = (
    STRATEGIC_SEATS,
    SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.VOTE),
)
OBSERVER: Fact = (
    STRATEGIC_SEATS,
    SeatOpened(body=STRATEGIC, seat="observatoer", right=ByPatients(), voice=Voice.OBSERVER),
)
VACATED: Fact = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT))


# --- opened -----------------------------------------------------------------------------------------------------------


def open_seat(seat: str = "patienter", body: str = STRATEGIC) -> OpenSeat:
    return OpenSeat(body=body, seat=seat, right=ByPatients(), voice=Voice.VOTE)


def test_a_body_opens_one_more_seat() -> None:
    given(*WORLD).when(open_seat(), to=STRATEGIC_SEATS, by=SECRETARY).then(
        SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.VOTE)
    )


def test_a_seat_is_opened_once() -> None:
    given(*WORLD, PATIENTS).when(open_seat(), to=STRATEGIC_SEATS).refused("membership.seat-exists", seat="patienter")


def test_a_body_has_its_seats_in_one_place() -> None:
    given(*WORLD).when(open_seat(body=POLITICAL), to=STRATEGIC_SEATS).refused("membership.other-body", body=POLITICAL)


def test_seats_are_opened_one_by_one_up_to_the_limit() -> None:
    seats = tuple(
        (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat=f"plads-{number}", right=ByPatients(), voice=Voice.VOTE))
        for number in range(SEATS_MAX)
    )
    given(*PARTIES, *BODIES, *seats).when(open_seat(), to=STRATEGIC_SEATS).refused(
        "body.too-many-seats", count=SEATS_MAX
    )


def test_a_seat_belongs_to_a_body_that_exists() -> None:
    given(*WORLD).when(open_seat(body="lillebaelt/body/none"), to=STRATEGIC_SEATS).refused("id.unknown")


# --- filled -----------------------------------------------------------------------------------------------------------


def test_a_vacant_seat_is_filled_by_somebody_of_its_party() -> None:
    fill = FillSeat(seat="kolding", person=OUTSIDER, from_on="2024-04-01", ceases_on="2026-01-01")
    given(*WORLD, VACATED).when(fill, to=STRATEGIC_SEATS, by=SECRETARY).then(
        SeatFilled(seat="kolding", person=OUTSIDER, from_on="2024-04-01", ceases_on="2026-01-01")
    )


def test_filling_a_seat_with_its_holder_changes_nothing() -> None:
    given(*WORLD).when(FillSeat(seat="kolding", person=MEMBER), to=STRATEGIC_SEATS).then()


def test_a_seat_has_one_holder() -> None:
    given(*WORLD).when(FillSeat(seat="kolding", person=OUTSIDER), to=STRATEGIC_SEATS).refused(
        "membership.seat-taken", seat="kolding", person=MEMBER
    )


def test_a_seat_goes_to_the_party_whose_right_it_is() -> None:
    given(*WORLD, VACATED).when(FillSeat(seat="kolding", person=CHAIR), to=STRATEGIC_SEATS).refused(
        "membership.not-entitled", seat="kolding", party="dk/party/kolding"
    )


def test_nobody_has_two_votes_in_one_body() -> None:
    given(*WORLD, PATIENTS).when(FillSeat(seat="patienter", person=MEMBER), to=STRATEGIC_SEATS).refused(
        "membership.two-seats", person=MEMBER
    )


def test_whoever_votes_may_also_hold_a_seat_without_a_vote() -> None:
    given(*WORLD, OBSERVER).when(FillSeat(seat="observatoer", person=MEMBER), to=STRATEGIC_SEATS).then(
        SeatFilled(seat="observatoer", person=MEMBER)
    )


def test_a_dead_person_takes_no_seat() -> None:
    died = OUTSIDER, DeathRecorded(detail=None, seats=())
    given(*WORLD, VACATED, died).when(FillSeat(seat="kolding", person=OUTSIDER), to=STRATEGIC_SEATS).refused(
        "membership.person-gone", person=OUTSIDER
    )


def test_the_administrator_fills_the_first_secretariat_seat_and_none_after_it() -> None:
    opened = tuple(
        (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat=seat, right=ByPatients(), voice=Voice.SECRETARIAT))
        for seat in ("sekretariat", "sekretariat-2")
    )
    record = given(*PARTIES, *PEOPLE, *BODIES, *opened)
    first = FillSeat(seat="sekretariat", person=SECRETARY)
    record.when(first, to=STRATEGIC_SEATS, by=ADMINISTRATOR).then(SeatFilled(seat="sekretariat", person=SECRETARY))
    record.when(FillSeat(seat="sekretariat-2", person=OUTSIDER), to=STRATEGIC_SEATS, by=ADMINISTRATOR).denied()


# --- vacated ----------------------------------------------------------------------------------------------------------


def test_a_seat_falls_vacant() -> None:
    vacate = VacateSeat(seat="kolding", cause=Cause.LEFT, ceases_on="2024-04-01", detail="Nyt job.")
    given(*WORLD).when(vacate, to=STRATEGIC_SEATS, by=SECRETARY).then(
        SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-04-01", detail=said("Nyt job."))
    )


def test_a_vacant_seat_does_not_fall_vacant() -> None:
    given(*WORLD, VACATED).when(VacateSeat(seat="kolding", cause=Cause.LEFT), to=STRATEGIC_SEATS).refused(
        "membership.seat-vacant", seat="kolding"
    )


VACATED_LATER: Fact = (
    STRATEGIC_SEATS,
    SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-04-01"),
)


@pytest.mark.parametrize(
    ("on", "from_on"),
    [("2024-04-01", None), ("2024-04-01", "2024-04-01"), ("2024-05-02", "2024-04-15"), ("2024-03-01", "2024-04-01")],
    ids=["that day", "from that day", "later", "ahead"],
)
def test_a_seat_is_filled_from_the_day_it_falls_vacant(on: str, from_on: str | None) -> None:
    fill = FillSeat(seat="kolding", person=OUTSIDER, from_on=from_on)
    given(*WORLD, VACATED_LATER).when(fill, to=STRATEGIC_SEATS, by=SECRETARY, on=on).then(
        SeatFilled(seat="kolding", person=OUTSIDER, from_on=from_on)
    )


@pytest.mark.parametrize(
    ("on", "from_on"),
    [("2024-03-31", None), ("2024-03-01", "2024-03-31"), ("2024-04-02", "2024-03-31")],
    ids=["the day before", "ahead, from the day before", "afterwards, from the day before"],
)
@pytest.mark.parametrize("person", [OUTSIDER, MEMBER], ids=["another", "the same"])
def test_a_seat_has_one_holder_on_every_day(person: str, on: str, from_on: str | None) -> None:
    fill = FillSeat(seat="kolding", person=person, from_on=from_on)
    given(*WORLD, VACATED_LATER).when(fill, to=STRATEGIC_SEATS, on=on).refused(
        "membership.seat-taken-until", seat="kolding", person=MEMBER, ceases_on="2024-04-01"
    )


@pytest.mark.parametrize(("ceases_on", "vacant"), [("2024-03-01", True), ("2024-03-02", False)])
def test_a_seat_that_has_fallen_vacant_by_the_calendar_does_not_fall_vacant(ceases_on: str, vacant: bool) -> None:
    until = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER, ceases_on=ceases_on)
    answer = given(*WORLD, VACATED, until).when(VacateSeat(seat="kolding", cause=Cause.LEFT), to=STRATEGIC_SEATS)
    if vacant:
        answer.refused("membership.seat-vacant")
    else:
        answer.then(SeatVacated(seat="kolding", person=OUTSIDER, cause=Cause.LEFT, noted_on=TODAY))


def test_a_seat_falls_vacant_sooner_and_never_later_than_it_would() -> None:
    record = given(*WORLD, VACATED_LATER)
    record.when(VacateSeat(seat="kolding", cause=Cause.LEFT, ceases_on="2024-04-02"), to=STRATEGIC_SEATS).refused(
        "membership.vacant-sooner", ceases_on="2024-04-01"
    )
    sooner = VacateSeat(seat="kolding", cause=Cause.LEFT, ceases_on="2024-03-15")
    record.when(sooner, to=STRATEGIC_SEATS).then(
        SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-03-15")
    )


def test_two_votes_one_after_the_other_are_one_vote_on_every_day() -> None:
    record = given(*WORLD, PATIENTS, VACATED_LATER)
    vote = FillSeat(seat="patienter", person=MEMBER, from_on="2024-03-31")
    record.when(vote, to=STRATEGIC_SEATS).refused("membership.two-seats", person=MEMBER)
    vote = FillSeat(seat="patienter", person=MEMBER, from_on="2024-04-01")
    record.when(vote, to=STRATEGIC_SEATS).then(SeatFilled(seat="patienter", person=MEMBER, from_on="2024-04-01"))


@pytest.mark.parametrize(("on", "freed"), [("2024-03-31", True), ("2024-04-01", False)])
def test_a_death_frees_the_seats_that_are_held_still(on: str, freed: bool) -> None:
    answer = given(*WORLD, VACATED_LATER).when(RecordDeath(), to=MEMBER, by=SECRETARY, on=on)
    tags = [each.event.tag for each in answer.recorded]
    assert tags == ["person.death-recorded", *(["membership.seat-vacated"] if freed else [])]


# --- chairs -----------------------------------------------------------------------------------------------------------

CHAIR_LEFT: Fact = (STRATEGIC_SEATS, ChairLeft(seat="region"))


def take_chair(seat: str = "kolding") -> TakeChair:
    return TakeChair(seat=seat, side="kommuner", from_on="2024-04-01")


def test_the_holder_of_a_seat_takes_the_chair() -> None:
    given(*WORLD, CHAIR_LEFT).when(take_chair(), to=STRATEGIC_SEATS, by=SECRETARY).then(
        ChairTaken(seat="kolding", side="kommuner", from_on="2024-04-01")
    )


def test_a_body_has_no_more_chairs_than_it_was_given() -> None:
    given(*WORLD).when(take_chair(), to=STRATEGIC_SEATS).refused("membership.chairs-full", count=1)


def test_nobody_chairs_from_a_vacant_seat() -> None:
    given(*WORLD, CHAIR_LEFT, VACATED).when(take_chair(), to=STRATEGIC_SEATS).refused(
        "membership.seat-vacant", seat="kolding"
    )


def test_taking_a_chair_that_is_held_changes_nothing() -> None:
    given(*WORLD).when(TakeChair(seat="region", side="region"), to=STRATEGIC_SEATS).then()


def test_a_chair_is_free_from_the_day_its_holder_leaves_the_seat() -> None:
    leaves = STRATEGIC_SEATS, SeatVacated(seat="region", person=CHAIR, cause=Cause.LEFT, ceases_on="2024-04-01")
    record = given(*WORLD, leaves)
    record.when(TakeChair(seat="kolding", side="kommuner"), to=STRATEGIC_SEATS).refused("membership.chairs-full")
    record.when(take_chair(), to=STRATEGIC_SEATS).then(
        ChairTaken(seat="kolding", side="kommuner", from_on="2024-04-01")
    )


def test_a_chair_that_was_given_from_a_wrong_day_is_given_from_another() -> None:
    wrong = STRATEGIC_SEATS, ChairTaken(seat="region", side="region", from_on="2099-01-01")
    record = given(*WORLD, CHAIR_LEFT, wrong)
    record.when(TakeChair(seat="region", side="region", from_on="2099-01-01"), to=STRATEGIC_SEATS).then()
    record.when(TakeChair(seat="region", side="region"), to=STRATEGIC_SEATS).then(
        ChairTaken(seat="region", side="region")
    )


def test_a_chair_is_left() -> None:
    given(*WORLD).when(LeaveChair(seat="region"), to=STRATEGIC_SEATS, by=SECRETARY).then(ChairLeft(seat="region"))


def test_leaving_a_chair_that_is_not_held_changes_nothing() -> None:
    given(*WORLD).when(LeaveChair(seat="kolding"), to=STRATEGIC_SEATS).then()


def test_whoever_follows_on_a_seat_does_not_follow_on_the_chair() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="region", person=CHAIR, cause=Cause.TERM_ENDED)
    record = given(*WORLD, left, (STRATEGIC_SEATS, SeatFilled(seat="region", person=SECRETARY)))
    assert record.see(STRATEGIC_SEATS).seats["region"].holders[-1].chairs == ()


@pytest.mark.parametrize(
    "command",
    [
        FillSeat(seat="none", person=MEMBER),
        VacateSeat(seat="none", cause=Cause.LEFT),
        TakeChair(seat="none", side="region"),
        LeaveChair(seat="none"),
    ],
    ids=lambda command: command.verb,
)
def test_a_seat_that_was_not_opened_is_no_seat(command: Command) -> None:
    given(*WORLD).when(command, to=STRATEGIC_SEATS).refused("membership.seat-unknown", seat="none")
