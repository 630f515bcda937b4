"""Membership (besætning): one holder per seat per day, and who chairs."""

from typing import assert_never

import msgspec

from domain.dates import Day
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.names import BodyId, Label, LocalName, PersonId
from domain.refusal import Reasons, Refused
from domain.seating import Seat, Seats, chairs, is_over, seated
from domain.seats import SEATS_MAX, ByParty, Right, Voice
from domain.text import Kept, Text, TextClass, keep, said_if
from domain.words import Word


class Cause(Word):
    """Why a seat fell vacant."""

    LEFT = "left", "udtrådt"
    DEATH = "death", "død"
    TERM_ENDED = "term-ended", "periode slut"


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


class SeatVacated(Event, frozen=True, kw_only=True):
    """A seat is vacant."""

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


class ChairTaken(Event, frozen=True, kw_only=True):
    """The holder of a seat chairs."""

    tag = "membership.chair-taken"
    rank = 6
    unsettles = True
    da = "Pladsen {seat} i {stream} har (med)formandskabet for {side}[ fra {from_on}]."
    en = "The seat {seat} of {stream} chairs for {side}[ from {from_on}]."

    seat: LocalName
    side: Label
    from_on: Day | None = None


class ChairLeft(Event, frozen=True, kw_only=True):
    """The holder of a seat no longer chairs."""

    tag = "membership.chair-left"
    rank = 6
    unsettles = True
    da = "Pladsen {seat} i {stream} har ikke længere formandskabet."
    en = "The seat {seat} of {stream} no longer chairs."

    seat: LocalName


# --- state ---


State = Unknown | Seats


def evolve(state: State, event: SeatOpened | SeatFilled | SeatVacated | ChairTaken | ChairLeft) -> State:
    if isinstance(event, SeatOpened):
        seats = state.seats if isinstance(state, Seats) else {}
        party = event.right.party if isinstance(event.right, ByParty) else None
        return seated(event.body, seats | {event.seat: Seat(party=party, voice=event.voice)})
    assert isinstance(state, Seats)
    seat = state.seats[event.seat]
    match event:
        case SeatFilled():
            seat = Seat(
                party=seat.party,
                voice=seat.voice,
                person=event.person,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
            )
        case SeatVacated(ceases_on=None):
            seat = Seat(party=seat.party, voice=seat.voice)
        case SeatVacated():
            seat = msgspec.structs.replace(seat, ceases_on=event.ceases_on)
        case ChairTaken():
            seat = msgspec.structs.replace(seat, side=event.side, chair_from_on=event.from_on)
        case ChairLeft():
            seat = msgspec.structs.replace(seat, side=None, chair_from_on=None)
        case _:
            assert_never(event)
    return seated(state.body, state.seats | {event.seat: seat})


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


class FillSeat(Command, frozen=True, kw_only=True):
    """Besæt en plads."""

    verb = "fill-seat"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (SeatFilled,)

    seat: LocalName
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None


class VacateSeat(Command, frozen=True, kw_only=True):
    """Gør en plads ledig."""

    verb = "vacate-seat"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (SeatVacated,)

    seat: LocalName
    cause: Cause
    ceases_on: Day | None = None
    detail: Text | None = None


class TakeChair(Command, frozen=True, kw_only=True):
    """Giv en plads formandskabet."""

    verb = "take-chair"
    who = (Who.SECRETARIAT, Who.ADMINISTRATOR)
    gives = (ChairTaken,)

    seat: LocalName
    side: Label
    from_on: Day | None = None


class LeaveChair(Command, frozen=True, kw_only=True):
    """Afslut et formandskab."""

    verb = "leave-chair"
    who = (Who.SECRETARIAT,)
    gives = (ChairLeft,)

    seat: LocalName


def decide(
    command: OpenSeat | FillSeat | VacateSeat | TakeChair | LeaveChair, state: State, asked: Asked
) -> tuple[Event, ...]:
    if isinstance(command, OpenSeat):
        return _open_seat(command, state, asked)
    assert isinstance(state, Seats)
    seat = state.seats.get(command.seat)
    if seat is None:
        raise Refused("membership.seat-unknown", seat=command.seat)
    match command:
        case FillSeat():
            return _fill_seat(command, seat, state, asked)
        case VacateSeat():
            return _vacate_seat(command, seat, asked)
        case TakeChair():
            return _take_chair(command, seat, state, asked)
        case LeaveChair():
            return () if seat.side is None else (ChairLeft(seat=command.seat),)
        case _:
            assert_never(command)


def _open_seat(command: OpenSeat, state: State, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.body, command.right.party if isinstance(command.right, ByParty) else None)
    same_scope(asked, command.body)
    if asked.see(command.body).membership != asked.stream:
        raise Refused("membership.other-body", body=command.body)
    if isinstance(state, Seats):
        if command.seat in state.seats:
            raise Refused("membership.seat-exists", seat=command.seat)
        if len(state.seats) >= SEATS_MAX:
            raise Refused("body.too-many-seats", count=SEATS_MAX)
    return (SeatOpened(body=command.body, seat=command.seat, right=keep(command.right), voice=command.voice),)


def _fill_seat(command: FillSeat, seat: Seat, state: Seats, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.person)
    if _is_filled_so(command, seat, asked.today):
        return ()
    _require_free(command, seat, asked.today)
    person = asked.see(command.person)
    if person.dead:
        raise Refused("membership.person-gone", person=command.person)
    if seat.party is not None and person.party != seat.party:
        raise Refused("membership.not-entitled", seat=command.seat, party=seat.party)
    if seat.voice is Voice.VOTE and any(
        name != command.seat and held.voice is Voice.VOTE and _meet(command, held, asked.today)
        for name, held in state.seats.items()
    ):
        raise Refused("membership.two-seats", person=command.person)
    return (SeatFilled(seat=command.seat, person=command.person, from_on=command.from_on, ceases_on=command.ceases_on),)


def _is_filled_so(command: FillSeat, seat: Seat, today: Day) -> bool:
    """Whether the person holds, or comes to hold, the seat from and to those very days."""
    return (
        seat.person == command.person
        and not is_over(seat, today)
        and command.from_on in (None, seat.from_on)
        and command.ceases_on == seat.ceases_on
    )


def _require_free(command: FillSeat, seat: Seat, today: Day) -> None:
    """Refuse a second holder on any day. The seat is filled again when the last holder's days are over, not before."""
    if seat.person is None:
        return
    if seat.ceases_on is None:
        raise Refused("membership.seat-taken", seat=command.seat, person=seat.person)
    if min(command.from_on or today, today) < seat.ceases_on:
        raise Refused("membership.seat-taken-until", seat=command.seat, person=seat.person, ceases_on=seat.ceases_on)


def _meet(command: FillSeat, held: Seat, today: Day) -> bool:
    """Whether the person also holds that other seat on some day."""
    from_on = command.from_on or today
    return (
        held.person == command.person
        and not is_over(held, from_on)
        and (command.ceases_on is None or held.from_on is None or held.from_on < command.ceases_on)
    )


def _vacate_seat(command: VacateSeat, seat: Seat, asked: Asked) -> tuple[Event, ...]:
    if seat.person is None or is_over(seat, asked.today):
        raise Refused("membership.seat-vacant", seat=command.seat)
    if command.ceases_on is not None and seat.ceases_on is not None and command.ceases_on > seat.ceases_on:
        raise Refused("membership.vacant-sooner", seat=command.seat, ceases_on=seat.ceases_on)
    return (
        SeatVacated(
            seat=command.seat,
            person=seat.person,
            cause=command.cause,
            ceases_on=command.ceases_on,
            detail=said_if(command.detail),
        ),
    )


def _take_chair(command: TakeChair, seat: Seat, state: Seats, asked: Asked) -> tuple[Event, ...]:
    from_on = command.from_on or asked.today
    if is_over(seat, from_on):
        raise Refused("membership.seat-vacant", seat=command.seat)
    if seat.side == command.side and (
        command.from_on == seat.chair_from_on or (command.from_on is None and chairs(seat, from_on))
    ):
        return ()
    count = asked.see(state.body).chairs
    taken = sum(
        name != command.seat and other.side is not None and not is_over(other, from_on)
        for name, other in state.seats.items()
    )
    if taken >= count:
        raise Refused("membership.chairs-full", count=count)
    return (ChairTaken(seat=command.seat, side=command.side, from_on=command.from_on),)


REFUSALS: Reasons = {
    "membership.seat-unknown": ("Pladsen {seat} findes ikke.", "The seat {seat} does not exist."),
    "membership.seat-exists": ("Pladsen {seat} findes.", "The seat {seat} exists."),
    "membership.seat-taken": ("Pladsen {seat} er besat af {person}.", "The seat {seat} is held by {person}."),
    "membership.seat-taken-until": (
        "Pladsen {seat} er besat af {person} indtil {ceases_on}; den kan besættes igen fra og efter den dag.",
        "The seat {seat} is held by {person} until {ceases_on}; it can be filled again from that day on.",
    ),
    "membership.vacant-sooner": (
        "Pladsen {seat} bliver allerede ledig {ceases_on}.",
        "The seat {seat} falls vacant on {ceases_on} already.",
    ),
    "membership.seat-vacant": ("Pladsen {seat} er ledig.", "The seat {seat} is vacant."),
    "membership.two-seats": ("{person} har allerede en stemmeplads her.", "{person} already holds a voting seat here."),
    "membership.not-entitled": ("Pladsen {seat} tilkommer {party}.", "The seat {seat} belongs to {party}."),
    "membership.person-gone": ("{person} er død.", "{person} has died."),
    "membership.chairs-full": ("Alle {count} formandsposter er besat.", "All {count} chairs are taken."),
    "membership.other-body": ("{body} har sin besætning et andet sted.", "{body} keeps its seats elsewhere."),
}

MEMBERSHIP = Kind(
    name="membership",
    danish="besætning",
    events=(SeatOpened, SeatFilled, SeatVacated, ChairTaken, ChairLeft),
    commands=(OpenSeat, FillSeat, VacateSeat, TakeChair, LeaveChair),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
