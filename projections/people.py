"""Who sits where, and whom do they speak for?

Topic `{scope}/people`. Keys: `body/{name}`, `body/{name}/seat/{seat}`; in `dk/people` `person/{name}`, `party/{name}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.body import Established
from domain.dates import Day
from domain.kernel import Recorded
from domain.membership import ChairLeft, ChairTaken, SeatFilled, SeatOpened, SeatVacated
from domain.names import name_of, scope_of
from domain.party import Registered as PartyRegistered
from domain.party import Renamed
from domain.person import DeathRecorded, FunctionChanged
from domain.person import Registered as PersonRegistered
from domain.seats import ByParty, ByPatients, ByRole
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.view import Get, Named, Rows, Sight, View


class BodyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body"):
    """A body."""

    body: N
    level: str
    chairs: int
    position: int
    name: T | None = None


class SeatRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="seat"):
    """A seat of a body and who holds it, from a day to a day: a row reads no clock. Vacant while `person` is absent."""

    body: N
    seat: str
    voice: str
    position: int
    version: int
    """Of the membership's stream when this row last changed."""
    party: N | None = None
    role: T | None = None
    patients: bool = False
    person: N | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    chairs_for: str | None = None
    chairs_from_on: Day | None = None
    vacant_because: str | None = None


class PersonRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="person"):
    """A person, by function."""

    person: N
    party: N
    position: int
    name: T | None = None
    function: T | None = None
    dead: bool = False


class PartyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="party"):
    """A party."""

    party: N
    party_kind: str
    position: int
    name: T | None = None
    parent: N | None = None


class BodyOf(Struct, frozen=True, kw_only=True, gc=False, tag="body-of"):
    """Which body a membership is of. Never shown."""

    body: str


Row = BodyRow[Kept, str] | SeatRow[Kept, str] | PersonRow[Kept, str] | PartyRow[Kept, str] | BodyOf
Words = str | None
Shown = BodyRow[Words, Named] | SeatRow[Words, Named] | PersonRow[Words, Named] | PartyRow[Words, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    match recorded.event:
        case Established() | SeatOpened() | SeatFilled() | SeatVacated() | ChairTaken() | ChairLeft():
            return _fold_seats(get, recorded)
        case _:
            return _fold_people(get, recorded)


def _fold_seats(get: Get, recorded: Recorded) -> Rows:
    event, position = recorded.event, recorded.position
    topic = f"{scope_of(recorded.stream)}/people|"
    if isinstance(event, Established):
        row = BodyRow[Kept, str](
            body=recorded.stream, name=event.name, level=event.level, chairs=event.chairs, position=position
        )
        return {f"{topic}body/{name_of(recorded.stream)}": row}
    of = f"{topic}membership/{name_of(recorded.stream)}"
    if isinstance(event, SeatOpened):
        opened = SeatRow[Kept, str](
            body=event.body,
            seat=event.seat,
            voice=event.voice,
            party=event.right.party if isinstance(event.right, ByParty) else None,
            role=event.right.words if isinstance(event.right, ByRole) else None,
            patients=isinstance(event.right, ByPatients),
            position=position,
            version=recorded.version,
        )
        return {f"{topic}body/{name_of(event.body)}/seat/{event.seat}": opened, of: BodyOf(body=event.body)}
    key = f"{topic}body/{name_of(get(of).body)}/seat/{event.seat}"
    changes: dict[str, Any] = {"position": position, "version": recorded.version}
    match event:
        case SeatFilled():
            changes |= {"person": event.person, "from_on": event.from_on, "ceases_on": event.ceases_on}
            changes |= {"vacant_because": None, "chairs_for": None, "chairs_from_on": None}
        case SeatVacated(ceases_on=None):
            changes |= {"person": None, "from_on": None, "ceases_on": None}
            changes |= {"vacant_because": event.cause, "chairs_for": None, "chairs_from_on": None}
        case SeatVacated():
            changes |= {"ceases_on": event.ceases_on, "vacant_because": event.cause}
        case ChairTaken():
            changes |= {"chairs_for": event.side, "chairs_from_on": event.from_on}
        case _:
            changes |= {"chairs_for": None, "chairs_from_on": None}
    return {key: msgspec.structs.replace(get(key), **changes)}


def _fold_people(get: Get, recorded: Recorded) -> Rows:
    event, stream, position = recorded.event, recorded.stream, recorded.position
    scope, kind, name = stream.split("/")
    key = f"{scope}/people|{kind}/{name}"
    match event:
        case PersonRegistered():
            row = PersonRow[Kept, str](
                person=stream, name=event.name, function=event.function, party=event.party, position=position
            )
            return {key: row}
        case FunctionChanged():
            changed = {"function": event.function, "party": event.party, "position": position}
            return {key: msgspec.structs.replace(get(key), **changed)}
        case DeathRecorded():
            return {key: msgspec.structs.replace(get(key), dead=True, position=position)}
        case PartyRegistered():
            party = PartyRow[Kept, str](
                party=stream, name=event.name, party_kind=event.party_kind, parent=event.parent, position=position
            )
            return {key: party}
        case Renamed():
            return {key: msgspec.structs.replace(get(key), name=event.name, position=position)}
        case _:
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if isinstance(row, BodyOf) else reveal(row, sight)


PEOPLE = View(
    name="people",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            Established,
            SeatOpened,
            SeatFilled,
            SeatVacated,
            ChairTaken,
            ChairLeft,
            PersonRegistered,
            FunctionChanged,
            DeathRecorded,
            PartyRegistered,
            Renamed,
        }
    ),
    evolve=evolve,
    show=show,
)
