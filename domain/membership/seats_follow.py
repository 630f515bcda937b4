"""What follows for seats, and from them: those of a new body open, those of one that is closed end, those of somebody who died
fall vacant, and a call for names is an action of every party.
"""

from typing import Any

from domain.action import Assign
from domain.appointing import Cause
from domain.body import BodyClosed
from domain.effects import ByParty
from domain.kernel import Command, Recorded, See
from domain.membership.holders import CloseSeats, VacateSeat
from domain.membership.nominations import NominationsCalled
from domain.membership.seats import OpenSeat
from domain.membership.substitutes import EndSubstitute
from domain.names import name_of, scope_of
from domain.person import DeathRecorded
from domain.seating import Seats
from domain.text import handed_on

ASKED_CHARS = 60
"""Of the membership's name, in the name of an action that it leads to."""

Reaction = tuple[str, Command]


def opened(event: Any, body: str) -> tuple[Reaction, ...]:
    """The seats that a body was established with."""
    return tuple(
        (event.membership, OpenSeat(body=body, seat=plan.seat, right=plan.right, voice=plan.voice))
        for plan in event.seats
    )


def closed(event: BodyClosed, body: str, see: See) -> tuple[Reaction, ...]:
    """The seats of a body end when it does."""
    membership = see(body).membership
    return ((membership, CloseSeats(ceases_on=event.ceases_on)),) if isinstance(see(membership), Seats) else ()


def freed(event: DeathRecorded, person: str) -> tuple[Reaction, ...]:
    """Nobody who has died sits, or stands in."""
    vacated = tuple(
        (each.membership, VacateSeat(seat=each.seat, cause=Cause.DEATH, person=person)) for each in event.seats
    )
    return *vacated, *((each, EndSubstitute(person=person)) for each in event.stood_in)


def asked_for(event: NominationsCalled, recorded: Recorded, see: See) -> tuple[Reaction, ...]:
    """What each party owes."""
    return tuple(_asks(event, party, number, recorded, see) for number, party in enumerate(event.from_parties, 1))


def _asks(event: NominationsCalled, party: str, number: int, recorded: Recorded, see: See) -> Reaction:
    """What one party owes. Its name comes of the call, so one call makes it once."""
    name = f"{name_of(recorded.stream)[:ASKED_CHARS]}-{recorded.version}-{number}"
    return f"{scope_of(recorded.stream)}/action/{name}", Assign(
        what=handed_on(event.what),
        owed_by=(ByParty(party=party),),
        report_to=see(recorded.stream).body,
        answer_by=event.answer_by,
        decision=event.decision,
    )
