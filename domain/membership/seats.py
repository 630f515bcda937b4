"""Seats (pladser) of a body: opened with a right and a voice, closed when nobody holds them any more."""

from collections.abc import Iterable
from typing import Any, assert_never

import msgspec

from domain.authority import require_decided
from domain.bodies import Closed
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, LocalName, PartyId
from domain.refusal import Refused
from domain.seating import Seat, Seats, holdings_from, seated
from domain.seats import SEATS_MAX, ByCluster, ByParty, Right, Voice
from domain.text import Kept, Text, keep

# --- events ---


class SeatOpened(Event, frozen=True, kw_only=True):
    """A seat exists."""

    tag = "membership.seat-opened"
    rank = 5
    da = "Pladsen {seat} i {stream} er oprettet ({right}, {voice})."
    en = "The seat {seat} of {stream} is opened ({right}, {voice})."

    body: BodyId
    seat: LocalName
    right: Right[Kept]
    voice: Voice


class SeatClosed(Event, frozen=True, kw_only=True):
    """A seat is no more (nedlagt)."""

    tag = "membership.seat-closed"
    rank = 6
    unsettles = True
    da = "Pladsen {seat} i {stream} er nedlagt pr. {ceases_on}."
    en = "The seat {seat} of {stream} is closed from {ceases_on} on."

    seat: LocalName
    ceases_on: Day


Events = SeatOpened | SeatClosed


def evolve(state: Unknown | Seats, event: Events) -> Seats:
    match event:
        case SeatOpened():
            seats = state.seats if isinstance(state, Seats) else {}
            party = event.right.party if isinstance(event.right, ByParty) else None
            return seated(event.body, seats | {event.seat: Seat(party=party, voice=event.voice)})
        case SeatClosed():
            assert isinstance(state, Seats)
            seat = msgspec.structs.replace(state.seats[event.seat], closed_on=event.ceases_on)
            return seated(state.body, state.seats | {event.seat: seat})
        case _:
            assert_never(event)


# --- commands ---


class OpenSeat(Command, frozen=True, kw_only=True):
    """Opret en plads."""

    verb = "open-seat"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR, Who.REACTION)
    gives = (SeatOpened,)
    creates = True

    body: BodyId
    seat: LocalName
    right: Right[Text]
    voice: Voice

    def founds(self, state: Any) -> bool:
        return self.voice is Voice.SECRETARIAT or not has_secretariat_seat(state)


class CloseSeat(Command, frozen=True, kw_only=True):
    """Nedlæg en plads."""

    verb = "close-seat"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (SeatClosed,)

    seat: LocalName
    ceases_on: Day | None = None
    """Absent: today."""


Commands = OpenSeat | CloseSeat


def decide(command: Commands, state: Unknown | Seats, asked: Asked) -> tuple[Event, ...]:
    match command:
        case OpenSeat():
            return _open_seat(command, state, asked)
        case CloseSeat():
            assert isinstance(state, Seats)
            return _close_seat(command, state, asked)
        case _:
            assert_never(command)


def _open_seat(command: OpenSeat, state: Unknown | Seats, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.body, _whose(command.right))
    same_scope(asked, command.body)
    if asked.see(command.body).membership != asked.stream:
        raise Refused("membership.other-body", body=command.body)
    at_work(command.body, asked.today, asked)
    if isinstance(state, Seats):
        if command.seat in state.seats:
            raise Refused("membership.seat-exists", seat=command.seat)
        if sum(not is_closed(seat, asked.today) for seat in state.seats.values()) >= SEATS_MAX:
            raise Refused("body.too-many-seats", count=SEATS_MAX)
    return (SeatOpened(body=command.body, seat=command.seat, right=keep(command.right), voice=command.voice),)


def _whose(right: Right[Text]) -> str | None:
    """The party or the cluster whose right a seat is."""
    match right:
        case ByParty():
            return right.party
        case ByCluster():
            return right.cluster
        case _:
            return None


def _close_seat(command: CloseSeat, state: Seats, asked: Asked) -> tuple[Event, ...]:
    seat, ceases_on = seat_of(state, command.seat), command.ceases_on or asked.today
    if seat.closed_on is not None:
        if seat.closed_on == ceases_on:
            return ()
        raise Refused("membership.seat-gone", seat=command.seat, ceases_on=seat.closed_on)
    holding = next(iter(holdings_from(seat, ceases_on)), None)
    if holding is not None:
        raise Refused("membership.seat-held", seat=command.seat, person=holding.person, ceases_on=ceases_on)
    return (SeatClosed(seat=command.seat, ceases_on=ceases_on),)


# --- asked by the other nouns ---


def seat_of(state: Seats, name: LocalName) -> Seat:
    """A seat of the body. Raises Refused `membership.seat-unknown`."""
    seat = state.seats.get(name)
    if seat is None:
        raise Refused("membership.seat-unknown", seat=name)
    return seat


def at_work(body: BodyId, on: Day, asked: Asked) -> None:
    """Refuse what begins when the body is no more. Raises Refused `body.already-closed`."""
    state = asked.see(body)
    if isinstance(state, Closed) and state.ceases_on <= on:
        raise Refused("body.already-closed", day=state.ceases_on)


def has_secretariat_seat(state: Any) -> bool:
    """Whether there is, or was, a seat for a secretary of the body."""
    return isinstance(state, Seats) and any(seat.voice is Voice.SECRETARIAT for seat in state.seats.values())


def is_closed(seat: Seat, on: Day) -> bool:
    """Whether the seat is no more on a day."""
    return seat.closed_on is not None and seat.closed_on <= on


def with_seat(state: Seats, name: LocalName, seat: Seat) -> Seats:
    """The body with one seat changed."""
    return seated(state.body, state.seats | {name: seat})


def has_a_day(from_on: Day | None, ceases_on: Day | None) -> None:
    """Refuse a period of no day. Raises Refused `membership.no-day`."""
    if from_on is not None and from_on == ceases_on:
        raise Refused("membership.no-day", from_on=from_on, ceases_on=from_on)


def decided_here(asked: Asked, decision: DecisionRef[Text] | None) -> None:
    """Refuse a decision that is not in the record, or was taken in another cluster."""
    known_decisions(asked, decision)
    same_scope(asked, decision.meeting if isinstance(decision, Taken) else None)


def given_by(asked: Asked, decision: DecisionRef[Text] | None) -> None:
    """Refuse to appoint by a decision that says no yes: by what was only discussed nobody is appointed."""
    if decision is not None:
        require_decided(asked, decision)


def party_of(state: Any, names: Iterable[LocalName]) -> PartyId | None:
    """The party whose right each of those seats is; None where they are not all one party's."""
    seats = [state.seats.get(name) for name in names] if isinstance(state, Seats) else []
    parties = {None if seat is None else seat.party for seat in seats}
    return parties.pop() if len(parties) == 1 else None
