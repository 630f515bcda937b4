"""Chairs (formandskab): which holders of seats chair, for whom, from which day to which."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, in_force
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who
from domain.membership.seats import at_work, given_by, seat_of, with_seat
from domain.names import Label, LocalName
from domain.refusal import Refused
from domain.seating import Chairing, Holding, Seat, Seats, chairs, holding_on, holdings_from, side_on
from domain.text import Kept, Text, keep_if

# --- events ---


class ChairTaken(Event, frozen=True, kw_only=True):
    """The holder of a seat chairs; without a day, the last of its holders."""

    tag = "membership.chair-taken"
    rank = 6
    unsettles = True
    da = "Pladsen {seat} i {stream} har (med)formandskabet for {side}[ fra {from_on}]."
    en = "The seat {seat} of {stream} chairs for {side}[ from {from_on}]."

    seat: LocalName
    side: Label
    from_on: Day | None = None
    decision: DecisionRef[Kept] | None = None


class ChairLeft(Event, frozen=True, kw_only=True):
    """No holder of a seat chairs any longer; without a day, the last of its holders, at once."""

    tag = "membership.chair-left"
    rank = 6
    unsettles = True
    da = "Pladsen {seat} i {stream} har ikke længere formandskabet[ fra {ceases_on}]."
    en = "The seat {seat} of {stream} no longer chairs[ from {ceases_on}]."

    seat: LocalName
    ceases_on: Day | None = None


Events = ChairTaken | ChairLeft


def evolve(state: Seats, event: Events) -> Seats:
    seat = state.seats[event.seat]
    match event:
        case ChairTaken():
            at = _place(seat, event.from_on)
            holders = tuple(_chairing(each, event) if n == at else each for n, each in enumerate(seat.holders))
        case ChairLeft(ceases_on=None):
            at = _place(seat, None)
            holders = tuple(
                msgspec.structs.replace(each, chairs=()) if n == at else each for n, each in enumerate(seat.holders)
            )
        case ChairLeft():
            holders = tuple(
                msgspec.structs.replace(each, chairs=_until(each.chairs, event.ceases_on)) for each in seat.holders
            )
        case _:
            assert_never(event)
    return with_seat(state, event.seat, msgspec.structs.replace(seat, holders=holders))


def _place(seat: Seat, on: Day | None) -> int:
    """Which of the holders chairs: the one of a day, or the first who comes after; without a day the last."""
    here = [n for n, each in enumerate(seat.holders) if not each.left]
    if on is not None:
        found = _who_chairs(seat, on)
        here = [n for n in here if seat.holders[n] is found] or here
    return here[-1] if here else -1


def _chairing(holding: Holding, taken: ChairTaken) -> Holding:
    """What the holder chairs from that day on; without a day, all along."""
    before = () if taken.from_on is None else _until(holding.chairs, taken.from_on)
    return msgspec.structs.replace(holding, chairs=(*before, Chairing(side=taken.side, from_on=taken.from_on)))


def _until(chairings: tuple[Chairing, ...], on: Day | None) -> tuple[Chairing, ...]:
    """Those that began before a day, and end on it if not before."""
    assert on is not None
    return tuple(
        each if each.ceases_on is not None and each.ceases_on <= on else msgspec.structs.replace(each, ceases_on=on)
        for each in chairings
        if each.from_on is None or each.from_on < on
    )


# --- commands ---


class TakeChair(Command, frozen=True, kw_only=True):
    """Giv en plads formandskabet."""

    verb = "take-chair"
    who = (Who.SECRETARIAT,)
    gives = (ChairTaken,)
    assurance = Assurance.SUBSTANTIAL

    seat: LocalName
    side: Label
    from_on: Day | None = None
    decision: DecisionRef[Text] | None = None


class LeaveChair(Command, frozen=True, kw_only=True):
    """Afslut et formandskab."""

    verb = "leave-chair"
    who = (Who.SECRETARIAT,)
    gives = (ChairLeft,)
    assurance = Assurance.SUBSTANTIAL

    seat: LocalName
    ceases_on: Day | None = None


Commands = TakeChair | LeaveChair


def decide(command: Commands, state: Seats, asked: Asked) -> tuple[Event, ...]:
    seat = seat_of(state, command.seat)
    match command:
        case TakeChair():
            return _take_chair(command, seat, state, asked)
        case LeaveChair():
            return _leave_chair(command, seat, asked)
        case _:
            assert_never(command)


def _take_chair(command: TakeChair, seat: Seat, state: Seats, asked: Asked) -> tuple[Event, ...]:
    given_by(asked, command.decision)
    from_on = command.from_on or asked.today
    holding = _who_chairs(seat, from_on)
    if holding is None:
        raise Refused("membership.seat-vacant", seat=command.seat)
    first = max(from_on, holding.from_on or from_on)
    if side_on(seat, first) == command.side:
        return ()
    at_work(state.body, first, asked)
    count = asked.see(state.body).chairs
    others = [other for name, other in state.seats.items() if name != command.seat]
    if any(sum(chairs(other, day) for other in others) >= count for day in _days(holding, others, first)):
        raise Refused("membership.chairs-full", count=count)
    if command.from_on is None and holding is not _last(seat):
        command = msgspec.structs.replace(command, from_on=first)
    return (
        ChairTaken(seat=command.seat, side=command.side, from_on=command.from_on, decision=keep_if(command.decision)),
    )


def _who_chairs(seat: Seat, on: Day) -> Holding | None:
    """Who would chair from a day on: the holder of that day, or the first who comes after."""
    return holding_on(seat, on) or next(iter(holdings_from(seat, on)), None)


def _days(holding: Holding, others: list[Seat], first: Day) -> set[Day]:
    """The first day of a chairing, and the later ones on which others begin to hold a seat or to chair."""
    begins = {
        day
        for other in others
        for each in other.holders
        for day in (each.from_on, *(chairing.from_on for chairing in each.chairs))
    }
    return {first} | {day for day in begins if day and first <= day and in_force(None, holding.ceases_on, day)}


def _last(seat: Seat) -> Holding | None:
    return next((each for each in reversed(seat.holders) if not each.left), None)


def _leave_chair(command: LeaveChair, seat: Seat, asked: Asked) -> tuple[Event, ...]:
    ceases_on = command.ceases_on or asked.today
    chairing = [each for each in holdings_from(seat, ceases_on) if _until(each.chairs, ceases_on) != each.chairs]
    if not chairing:
        return ()
    if chairing != [_last(seat)]:
        return (ChairLeft(seat=command.seat, ceases_on=ceases_on),)
    return (ChairLeft(seat=command.seat, ceases_on=command.ceases_on),)
