"""Substitutes: who stands in on which seat, after whom, from which day to which."""

import pytest

from domain.kernel import Command
from domain.membership import (
    Cause,
    CloseSeat,
    EndSubstitute,
    NameSubstitute,
    SeatClosed,
    SeatFilled,
    SeatVacated,
    SubstituteEnded,
    SubstituteNamed,
)
from domain.membership.substitutes import SUBSTITUTES_MAX
from domain.person import DeathRecorded
from domain.seating import seats_stood_in_on, standing_in
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEMBER,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    decision,
    discussing,
    person,
    taken,
)
from tests.given import Record, given

SECOND = "dk/person/second"
OF_THE_REGION = "dk/person/of-the-region"
PEOPLE = (*WORLD, person(SECOND, KOLDING), person(OF_THE_REGION, REGION))


def named(who: str, after: str | None = None, from_on: str | None = None, ceases_on: str | None = None) -> Fact:
    return STRATEGIC_SEATS, SubstituteNamed(
        person=who, stands_for=("kolding",), after=after, from_on=from_on, ceases_on=ceases_on
    )


def name(who: str, after: str | None = None, *, seats: tuple[str, ...] = ("kolding",)) -> NameSubstitute:
    return NameSubstitute(person=who, stands_for=seats, after=after)


def chain(record: Record, who: str, on: str = "2024-03-01", seat: str = "kolding") -> tuple[str, ...] | None:
    return standing_in(record.see(STRATEGIC_SEATS), seat, who, on)


# --- named ------------------------------------------------------------------------------------------------------------


def test_a_substitute_is_named_for_seats_by_a_decision() -> None:
    record = given(*PEOPLE, *discussing(), decision())
    wish = NameSubstitute(
        person=SECRETARY, stands_for=("sekretariat",), from_on="2024-04-01", ceases_on="2026-01-01", decision=taken()
    )
    fact = SubstituteNamed(
        person=OF_THE_REGION, stands_for=("sekretariat", "region"), from_on="2024-04-01", decision=taken()
    )
    record.when(
        NameSubstitute(
            person=OF_THE_REGION, stands_for=("sekretariat", "region"), from_on="2024-04-01", decision=taken()
        ),
        to=STRATEGIC_SEATS,
        by=SECRETARY,
    ).then(fact)
    record.when(wish, to=STRATEGIC_SEATS).refused("membership.substitute-loop", person=SECRETARY)


def test_naming_a_substitute_who_is_that_already_changes_nothing() -> None:
    record = given(*PEOPLE, named(OUTSIDER))
    record.when(name(OUTSIDER), to=STRATEGIC_SEATS).then()


def test_a_substitute_stands_in_once_on_a_day() -> None:
    record = given(*PEOPLE, named(OUTSIDER, ceases_on="2025-01-01"), named(SECOND))
    record.when(name(OUTSIDER, after=SECOND), to=STRATEGIC_SEATS).refused(
        "membership.substitute-already", seat="kolding", person=OUTSIDER
    )
    later = NameSubstitute(person=OUTSIDER, stands_for=("kolding",), after=SECOND, from_on="2025-01-01")
    record.when(later, to=STRATEGIC_SEATS).then(
        SubstituteNamed(person=OUTSIDER, stands_for=("kolding",), after=SECOND, from_on="2025-01-01")
    )
    assert [chain(record, OUTSIDER, on) for on in ("2024-12-31", "2025-01-01")] == [(MEMBER,), (SECOND, MEMBER)]


@pytest.mark.parametrize(
    ("facts", "wish"),
    [
        ((), name(MEMBER)),
        ((named(OUTSIDER),), name(MEMBER, after=OUTSIDER)),
        ((), name(OUTSIDER, after=OUTSIDER)),
        ((named(OUTSIDER), named(SECOND, after=OUTSIDER)), name(OUTSIDER, after=SECOND)),
    ],
    ids=["for oneself", "a holder after a substitute", "after oneself", "after one's own substitute"],
)
def test_nobody_stands_in_for_themselves_or_for_their_own_substitute(
    facts: tuple[Fact, ...], wish: NameSubstitute
) -> None:
    given(*PEOPLE, *facts).when(wish, to=STRATEGIC_SEATS).refused("membership.substitute-loop", person=wish.person)


def test_a_dead_person_stands_in_for_nobody() -> None:
    died = OUTSIDER, DeathRecorded(detail=None, seats=())
    given(*PEOPLE, died).when(name(OUTSIDER), to=STRATEGIC_SEATS).refused("membership.person-gone", person=OUTSIDER)


def test_a_substitute_on_a_partys_seat_is_of_that_party() -> None:
    given(*PEOPLE).when(name(OF_THE_REGION), to=STRATEGIC_SEATS).refused(
        "membership.not-entitled", seat="kolding", party=KOLDING
    )


@pytest.mark.parametrize("after", [CHAIR, SECOND])
def test_a_substitute_comes_after_somebody_who_holds_or_stands_in_on_the_seat(after: str) -> None:
    given(*PEOPLE).when(name(OUTSIDER, after=after), to=STRATEGIC_SEATS).refused(
        "membership.not-in-line", seat="kolding", person=after
    )


@pytest.mark.parametrize(
    "command", [name(OUTSIDER, seats=("none",)), CloseSeat(seat="none")], ids=lambda each: each.verb
)
def test_a_seat_that_was_not_opened_has_no_substitute_and_is_not_closed(command: Command) -> None:
    given(*PEOPLE).when(command, to=STRATEGIC_SEATS).refused("membership.seat-unknown", seat="none")


def test_every_seat_that_a_substitute_stands_in_on_exists() -> None:
    given(*PEOPLE).when(name(OUTSIDER, seats=("kolding", "none")), to=STRATEGIC_SEATS).refused(
        "membership.seat-unknown", seat="none"
    )


def test_a_closed_seat_has_no_substitute() -> None:
    gone = (
        (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.CLOSED)),
        (STRATEGIC_SEATS, SeatClosed(seat="kolding", ceases_on="2024-03-01")),
    )
    given(*PEOPLE, *gone).when(name(OUTSIDER), to=STRATEGIC_SEATS).refused(
        "membership.seat-gone", seat="kolding", ceases_on="2024-03-01"
    )


def test_a_body_has_so_many_substitutes_and_no_more() -> None:
    many = tuple(f"dk/person/many-{number}" for number in range(SUBSTITUTES_MAX))
    facts = (fact for each in many for fact in (person(each, KOLDING), named(each)))
    given(*PEOPLE, *facts).when(name(OUTSIDER), to=STRATEGIC_SEATS).refused(
        "membership.substitutes-full", count=SUBSTITUTES_MAX
    )


# --- the chain --------------------------------------------------------------------------------------------------------


def test_whoever_stands_in_is_told_for_whom_nearest_first() -> None:
    """001.6: the deputy of the chair of a committee, and the replacement of the deputy."""
    record = given(*PEOPLE, named(OUTSIDER, after=MEMBER), named(SECOND, after=OUTSIDER))
    assert chain(record, SECOND) == (OUTSIDER, MEMBER)
    assert chain(record, OUTSIDER) == (MEMBER,)
    assert chain(record, MEMBER) == ()
    assert chain(record, CHAIR) is None
    assert chain(record, OUTSIDER, seat="none") is None


def test_a_substitute_stands_in_from_the_first_day_to_the_last() -> None:
    record = given(*PEOPLE, named(OUTSIDER, from_on="2024-04-01", ceases_on="2024-05-01"))
    days = ("2024-03-31", "2024-04-01", "2024-04-30", "2024-05-01")
    assert [chain(record, OUTSIDER, on) for on in days] == [None, (MEMBER,), (MEMBER,), None]
    assert [seats_stood_in_on(record.see(STRATEGIC_SEATS), OUTSIDER, on) for on in days] == [
        (), ("kolding",), ("kolding",), (),
    ]  # fmt: skip


def test_whoever_stands_in_on_a_vacant_seat_stands_in_for_nobody() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT)
    record = given(*PEOPLE, left, named(OUTSIDER), named(SECOND, after=OUTSIDER))
    assert chain(record, OUTSIDER) == ()
    assert chain(record, SECOND) == (OUTSIDER,)
    assert chain(record, MEMBER) is None
    assert seats_stood_in_on(record.see(STRATEGIC_SEATS), OUTSIDER, "2024-03-01") == ("kolding",)


def test_when_a_substitute_is_one_no_longer_the_next_moves_up() -> None:
    record = given(*PEOPLE, named(OUTSIDER, ceases_on="2024-04-01"), named(SECOND, after=OUTSIDER))
    assert [chain(record, SECOND, on) for on in ("2024-03-31", "2024-04-01")] == [(OUTSIDER, MEMBER), (MEMBER,)]


def test_when_a_substitute_becomes_the_holder_the_next_stands_in_for_the_new_holder() -> None:
    follows = (
        (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-04-01")),
        (STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER, from_on="2024-04-01")),
    )
    record = given(*PEOPLE, named(OUTSIDER), named(SECOND, after=OUTSIDER), *follows)
    assert [chain(record, SECOND, on) for on in ("2024-03-31", "2024-04-01")] == [(OUTSIDER, MEMBER), (OUTSIDER,)]
    assert chain(record, OUTSIDER, "2024-04-01") == ()
    assert seats_stood_in_on(record.see(STRATEGIC_SEATS), OUTSIDER, "2024-04-01") == ()


def test_the_own_substitutes_of_a_holder_go_when_the_holder_goes() -> None:
    left = STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT, ceases_on="2024-04-01")
    record = given(*PEOPLE, named(OUTSIDER, after=MEMBER), named(SECOND, after=OUTSIDER), left)
    assert [chain(record, SECOND, on) for on in ("2024-03-31", "2024-04-01")] == [(OUTSIDER, MEMBER), None]


def test_a_line_that_runs_in_a_ring_leads_nowhere() -> None:
    """No command makes one; a state that held one would still answer."""
    record = given(*PEOPLE, named(OUTSIDER, after=SECOND), named(SECOND, after=OUTSIDER))
    assert chain(record, OUTSIDER) is None


# --- ended ------------------------------------------------------------------------------------------------------------


def test_a_substitute_stands_in_no_longer_from_a_day() -> None:
    record = given(*PEOPLE, named(OUTSIDER), named(OUTSIDER, from_on="2025-01-01"))
    record.when(EndSubstitute(person=OUTSIDER, ceases_on="2024-04-01"), to=STRATEGIC_SEATS, by=SECRETARY).then(
        SubstituteEnded(person=OUTSIDER, ceases_on="2024-04-01")
    )
    assert [chain(record, OUTSIDER, on) for on in ("2024-03-31", "2024-04-01", "2025-01-01")] == [(MEMBER,), None, None]


def test_without_a_day_a_substitute_stands_in_no_longer_from_today() -> None:
    given(*PEOPLE, named(OUTSIDER)).when(EndSubstitute(person=OUTSIDER), to=STRATEGIC_SEATS).then(
        SubstituteEnded(person=OUTSIDER, ceases_on="2024-03-01")
    )


@pytest.mark.parametrize("facts", [(), (named(OUTSIDER, ceases_on="2024-03-01"),)], ids=["never", "over"])
def test_whoever_does_not_stand_in_does_not_cease_to(facts: tuple[Fact, ...]) -> None:
    given(*PEOPLE, *facts).when(EndSubstitute(person=OUTSIDER), to=STRATEGIC_SEATS).refused(
        "membership.not-substitute", person=OUTSIDER
    )
