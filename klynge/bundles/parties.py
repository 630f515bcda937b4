"""What a party may take along: the rights that its own seats gave, and none that somebody has from elsewhere."""

from typing import Any

from msgspec.structs import replace

from domain.access import Held
from domain.clusters import Running
from domain.concerned import Streams
from domain.kernel import UNKNOWN
from domain.names import PartyId, PersonId, kind_of, scope_of
from domain.seating import Seat, Seats, seated
from domain.seats import Voice


class SeatsOf:
    """The streams as they stand, where nobody sits for anybody but one party and nobody holds an office.

    Who sat for a party may sit for another today, audit, lead an initiative or keep a fund: that is theirs, and not the party's.
    """

    def __init__(self, now: Streams, party: PartyId) -> None:
        self._now = now
        self._party = party

    def see(self, stream: str) -> Any:
        if kind_of(stream) in ("initiative", "fund"):
            return UNKNOWN
        state = self._now.see(stream)
        match state:
            case Seats():
                return seated(state.body, {name: self._theirs(seat) for name, seat in state.seats.items()})
            case Held():
                return UNKNOWN
            case Running():
                theirs = {party: named for party, named in state.contacts.items() if party == self._party}
                return replace(state, contacts=theirs)
        return state

    def _theirs(self, seat: Seat) -> Seat:
        """A seat of another is there; nobody is on it, and it shows nothing that is closed."""
        return seat if seat.party == self._party else Seat(party=seat.party, voice=Voice.OBSERVER)

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        return self._now.ids(kind, scope)


def sat_for_parties(now: Streams, body: str) -> dict[PartyId, tuple[PersonId, ...]]:
    """The parties of a body's seats, and everyone who ever held one for them."""
    sat = dict[PartyId, dict[PersonId, None]]()
    for membership in now.ids("membership", scope_of(body)):
        seats = now.see(membership)
        if isinstance(seats, Seats) and seats.body == body:
            for seat in seats.seats.values():
                if seat.party is not None:
                    sat.setdefault(seat.party, {}).update(dict.fromkeys(each.person for each in seat.holders))
    return {party: tuple(persons) for party, persons in sat.items()}
