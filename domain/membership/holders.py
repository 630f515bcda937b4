"""Holders (besættelse): who holds a seat from which day to which; one on every day."""

from typing import Any, assert_never

import msgspec

from domain.appointing import Cause
from domain.assurance import Assurance
from domain.dates import Day, days_before
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Who, known
from domain.membership.seats import (
    SeatClosed,
    at_work,
    decided_here,
    given_by,
    has_a_day,
    has_secretariat_seat,
    party_of,
    seat_of,
    with_seat,
)
from domain.names import LocalName, PartyId, PersonId
from domain.person import party_on
from domain.refusal import Refused
from domain.seating import Holding, Seat, Seats, holdings_from
from domain.seats import Voice
from domain.text import Kept, Text, TextClass, keep_if, said_if

# --- events ---


class SeatFilled(Event, frozen=True, kw_only=True):
    """A person holds a seat."""

    tag = "membership.seat-filled"
    rank = 6
    unsettles = True
    da = "{person} sidder på pladsen {seat} i {stream}[ fra {from_on}][ og ophører {ceases_on}]."
    en = "{person} holds the seat {seat} of {stream}[ from {from_on}][ and leaves on {ceases_on}]."

    seat: LocalName
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None
    decision: DecisionRef[Kept] | None = None


class SeatVacated(Event, frozen=True, kw_only=True):
    """A person holds a seat no longer, from a day on; absent: at once, on a day that nobody stated."""

    tag = "membership.seat-vacated"
    rank = 6
    unsettles = True
    text_class = TextClass.CONTACT
    da = "{person} er udtrådt af {stream} ({cause}); pladsen {seat} er ledig[ fra {ceases_on}]."
    en = "{person} has left {stream} ({cause}); the seat {seat} is vacant[ from {ceases_on}]."

    seat: LocalName
    person: PersonId
    cause: Cause
    ceases_on: Day | None = None
    detail: Kept | None = None
    decision: Taken | None = None
    noted_on: Day | None = None
    """When it was entered, where the day is not stated: the first on which whoever held it reads nothing new."""


Events = SeatFilled | SeatVacated


def evolve(state: Seats, event: Events) -> Seats:
    seat = state.seats[event.seat]
    match event:
        case SeatFilled():
            holding = Holding(person=event.person, from_on=event.from_on, ceases_on=event.ceases_on)
            holders = (*seat.holders, holding)
        case SeatVacated(ceases_on=None):
            holders = _left(seat.holders, event)
        case SeatVacated():
            holders = tuple(ended for each in seat.holders if (ended := _ended(each, event)) is not None)
        case _:
            assert_never(event)
    return with_seat(state, event.seat, msgspec.structs.replace(seat, holders=tuple(sorted(holders, key=_leaving))))


def _leaving(holding: Holding) -> tuple[bool, Day]:
    """In the order in which they leave; whoever stays comes last."""
    return holding.ceases_on is None, holding.ceases_on or ""


def _left(holders: tuple[Holding, ...], event: SeatVacated) -> tuple[Holding, ...]:
    """The last that a person holds is over. Which of several is meant no state can know; `decide` tells of each."""
    last = max((n for n, each in enumerate(holders) if each.person == event.person and not each.left), default=None)
    return tuple(
        msgspec.structs.replace(each, left=True, left_on=event.noted_on, because=event.cause) if n == last else each
        for n, each in enumerate(holders)
    )


def _ended(holding: Holding, event: SeatVacated) -> Holding | None:
    """A holding that the person left ends on the day, and never begins if it would have begun later."""
    over = holding.ceases_on is not None and event.ceases_on is not None and holding.ceases_on <= event.ceases_on
    if holding.person != event.person or holding.left or over:
        return holding
    if holding.from_on is not None and event.ceases_on is not None and event.ceases_on <= holding.from_on:
        return None
    return msgspec.structs.replace(holding, ceases_on=event.ceases_on, because=event.cause)


# --- commands ---


class FillSeat(Command, frozen=True, kw_only=True):
    """Besæt en plads."""

    verb = "fill-seat"
    who = (Who.SECRETARIAT, Who.CONTACT, Who.ADMINISTRATOR, Who.REACTION)
    gives = (SeatFilled,)
    assurance = Assurance.SUBSTANTIAL

    seat: LocalName
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None
    decision: DecisionRef[Text] | None = None

    def for_party(self, state: Any) -> PartyId | None:
        return party_of(state, (self.seat,))

    def founds(self, state: Any) -> bool:
        seat = state.seats.get(self.seat) if isinstance(state, Seats) else None
        return not has_secretariat_seat(state) or (seat is not None and seat.voice is Voice.SECRETARIAT)


class VacateSeat(Command, frozen=True, kw_only=True):
    """Gør en plads ledig."""

    verb = "vacate-seat"
    who = (Who.SECRETARIAT, Who.CONTACT, Who.REACTION)
    gives = (SeatVacated,)
    assurance = Assurance.SUBSTANTIAL

    seat: LocalName
    cause: Cause
    ceases_on: Day | None = None
    detail: Text | None = None
    decision: Taken | None = None
    person: PersonId | None = None
    """Who leaves, where that is not the holder of today: a successor who never comes."""

    def for_party(self, state: Any) -> PartyId | None:
        return party_of(state, (self.seat,))


class CloseSeats(Command, frozen=True, kw_only=True):
    """Forummet er nedlagt: dets pladser er det også."""

    verb = "close-seats"
    who = (Who.REACTION,)
    gives = (SeatVacated, SeatClosed)

    ceases_on: Day


Commands = FillSeat | VacateSeat | CloseSeats


def decide(command: Commands, state: Seats, asked: Asked) -> tuple[Event, ...]:
    match command:
        case FillSeat():
            return _fill_seat(command, seat_of(state, command.seat), state, asked)
        case VacateSeat():
            return _vacate_seat(command, seat_of(state, command.seat), asked)
        case CloseSeats():
            return _close_seats(command.ceases_on, state)
        case _:
            assert_never(command)


def _fill_seat(command: FillSeat, seat: Seat, state: Seats, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.person)
    if asked.by.rule == "administrator" and asked.by.person == command.person:
        raise Refused("membership.self")
    given_by(asked, command.decision)
    has_a_day(command.from_on, command.ceases_on)
    if any(_is_so(command, each) for each in seat.holders):
        return ()
    at_work(state.body, _first(command, asked.today), asked)
    _require_free(command, seat, asked.today)
    entitled(seat, command.seat, command.person, asked, command.from_on)
    if seat.voice is Voice.VOTE and any(
        name != command.seat and each.person == command.person and meet(command, each, asked.today)
        for name in state.held.get(command.person, ())
        if state.seats[name].voice is Voice.VOTE
        for each in state.seats[name].holders
    ):
        raise Refused("membership.two-seats", person=command.person)
    return (
        SeatFilled(
            seat=command.seat,
            person=command.person,
            from_on=command.from_on,
            ceases_on=command.ceases_on,
            decision=keep_if(command.decision),
        ),
    )


def _is_so(command: FillSeat, holding: Holding) -> bool:
    """Whether the person holds, held or comes to hold the seat from and to those very days."""
    return (
        not holding.left
        and holding.person == command.person
        and command.from_on in (None, holding.from_on)
        and command.ceases_on == holding.ceases_on
    )


def _require_free(command: FillSeat, seat: Seat, today: Day) -> None:
    """Refuse a second holder on any day, and any after the seat is closed."""
    if seat.closed_on is not None and (command.ceases_on is None or command.ceases_on > seat.closed_on):
        raise Refused("membership.seat-gone", seat=command.seat, ceases_on=seat.closed_on)
    for each in seat.holders:
        if not meet(command, each, today):
            continue
        if each.from_on is not None and _first(command, today) < each.from_on:
            raise Refused("membership.seat-taken-from", seat=command.seat, person=each.person, from_on=each.from_on)
        if each.ceases_on is None:
            raise Refused("membership.seat-taken", seat=command.seat, person=each.person)
        raise Refused("membership.seat-taken-until", seat=command.seat, person=each.person, ceases_on=each.ceases_on)


def meet(one: FillSeat | Holding, other: Holding, today: Day) -> bool:
    """Whether two periods share a day. Where a first day is not stated, only the last day that is known counts."""
    return (
        not other.left
        and (one.ceases_on is None or _first(other, today) < one.ceases_on)
        and (other.ceases_on is None or _first(one, today) < other.ceases_on)
    )


def _first(period: FillSeat | Holding, today: Day) -> Day:
    """The first day that a period holds for certain."""
    if period.from_on is not None:
        return period.from_on
    return today if period.ceases_on is None or today < period.ceases_on else days_before(period.ceases_on, 1)


def entitled(seat: Seat, name: LocalName, person: PersonId, asked: Asked, from_on: Day | None) -> None:
    """Refuse the dead and the erased, and whoever is not of the party whose right a seat is on the day they come to it."""
    who = asked.see(person)
    if who.gone:
        raise Refused("membership.person-gone", person=person)
    if seat.party is not None and party_on(who, from_on or asked.today) != seat.party:
        raise Refused("membership.not-entitled", seat=name, party=seat.party)


def _vacate_seat(command: VacateSeat, seat: Seat, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.person)
    decided_here(asked, command.decision)
    kept = holdings_from(seat, asked.today)
    if command.person is not None:
        kept = tuple(each for each in kept if each.person == command.person)
        if not kept:
            raise Refused("membership.not-holder", seat=command.seat, person=command.person)
    if not kept:
        raise Refused("membership.seat-vacant", seat=command.seat)
    leaves = _leaves(command, kept)
    vacated = SeatVacated(
        seat=command.seat,
        person=leaves.person,
        cause=command.cause,
        ceases_on=command.ceases_on,
        detail=said_if(command.detail),
        decision=command.decision,
        noted_on=None if command.ceases_on is not None or command.cause is Cause.DEATH else asked.today,
    )
    if command.ceases_on is not None:
        return (vacated,)
    more = sum(each.person == leaves.person for each in kept) - 1
    return (vacated, *(msgspec.structs.replace(vacated, detail=None),) * more)


def _leaves(command: VacateSeat, kept: tuple[Holding, ...]) -> Holding:
    """Whose seat falls vacant: of whoever holds it the day before, or the first who comes to. Raises Refused."""
    if command.ceases_on is None:
        return kept[0]
    for each in kept:
        if each.ceases_on is None or command.ceases_on <= each.ceases_on:
            return each
    raise Refused("membership.vacant-sooner", seat=command.seat, ceases_on=kept[-1].ceases_on or command.ceases_on)


def _close_seats(ceases_on: Day, state: Seats) -> tuple[Event, ...]:
    """Whoever sits on the last day leaves with it, whoever would come after never does, and the seats are no more."""
    events: list[Event] = []
    for name, seat in state.seats.items():
        if seat.closed_on is None:
            people = dict.fromkeys(each.person for each in holdings_from(seat, ceases_on))
            events += [
                SeatVacated(seat=name, person=person, cause=Cause.CLOSED, ceases_on=ceases_on) for person in people
            ]
            events.append(SeatClosed(seat=name, ceases_on=ceases_on))
    return tuple(events)
