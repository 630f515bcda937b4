"""Nominations (udpegninger): parties are asked to name somebody for seats that are vacant, or will be."""

from typing import assert_never

from domain.appointing import Nominating, SeatNames
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Who, known
from domain.membership.seats import at_work, decided_here, is_closed, seat_of
from domain.names import LocalName, PartyId
from domain.refusal import Refused
from domain.seating import Seat, Seats, holdings_from
from domain.text import Kept, Text, said

# --- events ---


class NominationsCalled(Event, frozen=True, kw_only=True):
    """Parties are asked to name somebody; each owes an answer, as a reaction."""

    tag = "membership.nominations-called"
    rank = 6
    da = "{from_parties} skal udpege til {seats} i {stream}[ senest {answer_by}]: {what}"
    en = "{from_parties} shall name somebody for {seats} of {stream}[ by {answer_by}]: {what}"

    seats: tuple[LocalName, ...]
    from_parties: tuple[PartyId, ...]
    what: Kept
    answer_by: Day | None = None
    decision: Taken | None = None


Events = NominationsCalled


def evolve(state: Seats, event: Events) -> Seats:
    """Who was asked is kept by the actions that follow."""
    match event:
        case NominationsCalled():
            return state
        case _:
            assert_never(event)


# --- commands ---


class CallNominations(Command, frozen=True, kw_only=True):
    """Bed parter om at udpege til ledige pladser."""

    verb = "call-nominations"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (NominationsCalled,)

    seats: SeatNames
    from_parties: Nominating
    what: Text
    answer_by: Day | None = None
    decision: Taken | None = None


Commands = CallNominations


def decide(command: Commands, state: Seats, asked: Asked) -> tuple[Event, ...]:
    match command:
        case CallNominations():
            return _call_nominations(command, state, asked)
        case _:
            assert_never(command)


def _call_nominations(command: CallNominations, state: Seats, asked: Asked) -> tuple[Event, ...]:
    known(asked, *command.from_parties)
    decided_here(asked, command.decision)
    at_work(state.body, asked.today, asked)
    seats, parties = tuple(dict.fromkeys(command.seats)), tuple(dict.fromkeys(command.from_parties))
    for name in seats:
        seat = seat_of(state, name)
        if is_closed(seat, asked.today):
            raise Refused("membership.seat-gone", seat=name, ceases_on=seat.closed_on or asked.today)
        if seat.party is not None and seat.party not in parties:
            raise Refused("membership.not-entitled", seat=name, party=seat.party)
    if not any(_falls_vacant(state.seats[name], asked.today) for name in seats):
        raise Refused("membership.no-vacancy")
    return (
        NominationsCalled(
            seats=seats,
            from_parties=parties,
            what=said(command.what),
            answer_by=command.answer_by,
            decision=command.decision,
        ),
    )


def _falls_vacant(seat: Seat, today: Day) -> bool:
    """Whether nobody holds the seat, or the last who does leaves it."""
    kept = holdings_from(seat, today)
    return not kept or kept[-1].ceases_on is not None
