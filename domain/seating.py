"""Seating (hvem der sidder hvor): who holds each seat of a body, from which day to which, who chairs, who stands in.

The state reads no clock. Whoever asks for a right asks for a day.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from domain.appointing import Cause
from domain.dates import Day, in_force
from domain.names import BodyId, Label, LocalName, PartyId, PersonId
from domain.seats import Voice


class Chairing(Struct, frozen=True, kw_only=True):
    """The holder of a seat chairs for somebody, at most as long as the seat is held."""

    side: Label
    from_on: Day | None = None
    ceases_on: Day | None = None


class Holding(Struct, frozen=True, kw_only=True):
    """A person holds a seat."""

    person: PersonId
    from_on: Day | None = None
    """Absent: from a day that nobody stated, after whoever held the seat before."""
    ceases_on: Day | None = None
    left: bool = False
    """Over, and nobody stated on which day."""
    left_on: Day | None = None
    """When that was entered; absent in what was entered before this was kept."""
    because: Cause | None = None
    """Why it was given up, where it was."""
    chairs: tuple[Chairing, ...] = ()


class Substitute(Struct, frozen=True, kw_only=True):
    """A person stands in on a seat."""

    person: PersonId
    after: PersonId | None = None
    """In whose place, where that is another substitute or one holder and no other; absent: in the holder's, whoever that is."""
    from_on: Day | None = None
    ceases_on: Day | None = None


class Seat(Struct, frozen=True, kw_only=True):
    """A seat, all who held it or come to hold it, and who stands in."""

    party: PartyId | None
    """Whose right it is, where that is a party."""
    voice: Voice
    holders: tuple[Holding, ...] = ()
    """In the order in which they leave it: never two on one day."""
    substitutes: tuple[Substitute, ...] = ()
    """In the order in which they were named."""
    closed_on: Day | None = None
    """The first day on which the seat is no more."""


class Seats(Struct, frozen=True, kw_only=True):
    """Who sits on a body."""

    body: BodyId
    seats: dict[LocalName, Seat]
    held: dict[PersonId, tuple[LocalName, ...]] = {}
    """The seats each person held or comes to hold: asked at every command, changed seldom."""
    stood_in_on: dict[PersonId, tuple[LocalName, ...]] = {}
    """The seats each person was named to stand in on."""


def seated(body: BodyId, seats: dict[LocalName, Seat]) -> Seats:
    """The seats of a body, with who is where looked up once."""
    return Seats(
        body=body,
        seats=seats,
        held=_by_person((each.person, name) for name, seat in seats.items() for each in _held(seat)),
        stood_in_on=_by_person((each.person, name) for name, seat in seats.items() for each in seat.substitutes),
    )


def _by_person(found: Iterable[tuple[PersonId, LocalName]]) -> dict[PersonId, tuple[LocalName, ...]]:
    seats: dict[PersonId, tuple[LocalName, ...]] = {}
    for person, name in found:
        before = seats.get(person, ())
        seats[person] = before if name in before else (*before, name)
    return seats


def _held(seat: Seat) -> Iterator[Holding]:
    """The holdings whose days are known."""
    return (each for each in seat.holders if not each.left)


# --- who holds a seat -------------------------------------------------------------------------------------------------


def holding_on(seat: Seat, on: Day) -> Holding | None:
    """Who holds the seat on a day. Whoever holds it from a day not stated does so after the one before."""
    before: Day | None = None
    for holding in seat.holders:
        if not holding.left:
            if in_force(holding.from_on or before, holding.ceases_on, on):
                return holding
            before = holding.ceases_on
    return None


def holdings_from(seat: Seat, on: Day) -> tuple[Holding, ...]:
    """Who holds the seat on a day, and who comes to hold it after."""
    return tuple(each for each in _held(seat) if each.ceases_on is None or on < each.ceases_on)


def seats_held(state: Seats, person: PersonId, on: Day) -> tuple[LocalName, ...]:
    """The seats a person holds on a day."""
    return tuple(
        name
        for name in state.held.get(person, ())
        if (holding := holding_on(state.seats[name], on)) is not None and holding.person == person
    )


def seats_kept(state: Seats, person: PersonId, on: Day) -> tuple[LocalName, ...]:
    """The seats a person holds on a day, and those they come to hold."""
    return tuple(
        name
        for name in state.held.get(person, ())
        if any(each.person == person for each in holdings_from(state.seats[name], on))
    )


def is_held(seat: Seat, on: Day) -> bool:
    """Whether somebody holds the seat on a day."""
    return holding_on(seat, on) is not None


# --- who chairs -------------------------------------------------------------------------------------------------------


def side_on(seat: Seat, on: Day) -> Label | None:
    """Whom the holder of the seat chairs for on a day; None: no chair."""
    holding = holding_on(seat, on)
    chairings = () if holding is None else holding.chairs
    return next((each.side for each in chairings if in_force(each.from_on, each.ceases_on, on)), None)


def chairs(seat: Seat, on: Day) -> bool:
    """Whether the holder of the seat chairs on a day."""
    return side_on(seat, on) is not None


# --- what a seat shows ------------------------------------------------------------------------------------------------


def is_inside(seat: Seat) -> bool:
    """Whether the voice of a seat sees what is closed, whoever sits on it."""
    return seat.voice in (Voice.VOTE, Voice.SECRETARIAT)


def sees_closed(seat: Seat, on: Day) -> bool:
    """Whether the holder of a seat sees what is closed on a day."""
    return is_inside(seat) or chairs(seat, on)


def answers_for_minutes(seat: Seat, on: Day) -> bool:
    """Whoever writes the minutes, and whoever publishes them."""
    return seat.voice is Voice.SECRETARIAT or chairs(seat, on)


# --- who stands in ----------------------------------------------------------------------------------------------------


def standing_in(state: Seats, seat: LocalName, person: PersonId, on: Day) -> tuple[PersonId, ...] | None:
    """Whom a person stands in for on a seat on a day, nearest first, ending with the holder; `()` for the holder.

    None where the person is not in the chain. Whoever stands in on a vacant seat stands in for nobody. Where a substitute is
    one no longer, those after move up; with a holder who has left, that holder's own substitutes go too.
    """
    there = state.seats.get(seat)
    if there is None:
        return None
    holding = holding_on(there, on)
    holder = None if holding is None else holding.person
    if person == holder:
        return ()
    line = {each.person: each for each in there.substitutes}
    line |= {each.person: each for each in there.substitutes if in_force(each.from_on, each.ceases_on, on)}
    link, stood, passed = line.get(person), [], {person}
    if link is None or not in_force(link.from_on, link.ceases_on, on):
        return None
    while link.after is not None and link.after != holder:
        after = line.get(link.after)
        if after is None or after.person in passed:
            return None
        if in_force(after.from_on, after.ceases_on, on):
            stood.append(after.person)
        passed.add(after.person)
        link = after
    return (*stood, holder) if holder is not None else tuple(stood)


def seats_stood_in_on(state: Seats, person: PersonId, on: Day) -> tuple[LocalName, ...]:
    """The seats that a person does not hold and may stand in on, on a day."""
    named = state.stood_in_on.get(person, ())
    held = seats_held(state, person, on) if named else ()
    return tuple(name for name in named if name not in held and standing_in(state, name, person, on) is not None)


def is_substitute(state: Seats, person: PersonId, on: Day) -> bool:
    """Whether a person stands in on some seat on a day, or comes to."""
    return any(
        each.person == person and (each.ceases_on is None or on < each.ceases_on)
        for name in state.stood_in_on.get(person, ())
        for each in state.seats[name].substitutes
    )
