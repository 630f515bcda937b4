"""Seating (hvem der sidder hvor): who holds each seat of a body, from which day to which, and who chairs.

The state reads no clock. Whoever asks for a right asks for a day.
"""

from msgspec import Struct

from domain.dates import Day, in_force
from domain.names import BodyId, Label, LocalName, PersonId
from domain.seats import Voice


class Seat(Struct, frozen=True, kw_only=True):
    """A seat and who holds it, or held it last."""

    party: PersonId | None
    """Whose right it is, where that is a party."""
    voice: Voice
    person: PersonId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    side: Label | None = None
    """Whom the holder chairs for; None: no chair."""
    chair_from_on: Day | None = None


class Seats(Struct, frozen=True, kw_only=True):
    """Who sits on a body."""

    body: BodyId
    seats: dict[LocalName, Seat]
    held: dict[PersonId, tuple[LocalName, ...]] = {}
    """The seats of which each person is the last holder: asked at every command, changed seldom."""


def seated(body: BodyId, seats: dict[LocalName, Seat]) -> Seats:
    """The seats of a body, with who is where looked up once."""
    held: dict[PersonId, tuple[LocalName, ...]] = {}
    for name, seat in seats.items():
        if seat.person is not None:
            held[seat.person] = (*held.get(seat.person, ()), name)
    return Seats(body=body, seats=seats, held=held)


def seats_held(state: Seats, person: PersonId, on: Day) -> tuple[LocalName, ...]:
    """The seats a person holds on a day."""
    return tuple(name for name in state.held.get(person, ()) if is_held(state.seats[name], on))


def seats_kept(state: Seats, person: PersonId, on: Day) -> tuple[LocalName, ...]:
    """The seats a person holds on a day, and those they come to hold."""
    return tuple(name for name in state.held.get(person, ()) if not is_over(state.seats[name], on))


def is_held(seat: Seat, on: Day) -> bool:
    """Whether somebody holds the seat on a day."""
    return seat.person is not None and in_force(seat.from_on, seat.ceases_on, on)


def is_over(seat: Seat, on: Day) -> bool:
    """Whether nobody holds the seat from a day on."""
    return seat.person is None or (seat.ceases_on is not None and seat.ceases_on <= on)


def chairs(seat: Seat, on: Day) -> bool:
    """Whether the holder of the seat chairs on a day."""
    return seat.side is not None and is_held(seat, on) and (seat.chair_from_on is None or seat.chair_from_on <= on)
