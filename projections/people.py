"""Who sits where, and whom do they speak for?

Topic `{scope}/people`. Keys: `body/{name}`, `body/{name}/seat/{seat}`, `body/{name}/name/{n}`, `body/{name}/rules/{from}`,
`body/{name}/task/{n}`, `cluster/{name}`, `cluster/{name}/name/{n}`, `cluster/{name}/party/{party}`, `contact/{party}`,
`carries/{initiative}`, `project/{initiative}`;
in `dk/people` `person/{name}`, `person/{name}/function/{n}`, `party/{name}`, `party/{name}/name/{n}`, `party/{name}/organ/{organ}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day
from domain.kernel import Recorded
from domain.party import OrganAdded, PartyEnded, Renamed
from domain.party import Registered as PartyRegistered
from domain.person import DeathRecorded, FunctionChanged
from domain.person import Registered as PersonRegistered
from domain.text import Kept, T
from projections.bodies import BODY_EVENTS, BodyRow, NameRow, RulesRow, TaskRow, fold_bodies
from projections.carried import CARRIED_EVENTS, CarriesRow, ProjectRow, fold_carried
from projections.clusters import (
    CLUSTER_EVENTS,
    ClusterNameRow,
    ClusterPartyRow,
    ClusterRow,
    ContactRow,
    fold_clusters,
)
from projections.reveal import N, reveal
from projections.seats import SEAT_EVENTS, SeatRow, SeatsOf, fold_seats
from projections.validity import Validity
from projections.view import Get, Named, Rows, Sight, View


class PersonRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="person"):
    """A person, by the function entered last."""

    person: N
    party: N
    position: int
    name: T | None = None
    function: T | None = None
    dead: bool = False


class FunctionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="person-function"):
    """What a person is from a day, and for whom."""

    person: N
    party: N
    position: int
    function: T | None = None
    from_on: Day | None = None


class PartyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="party"):
    """A party, under the name entered last."""

    party: N
    party_kind: str
    position: int
    name: T | None = None
    parent: N | None = None
    ended_on: Day | None = None
    successor: N | None = None


class PartyNameRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="party-name"):
    """What a party is called from a day."""

    party: N
    position: int
    name: T | None = None
    from_on: Day | None = None


class OrganRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="party-organ"):
    """An organ of a party."""

    party: N
    organ: str
    adopts: bool
    position: int
    name: T | None = None


Row = (
    BodyRow[Kept, str]
    | NameRow[Kept, str]
    | RulesRow[str]
    | TaskRow[Kept, str]
    | CarriesRow[str]
    | ProjectRow[str]
    | SeatRow[Kept, str]
    | ClusterRow[Kept, str]
    | ClusterNameRow[Kept, str]
    | ClusterPartyRow[str]
    | ContactRow[str]
    | PersonRow[Kept, str]
    | FunctionRow[Kept, str]
    | PartyRow[Kept, str]
    | PartyNameRow[Kept, str]
    | OrganRow[Kept, str]
    | SeatsOf
)
Words = str | None
Shown = (
    BodyRow[Words, Named]
    | NameRow[Words, Named]
    | RulesRow[Named]
    | TaskRow[Words, Named]
    | CarriesRow[Named]
    | ProjectRow[Named]
    | SeatRow[Words, Named]
    | ClusterRow[Words, Named]
    | ClusterNameRow[Words, Named]
    | ClusterPartyRow[Named]
    | ContactRow[Named]
    | PersonRow[Words, Named]
    | FunctionRow[Words, Named]
    | PartyRow[Words, Named]
    | PartyNameRow[Words, Named]
    | OrganRow[Words, Named]
)
PERSON_EVENTS = (PersonRegistered, FunctionChanged, DeathRecorded)
PARTY_EVENTS = (PartyRegistered, Renamed, OrganAdded, PartyEnded)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event = recorded.event
    if isinstance(event, BODY_EVENTS):
        return fold_bodies(get, recorded)
    if isinstance(event, CARRIED_EVENTS):
        return fold_carried(get, recorded)
    if isinstance(event, CLUSTER_EVENTS):
        return fold_clusters(get, recorded)
    if isinstance(event, PERSON_EVENTS):
        return _fold_persons(get, recorded)
    if isinstance(event, PARTY_EVENTS):
        return _fold_parties(get, recorded)
    return fold_seats(get, recorded)


def _fold_persons(get: Get, recorded: Recorded) -> Rows:
    event, person, position = recorded.event, recorded.stream, recorded.position
    scope, _, name = person.split("/")
    key = f"{scope}/people|person/{name}"
    if isinstance(event, DeathRecorded):
        return {key: msgspec.structs.replace(get(key), dead=True, position=position)}
    function = FunctionRow[Kept, str](
        person=person,
        function=event.function,
        party=event.party,
        from_on=event.from_on if isinstance(event, FunctionChanged) else None,
        position=position,
    )
    if isinstance(event, PersonRegistered):
        row = PersonRow[Kept, str](
            person=person, name=event.name, function=event.function, party=event.party, position=position
        )
    else:
        row = msgspec.structs.replace(get(key), function=event.function, party=event.party, position=position)
    return {key: row, f"{key}/function/{position:010d}": function}


def _fold_parties(get: Get, recorded: Recorded) -> Rows:
    event, party, position = recorded.event, recorded.stream, recorded.position
    scope, _, name = party.split("/")
    key = f"{scope}/people|party/{name}"
    match event:
        case PartyRegistered():
            row = PartyRow[Kept, str](
                party=party, name=event.name, party_kind=event.party_kind, parent=event.parent, position=position
            )
            first = PartyNameRow[Kept, str](party=party, name=event.name, from_on=event.from_on, position=position)
            return {key: row, f"{key}/name/{position:010d}": first}
        case Renamed():
            named = PartyNameRow[Kept, str](party=party, name=event.name, from_on=event.from_on, position=position)
            renamed = msgspec.structs.replace(get(key), name=event.name, position=position)
            return {key: renamed, f"{key}/name/{position:010d}": named}
        case OrganAdded():
            organ = OrganRow[Kept, str](
                party=party, organ=event.organ, name=event.name, adopts=event.adopts, position=position
            )
            return {f"{key}/organ/{event.organ}": organ}
        case PartyEnded():
            ended = {"ended_on": event.ceases_on, "successor": event.successor, "position": position}
            return {key: msgspec.structs.replace(get(key), **ended)}
        case _:
            return {}


def show(key: str, row: Any, sight: Sight) -> Any:
    match row:
        case SeatsOf():
            return None
        case BodyRow() | NameRow() | RulesRow() | TaskRow() | ProjectRow() | SeatRow() if sight.hides_stream(row.body):
            return None
        case TaskRow() | ProjectRow() if sight.hides_event(row.body, row.version):
            return None
        case CarriesRow() if sight.hides_stream(row.initiative) or sight.hides_event(row.initiative, row.version):
            return None
        case _:
            return reveal(row, sight)


PEOPLE = View(
    name="people",
    version=7,
    row=Row,
    shown=Shown,
    folds=frozenset({*BODY_EVENTS, *CARRIED_EVENTS, *SEAT_EVENTS, *CLUSTER_EVENTS, *PERSON_EVENTS, *PARTY_EVENTS}),
    evolve=evolve,
    show=show,
    closes=True,
    validity={
        BodyRow: Validity(ends="closed_on"),
        NameRow: Validity(),
        RulesRow: Validity(ends=None, replaced=True),
        SeatRow: Validity(ends="closed_on", held=True),
        ClusterRow: Validity(),
        ClusterNameRow: Validity(ends=None, replaced=True),
        ClusterPartyRow: Validity(),
        ContactRow: Validity(),
        FunctionRow: Validity(ends=None, replaced=True),
        PartyRow: Validity(ends="ended_on"),
        PartyNameRow: Validity(ends=None, replaced=True),
    },
)
