"""Who sits where, and whom do they speak for?

Topic `{scope}/people`. Keys: `body/{name}`, `body/{name}/seat/{seat}`, `body/{name}/name/{n}`, `body/{name}/task/{n}`,
`contact/{party}`; in `dk/people` `person/{name}`, `party/{name}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.body import BodyClosed, Established, NameNoted, TaskGiven
from domain.cluster import ContactNamed
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.party import Registered as PartyRegistered
from domain.party import Renamed
from domain.person import DeathRecorded, FunctionChanged
from domain.person import Registered as PersonRegistered
from domain.procedure import CadenceSet
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.seats import SEAT_EVENTS, SeatRow, SeatsOf, fold_seats
from projections.view import Get, Named, Rows, Sight, View


class BodyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body"):
    """A body."""

    body: N
    level: str
    chairs: int
    position: int
    name: T | None = None
    parent: N | None = None
    secretariat: str | None = None
    cadence: T | None = None
    """How often it meets, in its own words."""
    from_on: Day | None = None
    closed_on: Day | None = None
    successor: N | None = None


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


class NameRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body-name"):
    """What a body is also called."""

    body: N
    position: int
    name: T | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class TaskRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body-task"):
    """What a body is to do."""

    body: N
    position: int
    task: T | None = None
    decision: Place[N] | None = None


class ContactRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="contact"):
    """Who answers for a party in this cluster."""

    party: N
    person: N
    position: int
    from_on: Day | None = None
    ceases_on: Day | None = None


Row = (
    BodyRow[Kept, str]
    | NameRow[Kept, str]
    | TaskRow[Kept, str]
    | SeatRow[Kept, str]
    | PersonRow[Kept, str]
    | PartyRow[Kept, str]
    | ContactRow[str]
    | SeatsOf
)
Words = str | None
Shown = (
    BodyRow[Words, Named]
    | NameRow[Words, Named]
    | TaskRow[Words, Named]
    | SeatRow[Words, Named]
    | PersonRow[Words, Named]
    | PartyRow[Words, Named]
    | ContactRow[Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    match recorded.event:
        case Established() | NameNoted() | TaskGiven() | CadenceSet() | BodyClosed():
            return _fold_bodies(get, recorded)
        case PersonRegistered() | FunctionChanged() | DeathRecorded() | PartyRegistered() | Renamed() | ContactNamed():
            return _fold_people(get, recorded)
        case _:
            return fold_seats(get, recorded)


def _fold_bodies(get: Get, recorded: Recorded) -> Rows:
    event, body, position = recorded.event, recorded.stream, recorded.position
    key = f"{scope_of(body)}/people|body/{name_of(body)}"
    match event:
        case Established():
            row = BodyRow[Kept, str](
                body=body,
                name=event.name,
                level=event.level,
                chairs=event.chairs,
                parent=event.parent,
                secretariat=event.secretariat,
                from_on=event.from_on,
                position=position,
            )
            task = TaskRow[Kept, str](body=body, task=event.task, position=position)
            return {key: row} | ({} if event.task is None else {f"{key}/task/{position:010d}": task})
        case NameNoted():
            name = NameRow[Kept, str](
                body=body, name=event.name, from_on=event.from_on, ceases_on=event.ceases_on, position=position
            )
            return {f"{key}/name/{position:010d}": name}
        case TaskGiven():
            decision = place_of(event.decision) if isinstance(event.decision, Taken) else None
            given = TaskRow[Kept, str](body=body, task=event.task, decision=decision, position=position)
            return {f"{key}/task/{position:010d}": given}
        case CadenceSet():
            return {key: msgspec.structs.replace(get(key), cadence=event.words, position=position)}
        case BodyClosed():
            closed = {"closed_on": event.ceases_on, "successor": event.successor, "position": position}
            return {key: msgspec.structs.replace(get(key), **closed)}
        case _:
            return {}


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
        case ContactNamed():
            contact = ContactRow[str](
                party=event.party,
                person=event.person,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                position=position,
            )
            return {f"{scope}/people|contact/{name_of(event.party)}": contact}
        case Renamed():
            return {key: msgspec.structs.replace(get(key), name=event.name, position=position)}
        case _:
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if isinstance(row, SeatsOf) else reveal(row, sight)


PEOPLE = View(
    name="people",
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            *(Established, NameNoted, TaskGiven, CadenceSet, BodyClosed, ContactNamed),
            *SEAT_EVENTS,
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
